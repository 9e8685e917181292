package org.tongquan.ledger.api.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.scoring.Evaluation;
import org.tongquan.ledger.scoring.Score;
import org.tongquan.ledger.scoring.Scoring;
import org.tongquan.rest.Rejected;
import org.tongquan.rest.Trouble;

/// Evaluations and their scores.
@RestController
@RequestMapping(
        path = Caller.ROOT + "/regions/{region}/evaluations",
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "evaluations", description = "Scores of units and parties")
class EvaluationApi {
    private final Scoring scoring;
    private final Caller callers;

    EvaluationApi(Scoring scoring, Caller callers) {
        this.scoring = scoring;
        this.callers = callers;
    }

    /// The evaluations of a region, newest first.
    record EvaluationList(List<EvaluationHead> items) {}

    /// An evaluation without its scores.
    ///
    /// @param span `2026`, `2026-H1` or `2026-H2`
    /// @param objectUntil last day to object
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EvaluationHead(
            String id,
            String span,
            LocalDate from,
            LocalDate to,
            String rule,
            String state,
            boolean simulated,
            @Nullable LocalDate objectUntil,
            String href) {}

    /// An evaluation with its scores, by rank.
    record EvaluationShown(EvaluationHead evaluation, List<ScoreShown> scores) {}

    /// What one unit or party reached.
    ///
    /// @param kind `unit` or `party`
    /// @param rank 1 for the highest; equal scores share a rank
    record ScoreShown(
            String kind, Named subject, int rank, BigDecimal score, int led, int cooperated) {}

    @GetMapping
    @Operation(operationId = "listEvaluations", summary = "Evaluations that the body sees")
    EvaluationList list(Actor actor, @PathVariable String region, HttpServletRequest request) {
        callers.reader(actor, region, request);
        return new EvaluationList(
                scoring.list(actor, region).stream().map(EvaluationApi::head).toList());
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getEvaluation", summary = "One evaluation with its scores")
    EvaluationShown one(
            Actor actor,
            @PathVariable String region,
            @PathVariable UUID id,
            HttpServletRequest request) {
        var reader = callers.reader(actor, region, request);
        var result =
                scoring.find(actor, id)
                        .filter(r -> r.evaluation().region().equals(region))
                        .orElseThrow(() -> new Rejected(Trouble.NOT_FOUND));
        return new EvaluationShown(
                head(result.evaluation()),
                result.scores().stream()
                        .map(
                                s ->
                                        new ScoreShown(
                                                s.kind().word(),
                                                s.kind() == Score.Kind.PARTY
                                                        ? reader.party(s.subject())
                                                        : reader.body(s.subject()),
                                                s.rank(),
                                                s.score(),
                                                s.led(),
                                                s.cooperated()))
                        .toList());
    }

    private static EvaluationHead head(Evaluation evaluation) {
        return new EvaluationHead(
                evaluation.id().toString(),
                evaluation.span().name(),
                evaluation.span().from(),
                evaluation.span().to(),
                evaluation.rule(),
                evaluation.state().word(),
                evaluation.simulated(),
                evaluation.objectUntil(),
                Caller.ROOT
                        + "/regions/"
                        + evaluation.region()
                        + "/evaluations/"
                        + evaluation.id());
    }
}
