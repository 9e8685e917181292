package org.tongquan.ledger.feed.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.ledger.feed.Agenda;
import org.tongquan.ledger.feed.Allowance;
import org.tongquan.ledger.feed.Feeds;
import org.tongquan.ledger.inbox.Sentences;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Forbidden;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.NotFound;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// The calendar address of the person, and what a calendar program reads there. Reading needs no
/// sign-in: the address is the secret.
@Controller
class FeedPages {
    private static final MediaType CALENDAR =
            new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final Pattern STAMP = Pattern.compile("DTSTAMP:[0-9TZ]+");

    private final Feeds feeds;
    private final Agenda agenda;
    private final Allowance allowance;
    private final Names names;
    private final Messages messages;

    FeedPages(Feeds feeds, Agenda agenda, Allowance allowance, Names names, Messages messages) {
        this.feeds = feeds;
        this.agenda = agenda;
        this.allowance = allowance;
        this.names = names;
        this.messages = messages;
    }

    @GetMapping("/calendar/feed")
    ModelAndView own(Actor actor, HttpServletRequest request) {
        return show(actor, "", request);
    }

    private ModelAndView show(Actor actor, String address, HttpServletRequest request) {
        if (actor.region().isEmpty()) {
            throw new Forbidden("feed.forbidden");
        }
        var own = feeds.own(actor);
        return Show.view(
                "feed/own",
                new FeedView(
                        names.of(actor.region(), Language.of(request)).body(actor.body()),
                        address,
                        own.map(f -> Moments.of(f.madeAt())).orElse(""),
                        own.flatMap(f -> Optional.ofNullable(f.readAt()))
                                .map(Moments::of)
                                .orElse("")));
    }

    /// The answer shows the address, this once; so it is not kept by the browser.
    @PostMapping("/calendar/feed")
    ModelAndView renew(Actor actor, HttpServletRequest request) {
        var token = feeds.renew(actor).orElseThrow(() -> new Forbidden("feed.forbidden"));
        return show(actor, root(request) + "/feed/" + token + ".ics", request);
    }

    @PostMapping("/calendar/feed/end")
    ModelAndView end(Actor actor, RedirectAttributes after) {
        feeds.end(actor);
        after.addFlashAttribute(Pages.NOTICE, "feed.ended");
        return new ModelAndView("redirect:/calendar/feed");
    }

    private static String root(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    }

    @GetMapping("/feed/{token}.ics")
    ResponseEntity<byte[]> read(
            @PathVariable String token,
            @RequestParam(defaultValue = "zh") String lang,
            HttpServletRequest request) {
        var reader = feeds.recognise(token);
        if (reader.isEmpty()) {
            int pause = allowance.failed(request.getRemoteAddr());
            if (pause > 0) {
                return tooMany(pause);
            }
            throw new NotFound();
        }
        int wait = allowance.read(reader.get());
        if (wait > 0) {
            return tooMany(wait);
        }
        feeds.noteRead(reader.get());
        var language = lang.equals("en") ? Language.EN : Language.ZH;
        var actor = reader.get().actor();
        var text = agenda.write(actor, sentences(actor, language), root(request));
        var tag = "\"" + Digest.ofText(STAMP.matcher(text).replaceAll("")).hex() + "\"";
        if (new ServletWebRequest(request).checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        }
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"tongquan.ics\"")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> tooMany(int seconds) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(seconds))
                .build();
    }

    private Sentences sentences(Actor actor, Language language) {
        var of = names.of(actor.region(), language);
        return new Sentences(
                (key, values) -> messages.say(language, key, values),
                of::body,
                of::party,
                language::pick);
    }
}
