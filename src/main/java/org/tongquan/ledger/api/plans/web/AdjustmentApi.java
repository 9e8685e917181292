package org.tongquan.ledger.api.plans.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.api.web.Caller;
import org.tongquan.ledger.planning.Adjusting;
import org.tongquan.ledger.planning.Adjustment;
import org.tongquan.ledger.planning.PlanAnswer;
import org.tongquan.ledger.planning.Planning;
import org.tongquan.rest.Change;
import org.tongquan.rest.Cursor;
import org.tongquan.rest.Fields;
import org.tongquan.rest.Once;
import org.tongquan.rest.Rejected;
import org.tongquan.rest.Trouble;
import tools.jackson.databind.JsonNode;

/// Changes of a published plan (动态调整): list, one, ask for one. A person decides.
@RestController
@RequestMapping(
        path = Caller.ROOT + "/regions/{region}/plans/{plan}/adjustments",
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "plans")
class AdjustmentApi {
    private final Adjusting adjusting;
    private final Planning planning;
    private final Caller callers;
    private final Once once;

    AdjustmentApi(Adjusting adjusting, Planning planning, Caller callers, Once once) {
        this.adjusting = adjusting;
        this.planning = planning;
        this.callers = callers;
        this.once = once;
    }

    private static String path(String region, UUID plan, Object id) {
        return Caller.ROOT + "/regions/" + region + "/plans/" + plan + "/adjustments/" + id;
    }

    /// One page of changes asked for, the latest first.
    ///
    /// @param next address of the next page, left out on the last one
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AdjustmentPage(List<AdjustmentShown> items, @Nullable String next) {}

    /// A change was asked for.
    record AdjustmentAsked(String id, String href) {}

    @GetMapping
    @Operation(operationId = "listAdjustments", summary = "Changes asked for, the latest first")
    AdjustmentPage list(
            Actor actor,
            @PathVariable String region,
            @PathVariable UUID plan,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request) {
        var reader = callers.reader(actor, region, request);
        int most = Cursor.limit(limit);
        var all = all(actor, region, plan);
        int from = Cursor.read(plan, cursor).map(last -> after(all, last)).orElse(0);
        int to = Math.min(all.size(), from + most);
        return new AdjustmentPage(
                all.subList(from, to).stream().map(a -> AdjustmentShown.of(a, reader)).toList(),
                to < all.size()
                        ? Cursor.next(request, plan, all.get(to - 1).id().toString())
                        : null);
    }

    /// The place behind a change; what is asked for is never taken away.
    private static int after(List<Adjustment> all, String last) {
        int place = 0;
        for (var one : all) {
            place++;
            if (one.id().toString().equals(last)) {
                return place;
            }
        }
        return place;
    }

    private List<Adjustment> all(Actor actor, String region, UUID plan) {
        var found = planning.find(actor, plan).filter(p -> p.head().region().equals(region));
        if (found.isEmpty()) {
            throw new Rejected(Trouble.NOT_FOUND);
        }
        return adjusting.list(actor, plan);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getAdjustment", summary = "One change and what was decided")
    AdjustmentShown one(
            Actor actor,
            @PathVariable String region,
            @PathVariable UUID plan,
            @PathVariable UUID id,
            HttpServletRequest request) {
        var reader = callers.reader(actor, region, request);
        return all(actor, region, plan).stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .map(a -> AdjustmentShown.of(a, reader))
                .orElseThrow(() -> new Rejected(Trouble.NOT_FOUND));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "askAdjustment", summary = "Asks for a change of a published plan")
    @Change(body = AdjustmentBody.class, answer = AdjustmentAsked.class, said = "asked for")
    ResponseEntity<byte[]> ask(
            Actor actor,
            @PathVariable String region,
            @PathVariable UUID plan,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody JsonNode wanted,
            HttpServletRequest request) {
        callers.reader(actor, region, request);
        Caller.require(actor, Power.REPORT_PROGRESS, Power.SUPERVISE, Power.DRAFT);
        all(actor, region, plan);
        var wish = AdjustmentBody.read(new Fields(wanted));
        return once.run(
                actor,
                key,
                "adjust\n" + region + "\n" + plan + "\n" + wish,
                () ->
                        switch (adjusting.ask(actor, plan, wish, null)) {
                            case PlanAnswer.Done(var id) -> {
                                var path = path(region, plan, id);
                                var body = new AdjustmentAsked(id.toString(), path);
                                yield new Once.Made(Change.CREATED, path, "", body);
                            }
                            case PlanAnswer.Refused(var faults) -> throw PlanRefusals.of(faults);
                        });
    }
}
