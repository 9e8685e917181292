package org.tongquan.ledger.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongquan.compact.Body;
import org.tongquan.compact.Resolved;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Assignment;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.ProgressReport;

/// Who is told what, from the compact in force on a day. Pure.
record Receivers(Resolved compact, LocalDate day) {
    /// Who owes a party's reports: its lead units that are single units; while none is named, the
    /// party's bodies that report.
    List<String> owing(String party, List<String> leads) {
        var single = leads.stream().filter(this::isSingle).distinct().toList();
        return single.isEmpty()
                ? own().filter(b -> party.equals(b.party()))
                        .filter(b -> b.powers().contains(Power.REPORT_PROGRESS))
                        .map(this::id)
                        .toList()
                : single;
    }

    /// A unit that is one, not a group of them.
    private boolean isSingle(String unit) {
        return compact.findResponsibleUnit(unit, day).filter(u -> !u.generic()).isPresent();
    }

    /// The cooperating units that are asked to confirm a report: those that the text names, and
    /// those that were named before it was filed; never who filed it.
    List<String> cooperating(Card card, ProgressReport report) {
        return card.assignments().stream()
                .filter(a -> a.party().equals(report.party()))
                .filter(a -> a.role() == Assignment.Role.COOPERATING)
                .filter(a -> a.byBody().equals(Assignment.BY_TEXT) || !a.at().isAfter(report.at()))
                .map(Assignment::unit)
                .filter(u -> !u.equals(report.body()))
                .filter(this::isSingle)
                .distinct()
                .toList();
    }

    /// The office that supervises, else the first body that does.
    Optional<String> office() {
        var able =
                own().filter(b -> b.party() == null && b.powers().contains(Power.SUPERVISE))
                        .toList();
        return Stream.concat(able.stream().filter(b -> b.kind() == Body.Kind.OFFICE), able.stream())
                .findFirst()
                .map(this::id);
    }

    private Stream<Body> own() {
        return compact.compact().bodies().stream();
    }

    private String id(Body body) {
        return compact.compact().compact().id() + ":" + body.id();
    }
}
