// Tongquan - the few things a page does by itself. Every page works without it.
"use strict";

(() => {
  const find = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const words = document.body.dataset;

  // Messages --------------------------------------------------------------------------------
  const TOAST_MS = 6000;

  function toast(text, tone) {
    const box = document.createElement("div");
    box.className = tone ? `toast ${tone}` : "toast";
    box.textContent = text;
    find(".toasts").append(box);
    setTimeout(() => box.remove(), TOAST_MS);
  }

  function failure(xhr) {
    try {
      return JSON.parse(xhr.responseText).detail || words.failed;
    } catch {
      return words.failed;
    }
  }

  document.addEventListener("htmx:responseError", (e) => toast(failure(e.detail.xhr), "bad"));
  document.addEventListener("htmx:sendError", () => toast(words.offline, "bad"));

  // Menu ------------------------------------------------------------------------------------
  const menuButton = find(".menu-button");
  menuButton?.addEventListener("click", () => {
    const open = find("#menu").classList.toggle("open");
    menuButton.setAttribute("aria-expanded", String(open));
  });

  document.addEventListener("click", (e) => {
    for (const open of document.querySelectorAll(".account[open], .menu-group[open]"))
      if (!open.contains(e.target)) open.open = false;
  });
  document.addEventListener("keydown", (e) => {
    const group = e.key === "Escape" && find(".menu-group[open]");
    if (!group) return;
    group.open = false;
    group.querySelector("summary").focus();
  });

  // Saved or not: a form with data-autosave says so in the nearest .autosave -------------------
  function autosave(event, state, text) {
    const form = event.target.closest?.("[data-autosave]");
    const sign = form && (find(".autosave", form) || find(".autosave"));
    if (!sign) return;
    sign.dataset.state = state;
    sign.textContent = text;
  }

  document.addEventListener("htmx:beforeRequest", (e) => autosave(e, "saving", words.saving));
  document.addEventListener("htmx:afterRequest", (e) => {
    const done = e.detail.successful;
    autosave(e, done ? "saved" : "failed", done ? words.saved : words.notSaved);
  });

  // Ask first: data-confirm on a button or a form -----------------------------------------------
  const sure = new WeakSet();

  function ask(text) {
    const dialog = find("#confirm");
    find("#confirm-text").textContent = text;
    dialog.returnValue = "";
    dialog.showModal();
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
    });
  }

  document.addEventListener("submit", async (e) => {
    const form = e.target;
    const text = e.submitter?.dataset.confirm || form.dataset.confirm;
    if (!text || sure.has(form)) {
      sure.delete(form);
      return;
    }
    e.preventDefault();
    e.stopImmediatePropagation();
    if (await ask(text)) {
      sure.add(form);
      form.requestSubmit(e.submitter);
    }
  }, true);

  document.addEventListener("htmx:confirm", (e) => {
    if (!e.detail.question) return;
    e.preventDefault();
    ask(e.detail.question).then((yes) => yes && e.detail.issueRequest(true));
  });

  // A form that takes its time says so: data-busy on the form -------------------------------------
  document.addEventListener("submit", (e) => {
    const button = find("button:not([type=button])", e.target);
    if (!e.target.dataset.busy || !button || e.defaultPrevented) return;
    if (button.getAttribute("aria-disabled")) {
      e.preventDefault();
      return;
    }
    button.setAttribute("aria-disabled", "true");
    button.dataset.idle = button.textContent;
    button.textContent = e.target.dataset.busy;
    toast(e.target.dataset.busy);
  });

  window.addEventListener("pageshow", () => {
    for (const button of all("[data-idle]")) {
      button.textContent = button.dataset.idle;
      button.removeAttribute("aria-disabled");
    }
  });

  // A button that fills in fields: data-fill names them, data-values has their values ---------------
  for (const button of all("[data-fill]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const values = button.dataset.values.split(" ");
      button.dataset.fill.split(" ").forEach((id, i) => { find(`#${id}`).value = values[i]; });
      find("form.card button[type=submit]").focus();
    });
  }

  // Drop zone: a .drop around a file input -------------------------------------------------------
  function listFiles(zone) {
    const list = find(".drop-files", zone);
    if (!list) return;
    list.replaceChildren(...[...find("input[type=file]", zone).files].map((file) => {
      const item = document.createElement("li");
      item.textContent = `${file.name} (${Math.max(1, Math.round(file.size / 1024))} KB)`;
      return item;
    }));
  }

  const zoneOf = (e) => e.target.closest?.(".drop");
  document.addEventListener("change", (e) => zoneOf(e) && listFiles(zoneOf(e)));
  for (const kind of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(kind, (e) => {
      const zone = zoneOf(e);
      if (!zone) return;
      e.preventDefault();
      zone.classList.toggle("over", kind === "dragover");
      if (kind === "drop" && e.dataTransfer.files.length > 0) {
        find("input[type=file]", zone).files = e.dataTransfer.files;
        listFiles(zone);
      }
    });
  }

  // Keyboard ------------------------------------------------------------------------------------
  // A list is anything with data-list; its items carry data-item. Inside an item, data-key="a"
  // names the button that the key presses while the item is selected.
  const typing = (e) => e.target.closest?.("input, select, textarea, [contenteditable]");
  const selected = () => find("[data-item].selected");

  function mark(item) {
    if (!item || item === selected()) return;
    selected()?.classList.remove("selected");
    item.classList.add("selected");
  }

  // Who tabs or clicks into an item means that item.
  document.addEventListener("focusin", (e) => mark(e.target.closest?.("[data-item]")));

  function select(item) {
    if (!item) return;
    mark(item);
    if (!item.hasAttribute("tabindex")) item.tabIndex = -1;
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
    item.dispatchEvent(new CustomEvent("tongquan:select", { bubbles: true }));
  }

  function move(step) {
    const items = all("[data-list] [data-item]").filter((i) => i.offsetParent !== null);
    const now = items.indexOf(selected());
    select(items[now < 0 ? (step > 0 ? 0 : items.length - 1) : now + step]);
  }

  function press(key) {
    const item = selected();
    const target = (item && find(`[data-key="${CSS.escape(key)}"]`, item))
      || find(`.toolbar [data-key="${CSS.escape(key)}"]`);
    target?.click();
    return Boolean(target);
  }

  const keys = {
    "/": () => find("[data-search], input[type=search]")?.focus(),
    "?": () => find("#keys").showModal(),
    j: () => move(1),
    k: () => move(-1),
    Enter: () => (document.activeElement === selected()
      ? find("a[href]", selected())?.click() : false),
  };

  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing) return;
    if (e.key === "Escape") {
      const account = find(".account[open]");
      if (account) {
        account.open = false;
        find("summary", account).focus();
      } else if (typing(e)) {
        e.target.blur();
        selected()?.focus();
      }
      return;
    }
    if (typing(e) || find("dialog[open]")) return;
    const inList = document.activeElement?.matches?.("[data-item]");
    const name = inList && e.key === "ArrowDown" ? "j"
      : inList && e.key === "ArrowUp" ? "k" : e.key;
    const action = keys[name];
    const done = action ? action() !== false && name !== "Enter" : name.length === 1 && press(name);
    if (done) e.preventDefault();
  });

  document.addEventListener("click", (e) => {
    const item = e.target.closest?.("[data-item]");
    if (item && item !== selected() && !e.target.closest("a, button, input, select, textarea")) {
      select(item);
    }
  });

  // A selected review row shows its sentence: data-shows="id of the span in the document" --------
  document.addEventListener("tongquan:select", (e) => {
    const target = document.getElementById(e.target.dataset.shows || "");
    for (const old of all(".document .here")) old.classList.remove("here");
    target?.classList.add("here");
    target?.scrollIntoView({ block: "center" });
  });

  // A filter that has no button of its own sends itself: data-submit-on-change -----------------------
  document.addEventListener("change", (e) => {
    const form = e.target.closest?.("form[data-submit-on-change]");
    if (form) form.requestSubmit();
  });

  find("[data-focus]")?.focus();
  for (const button of all("[data-print]")) button.addEventListener("click", () => window.print());
})();
