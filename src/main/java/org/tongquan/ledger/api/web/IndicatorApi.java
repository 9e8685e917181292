package org.tongquan.ledger.api.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.measuring.Filed;
import org.tongquan.ledger.measuring.Measuring;
import org.tongquan.ledger.measuring.Reading;
import org.tongquan.rest.Change;
import org.tongquan.rest.Fields;
import org.tongquan.rest.Once;
import org.tongquan.rest.Rejected;
import org.tongquan.rest.Trouble;
import tools.jackson.databind.JsonNode;

/// Indicators and their values.
@RestController
@RequestMapping(
        path = Caller.ROOT + "/regions/{region}/indicators",
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "indicators", description = "Indicators, their targets and values")
class IndicatorApi {
    private static final int MOST_PARTY = 60;
    private static final int MOST_REVISION = 1_000_000;

    private final Measuring measuring;
    private final Caller callers;
    private final Once once;

    IndicatorApi(Measuring measuring, Caller callers, Once once) {
        this.measuring = measuring;
        this.callers = callers;
        this.once = once;
    }

    static String path(String region, String indicator) {
        return UriComponentsBuilder.fromPath(
                        Caller.ROOT + "/regions/{region}/indicators/{indicator}")
                .encode()
                .buildAndExpand(region, indicator)
                .toUriString();
    }

    /// The indicators of a region, the most urgent first.
    record IndicatorList(List<IndicatorShown> items) {}

    /// A value was kept.
    record ReadingFiled(String id, int revision, String indicator) {}

    @GetMapping
    @Operation(operationId = "listIndicators", summary = "Indicators with the members' values")
    IndicatorList list(Actor actor, @PathVariable String region, HttpServletRequest request) {
        var reader = callers.reader(actor, region, request);
        return new IndicatorList(
                measuring.list(actor, region).stream()
                        .map(s -> IndicatorShown.of(s, reader, region))
                        .toList());
    }

    @GetMapping("/{indicator}")
    @Operation(operationId = "getIndicator", summary = "One indicator")
    IndicatorShown one(
            Actor actor,
            @PathVariable String region,
            @PathVariable String indicator,
            HttpServletRequest request) {
        var reader = callers.reader(actor, region, request);
        return measuring
                .find(actor, region, indicator)
                .map(s -> IndicatorShown.of(s, reader, region))
                .orElseThrow(() -> new Rejected(Trouble.NOT_FOUND));
    }

    @PostMapping(path = "/{indicator}/readings", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "fileReading", summary = "Enters a value, or a revision of one")
    @Change(body = NewReadingBody.class, answer = ReadingFiled.class, said = "kept")
    ResponseEntity<byte[]> file(
            Actor actor,
            @PathVariable String region,
            @PathVariable String indicator,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody JsonNode value,
            HttpServletRequest request) {
        callers.reader(actor, region, request);
        Caller.require(actor, Power.REPORT_PROGRESS, Power.ISSUE_REPORT);
        var filed = read(indicator, value);
        return once.run(
                actor,
                key,
                region + "\n" + filed,
                () ->
                        switch (measuring.file(actor, region, filed)) {
                            case Filed.Kept(var id, int revision) ->
                                    new Once.Made(
                                            Change.CREATED,
                                            path(region, indicator),
                                            "",
                                            new ReadingFiled(
                                                    id.toString(),
                                                    revision,
                                                    path(region, indicator)));
                            case Filed.Refused(var reason) -> throw refusal(reason);
                        });
    }

    private static Measuring.NewValue read(String indicator, JsonNode value) {
        var fields = new Fields(value);
        var filed =
                new Measuring.NewValue(
                        indicator,
                        fields.text("party", 1, MOST_PARTY),
                        Reading.Kind.valueOf(
                                fields.oneOf("kind", List.of("achieved", "decided"))
                                        .toUpperCase(Locale.ROOT)),
                        fields.day("on"),
                        fields.number("value"),
                        fields.text("source", 1, Reading.MOST_TEXT),
                        fields.whole("shown", 0, MOST_REVISION),
                        fields.text("reason", 0, Reading.MOST_TEXT));
        fields.throwIfAny();
        return filed;
    }

    private static Rejected refusal(Filed.Reason reason) {
        var trouble =
                switch (reason) {
                    case NOT_FOUND -> Trouble.NOT_FOUND;
                    case NOT_YOURS -> Trouble.NOT_ALLOWED;
                    case CHANGED -> Trouble.CHANGED;
                    default -> Trouble.REFUSED;
                };
        return new Rejected(trouble, "measuring.refused." + reason.word());
    }
}
