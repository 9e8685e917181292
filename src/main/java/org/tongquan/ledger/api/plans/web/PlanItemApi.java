package org.tongquan.ledger.api.plans.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.api.web.Caller;
import org.tongquan.ledger.api.web.Condition;
import org.tongquan.ledger.planning.Plan;
import org.tongquan.ledger.planning.PlanAnswer;
import org.tongquan.ledger.planning.PlanItem;
import org.tongquan.ledger.planning.Planning;
import org.tongquan.rest.Change;
import org.tongquan.rest.Cursor;
import org.tongquan.rest.Fields;
import org.tongquan.rest.Once;
import org.tongquan.rest.Rejected;
import org.tongquan.rest.Trouble;
import tools.jackson.databind.JsonNode;

/// The items of a plan: list, one, and the work on them while the plan is drawn up.
@RestController
@RequestMapping(
        path = Caller.ROOT + "/regions/{region}/plans/{plan}/items",
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "plans")
class PlanItemApi {
    private static final int OK = HttpStatus.OK.value();

    private final Planning planning;
    private final Caller callers;
    private final Once once;

    PlanItemApi(Planning planning, Caller callers, Once once) {
        this.planning = planning;
        this.callers = callers;
        this.once = once;
    }

    private static String path(String region, UUID plan, String item) {
        return Caller.ROOT + "/regions/" + region + "/plans/" + plan + "/items/" + item;
    }

    @GetMapping
    @Operation(operationId = "listPlanItems", summary = "The items of a plan, in its order")
    PlannedPage list(
            Actor actor,
            @PathVariable String region,
            @PathVariable UUID plan,
            @RequestParam(defaultValue = "") String commitment,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request) {
        var reader = callers.reader(actor, region, request);
        int most = Cursor.limit(limit);
        var question = new Question(plan, commitment, party, unit);
        var after = Cursor.read(question, cursor).map(Place::of).orElse(Place.START);
        var found =
                find(actor, region, plan).items().stream()
                        .filter(question::asksFor)
                        .filter(i -> Place.of(i).compareTo(after) > 0)
                        .sorted(Comparator.comparing(Place::of))
                        .limit(most + 1L)
                        .toList();
        boolean more = found.size() > most;
        var shown = more ? found.subList(0, most) : found;
        return new PlannedPage(
                shown.stream().map(i -> PlannedItem.of(i, reader)).toList(),
                more ? Cursor.next(request, question, Place.of(shown.getLast()).word()) : null);
    }

    /// What the list is asked for, without its place.
    private record Question(UUID plan, String commitment, String party, String unit) {
        boolean asksFor(PlanItem item) {
            return (commitment.isEmpty() || item.parent().equals(commitment))
                    && (party.isEmpty() || item.parties().contains(party))
                    && (unit.isEmpty()
                            || item.lead().contains(unit)
                            || item.cooperating().contains(unit));
        }
    }

    /// Where an item stands in the order of the plan.
    private record Place(int number, String id) implements Comparable<Place> {
        static final Place START = new Place(0, "");

        static Place of(PlanItem item) {
            return new Place(item.place(), item.id());
        }

        static Place of(String word) {
            int gap = word.indexOf(' ');
            return new Place(Integer.parseInt(word.substring(0, gap)), word.substring(gap + 1));
        }

        String word() {
            return number + " " + id;
        }

        @Override
        public int compareTo(Place other) {
            return Comparator.comparingInt(Place::number)
                    .thenComparing(Place::id)
                    .compare(this, other);
        }
    }

    @GetMapping("/{item}")
    @Operation(
            operationId = "getPlanItem",
            summary = "One item of a plan; its ETag is what If-Match needs")
    ResponseEntity<PlannedItem> one(
            Actor actor,
            @PathVariable String region,
            @PathVariable UUID plan,
            @PathVariable String item,
            HttpServletRequest request) {
        var reader = callers.reader(actor, region, request);
        var found = item(find(actor, region, plan), item);
        return ResponseEntity.ok()
                .eTag(Condition.tag(found.revision()))
                .body(PlannedItem.of(found, reader));
    }

    private Plan find(Actor actor, String region, UUID plan) {
        return planning.find(actor, plan)
                .filter(p -> p.head().region().equals(region))
                .orElseThrow(() -> new Rejected(Trouble.NOT_FOUND));
    }

    private static PlanItem item(Plan plan, String id) {
        return plan.items().stream()
                .filter(i -> i.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Rejected(Trouble.NOT_FOUND));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "addPlanItem", summary = "Adds an item to a plan being drawn up")
    @Change(body = PlanItemBody.class, answer = PlanItemChanged.class, said = "added")
    ResponseEntity<byte[]> add(
            Actor actor,
            @PathVariable String region,
            @PathVariable UUID plan,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody JsonNode wanted,
            HttpServletRequest request) {
        permit(actor, region, plan, request);
        var item = PlanItemBody.read(new Fields(wanted), "", 0, 0);
        return once.run(
                actor,
                key,
                asked(request, 0, item),
                () ->
                        done(
                                planning.add(actor, plan, item),
                                () -> {
                                    var last = find(actor, region, plan).items().getLast();
                                    return changed(Change.CREATED, region, plan, last);
                                }));
    }

    @PutMapping(path = "/{item}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "changePlanItem", summary = "Changes an item of a plan being drawn up")
    @Change(
            body = PlanItemBody.class,
            answer = PlanItemChanged.class,
            said = "changed",
            status = 200)
    ResponseEntity<byte[]> change(
            Actor actor,
            @PathVariable String region,
            @PathVariable UUID plan,
            @PathVariable String item,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode wanted,
            HttpServletRequest request) {
        permit(actor, region, plan, request);
        int seen = Condition.version(ifMatch);
        int place = item(find(actor, region, plan), item).place();
        var next = PlanItemBody.read(new Fields(wanted), item, place, seen);
        return once.run(
                actor,
                key,
                asked(request, seen, next.atPlace(0)),
                () ->
                        done(
                                planning.change(actor, plan, next),
                                () ->
                                        changed(
                                                OK,
                                                region,
                                                plan,
                                                item(find(actor, region, plan), item))));
    }

    @DeleteMapping("/{item}")
    @Operation(
            operationId = "removePlanItem",
            summary = "Takes an item out of a plan being drawn up")
    @Change(answer = PlanItemChanged.class, said = "taken out", status = 200)
    ResponseEntity<byte[]> remove(
            Actor actor,
            @PathVariable String region,
            @PathVariable UUID plan,
            @PathVariable String item,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            HttpServletRequest request) {
        permit(actor, region, plan, request);
        int seen = Condition.version(ifMatch);
        return once.run(
                actor,
                key,
                asked(request, seen, item),
                () -> {
                    item(find(actor, region, plan), item);
                    return done(
                            planning.remove(actor, plan, item, seen),
                            () -> {
                                var path = path(region, plan, item);
                                var gone = new PlanItemChanged(plan.toString(), item, 0, path);
                                return new Once.Made(OK, "", "", gone);
                            });
                });
    }

    private void permit(Actor actor, String region, UUID plan, HttpServletRequest request) {
        callers.reader(actor, region, request);
        Caller.require(actor, Power.DRAFT);
        find(actor, region, plan);
    }

    private static String asked(HttpServletRequest request, int seen, Object what) {
        return request.getMethod() + " " + request.getRequestURI() + "\n" + seen + "\n" + what;
    }

    private static Once.Made changed(int status, String region, UUID plan, PlanItem item) {
        var path = path(region, plan, item.id());
        return new Once.Made(
                status,
                path,
                Condition.tag(item.revision()),
                new PlanItemChanged(plan.toString(), item.id(), item.revision(), path));
    }

    private static Once.Made done(PlanAnswer answer, Supplier<Once.Made> made) {
        return switch (answer) {
            case PlanAnswer.Done _ -> made.get();
            case PlanAnswer.Refused(var faults) -> throw PlanRefusals.of(faults);
        };
    }
}
