package org.tongquan.ledger.api.plans.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.api.web.Caller;
import org.tongquan.ledger.planning.Planning;
import org.tongquan.rest.Rejected;
import org.tongquan.rest.Trouble;

/// The yearly plans.
@RestController
@RequestMapping(
        path = Caller.ROOT + "/regions/{region}/plans",
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "plans", description = "Yearly plans")
class PlanApi {
    private final Planning planning;
    private final Caller callers;

    PlanApi(Planning planning, Caller callers) {
        this.planning = planning;
        this.callers = callers;
    }

    /// The plans of a region.
    record PlanList(List<PlanHead> items) {}

    /// A plan in a list.
    ///
    /// @param state the step taken last
    /// @param size how many items it has
    record PlanHead(String id, int year, String title, String state, int size, String href) {}

    @GetMapping
    @Operation(operationId = "listPlans", summary = "The yearly plans that the body sees")
    PlanList list(Actor actor, @PathVariable String region, HttpServletRequest request) {
        callers.reader(actor, region, request);
        return new PlanList(
                planning.list(actor).stream()
                        .map(
                                p ->
                                        new PlanHead(
                                                p.id().toString(),
                                                p.year(),
                                                p.title(),
                                                p.state().word(),
                                                p.size(),
                                                request.getRequestURI() + "/" + p.id()))
                        .toList());
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getPlan", summary = "One plan with its items and steps")
    PlanShown plan(
            Actor actor,
            @PathVariable String region,
            @PathVariable UUID id,
            HttpServletRequest request) {
        var reader = callers.reader(actor, region, request);
        return planning.find(actor, id)
                .filter(p -> p.head().region().equals(region))
                .map(p -> PlanShown.of(p, reader))
                .orElseThrow(() -> new Rejected(Trouble.NOT_FOUND));
    }
}
