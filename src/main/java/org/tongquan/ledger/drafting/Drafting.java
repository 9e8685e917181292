package org.tongquan.ledger.drafting;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;

/// The door of drafting: read a document, review it row by row, undo. Adoption is [Adopting].
@Service
public class Drafting {
    private static final int MOST_LISTED = 100;

    private final Acting acting;
    private final Drafts drafts;
    private final Proposals proposals;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Drafting(
            Acting acting,
            Drafts drafts,
            Proposals proposals,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.drafts = drafts;
        this.proposals = proposals;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// Reads a document and keeps what was read as a draft of the acting body.
    public Starting start(Actor actor, String region, String fileName, byte[] source) {
        if (!actor.may(Power.DRAFT) || !actor.region().equals(region)) {
            return new Starting.NotYours();
        }
        return switch (proposals.propose(region, fileName, source, clock.instant())) {
            case Proposals.Unreadable(var problems) -> new Starting.Unreadable(problems);
            case Proposals.Proposed(var draft) ->
                    acting.as(
                            actor,
                            () -> {
                                drafts.add(draft, actor, source);
                                draft.rows().forEach(r -> drafts.putRow(draft.id(), actor, r));
                                journal.record(
                                        actor,
                                        "draft-started",
                                        draft.id(),
                                        Digest.of(source).bytes());
                                return new Starting.Started(draft.id(), draft.rows().size());
                            });
        };
    }

    public Optional<Draft> find(Actor actor, UUID id) {
        return acting.read(actor, () -> drafts.find(id));
    }

    /// The acting body's drafts, newest first, without text and rows.
    public List<Draft> list(Actor actor) {
        return acting.read(actor, () -> drafts.list(MOST_LISTED));
    }

    /// The units that names stand for under a region's compact; unknown names keep an empty id.
    public List<RowFields.UnitRef> units(String region, List<String> names, List<String> parties) {
        return proposals.units(region, names, parties);
    }

    public Editing accept(Actor actor, UUID draft, Set<UUID> rows) {
        return setState(actor, draft, rows, DraftRow.State.ACCEPTED, "accept");
    }

    public Editing drop(Actor actor, UUID draft, Set<UUID> rows) {
        return setState(actor, draft, rows, DraftRow.State.DROPPED, "drop");
    }

    /// Puts rows back to "proposed".
    public Editing reopen(Actor actor, UUID draft, Set<UUID> rows) {
        return setState(actor, draft, rows, DraftRow.State.PROPOSED, "reopen");
    }

    /// Accepts every proposed row that is at least this sure and has no unknown unit.
    public Editing acceptAbove(Actor actor, UUID draft, double confidence) {
        return edit(
                actor,
                draft,
                "accept",
                found ->
                        replaceAll(
                                found.rows().stream().filter(r -> r.isSure(confidence)).toList(),
                                r -> List.of(r.in(DraftRow.State.ACCEPTED))));
    }

    /// Replaces the fields of a row; the row counts as accepted.
    ///
    /// @param shown mark of the row that the form was opened with ([DraftRow#mark]): of two who
    ///     correct one row, the second is told, and nothing is overwritten
    public Editing correct(Actor actor, UUID draft, UUID row, RowFields fields, String shown) {
        return correct(actor, draft, row, fields, shown, r -> r.in(DraftRow.State.ACCEPTED));
    }

    /// Keeps what somebody typed so far; the row stays in its state until it is saved.
    public Editing keep(Actor actor, UUID draft, UUID row, RowFields fields, String shown) {
        return correct(actor, draft, row, fields, shown, r -> r);
    }

    private Editing correct(
            Actor actor,
            UUID draft,
            UUID row,
            RowFields fields,
            String shown,
            UnaryOperator<DraftRow> then) {
        if (fields.text().isBlank() || fields.text().length() > RowFields.MOST_TEXT) {
            return new Editing.Refused(Editing.Reason.BAD_FIELD);
        }
        return edit(
                actor,
                draft,
                "correct",
                found -> {
                    var target = only(found, Set.of(row));
                    if (target.isEmpty()) {
                        return new Change(List.of(), List.of(), Editing.Reason.NOT_FOUND);
                    }
                    if (!target.getFirst().mark().equals(shown)) {
                        return new Change(List.of(), List.of(), Editing.Reason.CHANGED_MEANWHILE);
                    }
                    return replaceAll(target, r -> List.of(then.apply(r.with(fields))));
                });
    }

    /// Splits a row in two at a place of the document's text.
    public Editing split(Actor actor, UUID draft, UUID row, int at) {
        return edit(
                actor,
                draft,
                "split",
                found -> {
                    var target = only(found, Set.of(row));
                    if (target.isEmpty()) {
                        return new Change(List.of(), List.of(), Editing.Reason.NOT_FOUND);
                    }
                    var r = target.getFirst();
                    if (at <= r.start()
                            || at >= r.end()
                            || found.text().substring(r.start(), at).isBlank()
                            || found.text().substring(at, r.end()).isBlank()) {
                        return new Change(List.of(), List.of(), Editing.Reason.BAD_PLACE);
                    }
                    return new Change(
                            target,
                            List.of(
                                    part(found, r, r.id(), r.start(), at),
                                    part(found, r, ids.next(), at, r.end())),
                            null);
                });
    }

    /// Joins a row with the one that follows it in the document.
    public Editing merge(Actor actor, UUID draft, UUID row) {
        return edit(
                actor,
                draft,
                "merge",
                found -> {
                    var rows = found.rows();
                    for (int i = 0; i < rows.size() - 1; i++) {
                        if (rows.get(i).id().equals(row)) {
                            var one = rows.get(i);
                            var two = rows.get(i + 1);
                            return new Change(
                                    List.of(one, two),
                                    List.of(part(found, one, one.id(), one.start(), two.end())),
                                    null);
                        }
                    }
                    return new Change(List.of(), List.of(), Editing.Reason.NO_NEXT);
                });
    }

    /// Makes a commitment of a sentence that the reader passed over.
    public Editing promote(Actor actor, UUID draft, int start, int end) {
        return edit(
                actor,
                draft,
                "promote",
                found -> {
                    boolean known =
                            found.outline().skipped().stream()
                                    .anyMatch(s -> s.start() == start && s.end() == end);
                    boolean taken =
                            found.rows().stream().anyMatch(r -> r.start() < end && start < r.end());
                    return known && !taken
                            ? new Change(
                                    List.of(),
                                    List.of(proposals.plain(found, ids.next(), start, end)),
                                    null)
                            : new Change(List.of(), List.of(), Editing.Reason.BAD_PLACE);
                });
    }

    /// Takes back the last change that was not taken back yet.
    public Editing undo(Actor actor, UUID draft) {
        return acting.as(
                actor,
                () -> {
                    drafts.lock(draft);
                    var found = drafts.find(draft);
                    var refusal = refuse(actor, found);
                    if (refusal.isPresent()) {
                        return new Editing.Refused(refusal.get());
                    }
                    var last = drafts.lastEdit(draft);
                    if (last.isEmpty()) {
                        return new Editing.Refused(Editing.Reason.NOTHING);
                    }
                    var edit = last.get();
                    apply(actor, draft, edit.after(), edit.before(), "undo", edit.id());
                    return new Editing.Changed(edit.before().size());
                });
    }

    private Editing setState(
            Actor actor, UUID draft, Set<UUID> rows, DraftRow.State state, String what) {
        return edit(
                actor,
                draft,
                what,
                found ->
                        replaceAll(
                                only(found, rows).stream().filter(r -> r.state() != state).toList(),
                                r -> List.of(r.in(state))));
    }

    /// @param refused why the change cannot be made, if so
    private record Change(
            List<DraftRow> before,
            List<DraftRow> after,
            Editing.@org.jspecify.annotations.Nullable Reason refused) {}

    private Editing edit(Actor actor, UUID draft, String what, Function<Draft, Change> change) {
        return acting.as(
                actor,
                () -> {
                    drafts.lock(draft);
                    var found = drafts.find(draft);
                    var refusal = refuse(actor, found);
                    if (refusal.isPresent()) {
                        return new Editing.Refused(refusal.get());
                    }
                    var made = change.apply(found.orElseThrow());
                    if (made.refused() != null) {
                        return new Editing.Refused(made.refused());
                    }
                    if (!made.after().isEmpty()) {
                        apply(actor, draft, made.before(), made.after(), what, null);
                    }
                    return new Editing.Changed(made.after().size());
                });
    }

    private void apply(
            Actor actor,
            UUID draft,
            List<DraftRow> before,
            List<DraftRow> after,
            String what,
            @org.jspecify.annotations.Nullable UUID undoes) {
        var kept = after.stream().map(DraftRow::id).collect(Collectors.toSet());
        before.stream()
                .map(DraftRow::id)
                .filter(id -> !kept.contains(id))
                .forEach(drafts::removeRow);
        after.forEach(r -> drafts.putRow(draft, actor, r));
        var edit = new Edit(ids.next(), what, before, after, undoes);
        drafts.addEdit(draft, actor, edit, clock.instant());
        journal.record(actor, "draft-edited", edit.id(), Digest.ofText(edit.toString()).bytes());
    }

    static Optional<Editing.Reason> refuse(Actor actor, Optional<Draft> found) {
        if (!actor.may(Power.DRAFT)) {
            return Optional.of(Editing.Reason.NOT_YOURS);
        }
        if (found.isEmpty()) {
            return Optional.of(Editing.Reason.NOT_FOUND);
        }
        return found.get().state() == Draft.State.OPEN
                ? Optional.empty()
                : Optional.of(Editing.Reason.CLOSED);
    }

    private static List<DraftRow> only(Draft draft, Set<UUID> ids) {
        return draft.rows().stream().filter(r -> ids.contains(r.id())).toList();
    }

    private static Change replaceAll(
            List<DraftRow> rows, Function<DraftRow, List<DraftRow>> replacement) {
        var after = new ArrayList<DraftRow>();
        rows.forEach(r -> after.addAll(replacement.apply(r)));
        return new Change(rows, after, null);
    }

    private static DraftRow part(Draft draft, DraftRow row, UUID id, int start, int end) {
        var text = draft.text().substring(start, end).strip();
        return new DraftRow(
                id,
                start,
                end,
                DraftRow.State.PROPOSED,
                row.confidence(),
                true,
                row.fields().withText(text));
    }
}
