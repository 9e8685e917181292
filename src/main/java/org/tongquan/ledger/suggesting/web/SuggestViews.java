package org.tongquan.ledger.suggesting.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.suggesting.Suggesting;
import org.tongquan.ledger.suggesting.Suggestion;
import org.tongquan.ledger.suggesting.Wanted;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Crumb;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;

/// Makes the views of suggestions.
@Component
class SuggestViews {
    private final Names names;
    private final Messages messages;
    private final Ledger ledger;

    SuggestViews(Names names, Messages messages, Ledger ledger) {
        this.names = names;
        this.messages = messages;
        this.ledger = ledger;
    }

    /// What a list was asked for; an unknown state or place is the first one.
    static Wanted wanted(
            @Nullable String which,
            @Nullable String words,
            @Nullable String after,
            Wanted.Which otherwise) {
        var chosen =
                Arrays.stream(Wanted.Which.values())
                        .filter(w -> w.word().equals(which))
                        .findFirst()
                        .orElse(otherwise);
        return new Wanted(chosen, words == null ? "" : words, id(after));
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    SuggestView list(
            String region,
            List<Suggestion> found,
            Wanted wanted,
            String path,
            List<Wanted.Which> choices,
            Language language) {
        var of = names.of(region, language);
        boolean more = found.size() > Suggesting.PAGE;
        var shown = more ? found.subList(0, Suggesting.PAGE) : found;
        var next =
                more
                        ? path
                                + "?which="
                                + wanted.which().word()
                                + "&q="
                                + URLEncoder.encode(wanted.words(), StandardCharsets.UTF_8)
                                + "&after="
                                + shown.getLast().id()
                        : "";
        return new SuggestView(
                path,
                of.region(),
                shown.stream().map(s -> row(s, path, of)).toList(),
                wanted.words(),
                wanted.which().word(),
                choices.stream().map(Wanted.Which::word).toList(),
                next);
    }

    private static SuggestView.Row row(Suggestion s, String path, Names.Of of) {
        var h = s.handling();
        boolean pending = h.stage().equals("pending");
        var due = h.answeredOn() == null && h.due() != null ? h.due().toString() : "";
        return new SuggestView.Row(
                path + "/" + s.id(),
                s.title(),
                of.category(s.category()),
                s.on().toString(),
                h.stage(),
                h.unit().isEmpty() ? "" : of.body(h.unit()),
                pending ? s.look().by().toString() : due,
                h.overdue() || h.unseenTooLong());
    }

    /// @param path where the list lies that leads to it; empty when nothing does
    SuggestView.One one(Actor actor, Suggestion s, String path, Language language) {
        var of = names.of(s.region(), language);
        var h = s.handling();
        boolean inside = actor.region().equals(s.region());
        var linked =
                h.commitment().isEmpty()
                        ? ""
                        : ledger.find(actor, s.region(), h.commitment())
                                .map(c -> c.commitment().textZh())
                                .orElse(h.commitment());
        return new SuggestView.One(
                s.id().toString(),
                s.title(),
                s.text(),
                of.category(s.category()),
                s.on().toString(),
                h.stage(),
                h.hiddenBecause(),
                h.unit().isEmpty() ? "" : of.body(h.unit()),
                h.due() == null ? "" : h.due().toString(),
                h.due() == null ? s.look().provisional() : h.provisional(),
                h.overdue(),
                h.wasLate(),
                h.stage().equals("pending") ? s.look().by().toString() : "",
                h.unseenTooLong(),
                linked,
                inside && !linked.isEmpty() ? "/ledger/" + s.region() + "/" + h.commitment() : "",
                s.events().stream()
                        .map(
                                e ->
                                        new SuggestView.Step(
                                                e.kind().name().toLowerCase(Locale.ROOT),
                                                Moments.of(e.at()),
                                                of.body(e.body()),
                                                e.unit().isEmpty() ? e.text() : of.body(e.unit())))
                        .toList(),
                path.isEmpty()
                        ? List.of()
                        : List.of(
                                new Crumb(path, messages.say(language, "suggesting.title")),
                                new Crumb("", s.title())));
    }
}
