package org.tongquan.ledger.api.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Filter;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.Obligation;
import org.tongquan.ledger.standing.Light;
import org.tongquan.rest.Cursor;
import org.tongquan.rest.Rejected;
import org.tongquan.rest.Trouble;
import org.tongquan.rest.Wrong;

/// The items of the ledger: list, one with its reports, evidence.
@RestController
@RequestMapping(path = Caller.ROOT, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "items", description = "Commitments and tasks, their lights and reports")
class ItemApi {
    private final Ledger ledger;
    private final Caller callers;

    ItemApi(Ledger ledger, Caller callers) {
        this.ledger = ledger;
        this.callers = callers;
    }

    static String path(String region, String item) {
        return UriComponentsBuilder.fromPath(Caller.ROOT + "/regions/{region}/items/{item}")
                .encode()
                .buildAndExpand(region, item)
                .toUriString();
    }

    @GetMapping("/regions/{region}/items")
    @Operation(
            operationId = "listItems",
            summary = "Items of the ledger, one row for each bound party, in the agreed order")
    ItemPage list(
            Actor actor,
            @PathVariable String region,
            @RequestParam(defaultValue = "") String chapter,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String unit,
            @Schema(allowableValues = {"red", "yellow", "green", "none"})
                    @RequestParam(required = false)
                    @Nullable String light,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate dueFrom,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate dueBy,
            @Schema(allowableValues = {"finished", "was-late"}) @RequestParam(defaultValue = "")
                    String only,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request) {
        var reader = callers.reader(actor, region, request);
        var filter =
                new Filter(
                        region,
                        chapter,
                        party,
                        unit,
                        light(light),
                        category,
                        dueFrom,
                        dueBy,
                        only(only),
                        q);
        int most = Cursor.limit(limit);
        var rows = new ArrayList<Obligation>();
        var after = Cursor.read(filter, cursor).map(Obligation.Cursor::of);
        boolean more = true;
        while (more && rows.size() < most) {
            var slice = ledger.list(actor, filter, after.orElse(Obligation.Cursor.START));
            rows.addAll(slice.rows());
            more = slice.more();
            after = rows.isEmpty() ? after : Optional.of(rows.getLast().cursor());
        }
        boolean goesOn = more || rows.size() > most;
        var shown = rows.subList(0, Math.min(most, rows.size()));
        return new ItemPage(
                shown.stream().map(o -> ItemRow.of(o, reader)).toList(),
                goesOn ? Cursor.next(request, filter, shown.getLast().cursor().toString()) : null);
    }

    private static @Nullable Light light(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return null;
        }
        for (var light : Light.values()) {
            if (light.word().equals(word)) {
                return light;
            }
        }
        throw noSuch("light", "red, yellow, green, none");
    }

    private static Filter.Only only(String word) {
        var only = Filter.Only.of(word);
        if (!only.word().equals(word)) {
            throw noSuch("only", "finished, was-late");
        }
        return only;
    }

    private static Rejected noSuch(String parameter, String words) {
        var wrong = Wrong.at("parameter:" + parameter, "rest.wrong.word", words);
        return new Rejected(Trouble.PARAMETER, "rest.trouble.parameter.text", List.of(wrong));
    }

    @GetMapping("/regions/{region}/items/{item}")
    @Operation(
            operationId = "getItem",
            summary = "One item with its duties, their lights and why, and the reports seen")
    ItemShown item(
            Actor actor,
            @PathVariable String region,
            @PathVariable String item,
            HttpServletRequest request) {
        var reader = callers.reader(actor, region, request);
        var card =
                ledger.find(actor, region, item).orElseThrow(() -> new Rejected(Trouble.NOT_FOUND));
        var reportable =
                card.commitment().parties().stream()
                        .filter(p -> ledger.mayReport(actor, card, p))
                        .toList();
        return ItemShown.of(card, reader, reportable);
    }

    @GetMapping(path = "/evidence/{id}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            operationId = "getEvidence",
            summary = "The content of a file handed in with a report",
            responses =
                    @io.swagger.v3.oas.annotations.responses.ApiResponse(
                            responseCode = "200",
                            description = "the file",
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary"))))
    ResponseEntity<byte[]> evidence(Actor actor, @PathVariable UUID id) {
        var file = ledger.evidence(actor, id).orElseThrow(() -> new Rejected(Trouble.NOT_FOUND));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(file.content());
    }
}
