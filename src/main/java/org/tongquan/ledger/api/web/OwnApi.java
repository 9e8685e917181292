package org.tongquan.ledger.api.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.hooks.Hooks;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Sentences;
import org.tongquan.ledger.inbox.Told;
import org.tongquan.ledger.standing.Light;

/// Who the key is, what its body was told, and the region's figures of today.
@RestController
@RequestMapping(path = Caller.ROOT, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "own", description = "The key itself, its body's inbox, figures of today")
class OwnApi {
    private final Ledger ledger;
    private final Inbox inbox;
    private final Caller callers;

    OwnApi(Ledger ledger, Inbox inbox, Caller callers) {
        this.ledger = ledger;
        this.inbox = inbox;
        this.callers = callers;
    }

    /// Whom the key acts for.
    ///
    /// @param powers what it may do, in the words of the compact
    /// @param today the day it is where the parties are
    record KeyShown(
            String region, String regionName, Named body, List<String> powers, LocalDate today) {}

    /// The figures of a day.
    ///
    /// @param obligations one for each party bound by an item
    /// @param lights how many of each color
    /// @param parties the same for each party
    record FiguresShown(
            LocalDate day,
            int items,
            int obligations,
            Map<String, Integer> lights,
            List<LightsOfParty> parties,
            int finished,
            int wasLate,
            int meanPercent) {}

    /// One party's lights.
    record LightsOfParty(Named party, Map<String, Integer> lights) {}

    /// What the body was told, newest first.
    record ToldList(List<ToldShown> items) {}

    /// One thing the body was told.
    ///
    /// @param type what it is about, as in the events of webhooks
    /// @param sentence in the language asked for
    /// @param page where the matter stands, a page of this instance
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ToldShown(
            String id,
            String type,
            String sentence,
            String page,
            @Nullable LocalDate due,
            Instant at) {}

    @GetMapping("/me")
    @Operation(operationId = "getMe", summary = "Whom the key acts for and what it may do")
    KeyShown me(Actor actor, HttpServletRequest request) {
        var reader = callers.reader(actor, request);
        return new KeyShown(
                actor.region(),
                reader.names().region(),
                reader.body(actor.body()),
                actor.powers().stream()
                        .map(p -> p.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .sorted()
                        .toList(),
                ledger.today());
    }

    @GetMapping("/regions/{region}/figures")
    @Operation(operationId = "getFigures", summary = "The figures of the ledger as of today")
    FiguresShown figures(Actor actor, @PathVariable String region, HttpServletRequest request) {
        var reader = callers.reader(actor, region, request);
        var figures = ledger.figures(actor, region);
        return new FiguresShown(
                figures.day(),
                figures.commitments(),
                figures.obligations(),
                lights(figures.byLight()),
                figures.byParty().entrySet().stream()
                        .map(e -> new LightsOfParty(reader.party(e.getKey()), lights(e.getValue())))
                        .toList(),
                figures.finished(),
                figures.wasLate(),
                figures.meanPercent());
    }

    private static Map<String, Integer> lights(Map<Light, Integer> counts) {
        return counts.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                e -> e.getKey().word(),
                                Map.Entry::getValue,
                                Integer::sum,
                                TreeMap::new));
    }

    @GetMapping("/regions/{region}/told")
    @Operation(
            operationId = "listTold",
            summary = "What the body was told last, newest first; webhooks bring the same")
    ToldList told(Actor actor, @PathVariable String region, HttpServletRequest request) {
        var reader = callers.reader(actor, region, request);
        return new ToldList(inbox.list(actor, false).stream().map(t -> told(t, reader)).toList());
    }

    private static ToldShown told(Told told, Caller.Reader reader) {
        var sentences =
                new Sentences(
                        reader::say,
                        reader.names()::body,
                        reader.names()::party,
                        reader.language()::pick);
        return new ToldShown(
                told.id().toString(),
                Hooks.type(told.message()),
                sentences.of(told.message(), told.values()),
                told.href(),
                told.due(),
                told.at());
    }
}
