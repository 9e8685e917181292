package org.tongquan.site;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tongquan.kernel.Actor;

/// What every template knows of the page it is part of: language, reader, menu, form token. Handed
/// to each template as `page`, beside its own `view`.
public record Page(
        Language language,
        Messages messages,
        Optional<SignIn.Visitor> visitor,
        List<MenuEntry> menu,
        String path,
        String query,
        String csrfName,
        String csrfToken,
        Optional<String> notice,
        boolean simulated,
        String region) {
    /// The program's version, as in pom.xml without its suffix.
    public static final String VERSION = "0.1.0";

    /// The sentence for this reader.
    public String say(String key, Object... values) {
        return messages.say(language, key, values);
    }

    /// One of two texts for this reader, Chinese when there is no English.
    public String pick(String zh, String en) {
        return language.pick(zh, en);
    }

    public Actor actor() {
        return visitor.map(SignIn.Visitor::actor).orElse(Actor.PUBLIC);
    }

    /// The menu as it is shown.
    public List<MenuGroup> groups() {
        return MenuGroup.of(this);
    }

    /// Whether this entry's pages are being read: of all entries, its path fits this one best.
    public boolean current(MenuEntry entry) {
        return menu.stream()
                .filter(e -> holds(e.path()))
                .max(Comparator.comparingInt(e -> e.path().length()))
                .filter(e -> e.path().equals(entry.path()))
                .isPresent();
    }

    private boolean holds(String entry) {
        return path.equals(entry) || path.startsWith(entry.endsWith("/") ? entry : entry + "/");
    }

    /// This page's address in the other language.
    public String otherLanguage() {
        var rest = query.replaceAll("(^|&)lang=[a-z]*", "");
        rest = rest.startsWith("&") ? rest.substring(1) : rest;
        return path + "?" + (rest.isEmpty() ? "" : rest + "&") + "lang=" + language.other().code();
    }
}
