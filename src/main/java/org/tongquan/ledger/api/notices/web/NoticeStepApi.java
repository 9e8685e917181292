package org.tongquan.ledger.api.notices.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.api.web.Caller;
import org.tongquan.ledger.api.web.Condition;
import org.tongquan.ledger.chasing.Chasing;
import org.tongquan.ledger.chasing.Handling;
import org.tongquan.ledger.chasing.Step;
import org.tongquan.rest.Change;
import org.tongquan.rest.Fields;
import org.tongquan.rest.Once;
import org.tongquan.rest.Rejected;
import org.tongquan.rest.Trouble;
import tools.jackson.databind.JsonNode;

/// What happens to a notice: issued, signed for, answered, reviewed, closed, taken up again.
@RestController
@RequestMapping(
        path = Caller.ROOT + "/regions/{region}/notices",
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "notices")
class NoticeStepApi {
    private static final int MOST_ITEM = 120;
    private static final int MOST_PARTY = 60;

    private final Chasing chasing;
    private final Caller callers;
    private final Once once;

    NoticeStepApi(Chasing chasing, Caller callers, Once once) {
        this.chasing = chasing;
        this.callers = callers;
        this.once = once;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "issueNotice", summary = "Issues a notice about what a party owes")
    @Change(body = NewNoticeBody.class, answer = NoticeMoved.class, said = "issued")
    ResponseEntity<byte[]> issue(
            Actor actor,
            @PathVariable String region,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody JsonNode wanted,
            HttpServletRequest request) {
        callers.reader(actor, region, request);
        Caller.require(actor, Power.SUPERVISE);
        var fields = new Fields(wanted);
        var target =
                new Chasing.Target(
                        fields.text("item", 1, MOST_ITEM), fields.text("party", 1, MOST_PARTY));
        var demand = fields.text("demand", 1, Chasing.MOST_TEXT);
        fields.throwIfAny();
        return once.run(
                actor,
                key,
                "issue\n" + region + "\n" + target + "\n" + demand,
                () ->
                        made(
                                region,
                                Step.ISSUED,
                                chasing.issue(actor, List.of(target), demand).getFirst()));
    }

    @PostMapping("/{id}/receipt")
    @Operation(operationId = "signNotice", summary = "Signs for a notice (签收)")
    @Change(answer = NoticeMoved.class, said = "signed")
    ResponseEntity<byte[]> sign(
            Actor actor,
            @PathVariable String region,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            HttpServletRequest request) {
        return act(actor, region, new Move(id, Step.SIGNED, ""), key, ifMatch, request);
    }

    @PostMapping(path = "/{id}/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "answerNotice", summary = "Answers a notice (反馈)")
    @Change(body = NewAnswerBody.class, answer = NoticeMoved.class, said = "answered")
    ResponseEntity<byte[]> answer(
            Actor actor,
            @PathVariable String region,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode answer,
            HttpServletRequest request) {
        var text = text(answer, 1);
        return act(actor, region, new Move(id, Step.ANSWERED, text), key, ifMatch, request);
    }

    @PostMapping(path = "/{id}/review", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "reviewNotice", summary = "Passes an answer (复核) or returns it (退回)")
    @Change(body = NewReviewBody.class, answer = NoticeMoved.class, said = "reviewed")
    ResponseEntity<byte[]> review(
            Actor actor,
            @PathVariable String region,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode review,
            HttpServletRequest request) {
        var fields = new Fields(review);
        var step =
                Step.of(fields.oneOf("result", List.of(Step.PASSED.word(), Step.RETURNED.word())));
        var text = fields.text("text", step.needsText() ? 1 : 0, Chasing.MOST_TEXT);
        fields.throwIfAny();
        return act(actor, region, new Move(id, step, text), key, ifMatch, request);
    }

    @PostMapping(path = "/{id}/closure", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "closeNotice", summary = "Closes a notice (销号)")
    @Change(body = NewRemarkBody.class, answer = NoticeMoved.class, said = "closed")
    ResponseEntity<byte[]> close(
            Actor actor,
            @PathVariable String region,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode remark,
            HttpServletRequest request) {
        var text = text(remark, 0);
        return act(actor, region, new Move(id, Step.CLOSED, text), key, ifMatch, request);
    }

    @PostMapping(path = "/{id}/reopening", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "reopenNotice", summary = "Takes a closed notice up again (重新立项)")
    @Change(body = NewRemarkBody.class, answer = NoticeMoved.class, said = "taken up again")
    ResponseEntity<byte[]> reopen(
            Actor actor,
            @PathVariable String region,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode remark,
            HttpServletRequest request) {
        var text = text(remark, 1);
        return act(actor, region, new Move(id, Step.REOPENED, text), key, ifMatch, request);
    }

    private static String text(JsonNode body, int least) {
        var fields = new Fields(body);
        var text = fields.text("text", least, Chasing.MOST_TEXT);
        fields.throwIfAny();
        return text;
    }

    /// A step to be taken.
    private record Move(UUID notice, Step step, String text) {}

    private ResponseEntity<byte[]> act(
            Actor actor,
            String region,
            Move move,
            @Nullable String key,
            @Nullable String ifMatch,
            HttpServletRequest request) {
        callers.reader(actor, region, request);
        Caller.require(actor, NoticeApi.power(move.step()));
        int seen = Condition.version(ifMatch);
        var found = chasing.find(actor, move.notice());
        if (found.filter(f -> f.notice().region().equals(region)).isEmpty()) {
            throw new Rejected(Trouble.NOT_FOUND);
        }
        return once.run(
                actor,
                key,
                region + "\n" + move + "\n" + seen,
                () ->
                        made(
                                region,
                                move.step(),
                                chasing.act(actor, move.notice(), move.step(), seen, move.text())));
    }

    private static Once.Made made(String region, Step step, Handling answer) {
        return switch (answer) {
            case Handling.Done(var id, var seq) -> {
                var path = NoticeApi.path(region, id);
                var moved = new NoticeMoved(id.toString(), step.word(), seq, path);
                yield new Once.Made(Change.CREATED, path, Condition.tag(seq), moved);
            }
            case Handling.Stale _ -> throw new Rejected(Trouble.PRECONDITION);
            case Handling.Refused(var reason) -> throw refusal(reason);
        };
    }

    private static Rejected refusal(Handling.Reason reason) {
        var trouble =
                switch (reason) {
                    case NOT_FOUND -> Trouble.NOT_FOUND;
                    case NOT_YOURS, OWN_CASE -> Trouble.NOT_ALLOWED;
                    default -> Trouble.REFUSED;
                };
        return new Rejected(trouble, "chasing.refused." + reason.word());
    }
}
