package org.tongquan.ledger.attaching.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.ProgressReport.Attachment;
import org.tongquan.ledger.attaching.AttachAnswer;
import org.tongquan.ledger.attaching.Attached;
import org.tongquan.ledger.attaching.Attaching;
import org.tongquan.ledger.web.FileNames;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Crumb;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.NotFound;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// The files of an item: listed with their checksums, attached, handed out, withdrawn.
@Controller
class AttachmentPages {
    private static final int KILO = 1024;

    private final Attaching attaching;
    private final Ledger ledger;
    private final Names names;
    private final Messages messages;

    AttachmentPages(Attaching attaching, Ledger ledger, Names names, Messages messages) {
        this.attaching = attaching;
        this.ledger = ledger;
        this.names = names;
        this.messages = messages;
    }

    @GetMapping("/attachments/{item}")
    ModelAndView list(Actor actor, @PathVariable String item, HttpServletRequest request) {
        return show(actor, item, Language.of(request), "");
    }

    @PostMapping("/attachments/{item}")
    ModelAndView add(
            Actor actor,
            @PathVariable String item,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            RedirectAttributes after)
            throws IOException {
        var sent =
                file == null || file.isEmpty()
                        ? new Attachment("", "", new byte[0])
                        : new Attachment(
                                FileNames.plain(String.valueOf(file.getOriginalFilename())),
                                FileNames.mediaType(file),
                                file.getBytes());
        return answer(
                actor, item, attaching.add(actor, item, sent, note), request, after, "attached");
    }

    @PostMapping("/attachments/{item}/{file}/withdrawal")
    ModelAndView withdraw(
            Actor actor,
            @PathVariable String item,
            @PathVariable UUID file,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes after) {
        var answer = attaching.withdraw(actor, file, reason);
        return answer(actor, item, answer, request, after, "withdrawn");
    }

    @GetMapping("/attachments/{item}/{file}")
    ResponseEntity<byte[]> content(
            Actor actor, @PathVariable String item, @PathVariable UUID file) {
        return switch (attaching.content(actor, file)) {
            case AttachAnswer.Content(var found) ->
                    ResponseEntity.ok()
                            .header(
                                    HttpHeaders.CONTENT_DISPOSITION,
                                    ContentDisposition.attachment()
                                            .filename(found.name(), StandardCharsets.UTF_8)
                                            .build()
                                            .toString())
                            .contentType(MediaType.APPLICATION_OCTET_STREAM)
                            .body(found.content());
            case AttachAnswer.Refused(var fault) when fault == AttachAnswer.Fault.DAMAGED ->
                    throw new IllegalStateException("the kept file " + file + " was changed");
            case AttachAnswer.Refused _, AttachAnswer.Done _ -> throw new NotFound();
        };
    }

    private ModelAndView answer(
            Actor actor,
            String item,
            AttachAnswer answer,
            HttpServletRequest request,
            RedirectAttributes after,
            String done) {
        return switch (answer) {
            case AttachAnswer.Refused(var fault) when fault == AttachAnswer.Fault.NOT_FOUND ->
                    throw new NotFound();
            case AttachAnswer.Refused(var fault) ->
                    show(actor, item, Language.of(request), fault.word());
            case AttachAnswer.Done _, AttachAnswer.Content _ -> {
                after.addFlashAttribute(Pages.NOTICE, "attaching.done." + done);
                yield new ModelAndView("redirect:/attachments/" + item);
            }
        };
    }

    private ModelAndView show(Actor actor, String item, Language language, String fault) {
        var files = attaching.list(actor, item).orElseThrow(NotFound::new);
        var of = names.of(actor.region(), language);
        var card = ledger.find(actor, actor.region(), item);
        var title =
                card.map(Card::commitment)
                        .map(c -> language.pick(c.textZh(), c.textEn()))
                        .orElse(item);
        return Show.view(
                "attaching/attachments",
                new AttachmentsView(
                        item,
                        title,
                        List.of(
                                card.isPresent()
                                        ? new Crumb("/ledger/" + actor.region() + "/" + item, title)
                                        : new Crumb(
                                                "/plans", messages.say(language, "planning.title")),
                                new Crumb("", messages.say(language, "attaching.title"))),
                        files.stream().map(f -> row(actor, f, of)).toList(),
                        attaching.mayAttach(actor),
                        Attachment.MOST_BYTES / KILO / KILO,
                        fault));
    }

    private AttachmentsView.Row row(Actor actor, Attached file, Names.Of of) {
        var gone = file.withdrawn();
        return new AttachmentsView.Row(
                file.id().toString(),
                file.name(),
                file.note(),
                (file.size() + KILO - 1) / KILO + " KB",
                file.sha256(),
                of.body(file.body()),
                Moments.of(file.at()),
                gone == null
                        ? ""
                        : of.body(gone.body()) + " " + Moments.of(gone.at()) + "：" + gone.reason(),
                attaching.mayWithdraw(actor, file));
    }
}
