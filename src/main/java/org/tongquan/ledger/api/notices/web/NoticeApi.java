package org.tongquan.ledger.api.notices.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.api.web.Caller;
import org.tongquan.ledger.api.web.Condition;
import org.tongquan.ledger.chasing.Chasing;
import org.tongquan.ledger.chasing.Notice;
import org.tongquan.ledger.chasing.NoticeFilter;
import org.tongquan.ledger.chasing.Step;
import org.tongquan.rest.Cursor;
import org.tongquan.rest.Rejected;
import org.tongquan.rest.Trouble;
import org.tongquan.rest.Wrong;

/// Notices: list, one with its course.
@RestController
@RequestMapping(
        path = Caller.ROOT + "/regions/{region}/notices",
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "notices", description = "Notices of chasing (督办单)")
class NoticeApi {
    private final Chasing chasing;
    private final Caller callers;

    NoticeApi(Chasing chasing, Caller callers) {
        this.chasing = chasing;
        this.callers = callers;
    }

    static String path(String region, UUID id) {
        return Caller.ROOT + "/regions/" + region + "/notices/" + id;
    }

    @GetMapping
    @Operation(
            operationId = "listNotices",
            summary = "Notices that the body sees, newest first; mine: those it may answer")
    NoticePage list(
            Actor actor,
            @PathVariable String region,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "false") boolean overdue,
            @Schema(
                            allowableValues = {
                                "awaiting-receipt",
                                "awaiting-answer",
                                "awaiting-review",
                                "awaiting-closure",
                                "closed"
                            })
                    @RequestParam(required = false)
                    @Nullable String state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request) {
        var reader = callers.reader(actor, region, request);
        var question = new Question(region, party, mine, state(state), open, overdue);
        int most = Cursor.limit(limit);
        var before =
                Cursor.read(question, cursor)
                        .map(NoticeFilter.Cursor::of)
                        .orElse(NoticeFilter.Cursor.START);
        var files = new ArrayList<Notice.File>();
        boolean more = true;
        while (more && files.size() < most) {
            var slice = chasing.list(actor, question.before(before));
            files.addAll(slice.files());
            more = slice.more() && !slice.files().isEmpty();
            before = files.isEmpty() ? before : place(files.getLast());
        }
        boolean goesOn = more || files.size() > most;
        var shown = files.subList(0, Math.min(most, files.size()));
        return new NoticePage(
                shown.stream().map(f -> shown(actor, f, reader)).toList(),
                goesOn ? Cursor.next(request, question, place(shown.getLast()).toString()) : null);
    }

    /// What the list is asked for, without its place.
    private record Question(
            String region,
            String party,
            boolean mine,
            Step.@Nullable State state,
            boolean open,
            boolean overdue) {
        NoticeFilter before(NoticeFilter.Cursor place) {
            return new NoticeFilter(region, party, mine, state, open, overdue, place);
        }
    }

    private static NoticeFilter.Cursor place(Notice.File file) {
        return new NoticeFilter.Cursor(file.notice().at(), file.notice().id());
    }

    private static Step.@Nullable State state(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return null;
        }
        var wrong = Wrong.at("parameter:state", "rest.wrong.form");
        return Step.State.find(word)
                .orElseThrow(
                        () ->
                                new Rejected(
                                        Trouble.PARAMETER,
                                        "rest.trouble.parameter.text",
                                        List.of(wrong)));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getNotice", summary = "One notice; its ETag is what If-Match needs")
    ResponseEntity<NoticeShown> notice(
            Actor actor,
            @PathVariable String region,
            @PathVariable UUID id,
            HttpServletRequest request) {
        var reader = callers.reader(actor, region, request);
        var file = find(actor, region, id);
        return ResponseEntity.ok()
                .eTag(Condition.tag(file.course().seq()))
                .body(shown(actor, file, reader));
    }

    private NoticeShown shown(Actor actor, Notice.File file, Caller.Reader reader) {
        var allowed =
                chasing.next(actor, file).stream()
                        .filter(s -> actor.may(power(s)))
                        .map(Step::word)
                        .toList();
        return NoticeShown.of(file, reader, allowed);
    }

    /// The power that a key needs for a step.
    static Power power(Step step) {
        return step.isResponsibles() ? Power.REPORT_PROGRESS : Power.SUPERVISE;
    }

    private Notice.File find(Actor actor, String region, UUID id) {
        return chasing.find(actor, id)
                .filter(f -> f.notice().region().equals(region))
                .orElseThrow(() -> new Rejected(Trouble.NOT_FOUND));
    }
}
