package org.tongquan.ledger.chiefs;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.conduct.Chief;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;

/// Takes over what the compact in force declares of chiefs: an object for each entry, new terms
// when
/// the entry changed, an end when it is gone. A day that has nothing new writes nothing.
@Component
class Declared {
    /// Marks terms whose entry nobody compared with its document.
    static final String UNVERIFIED = "unverified";

    private final Acting acting;
    private final Charges charges;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Declared(Acting acting, Charges charges, Journal journal, Ids ids, Clock clock) {
        this.acting = acting;
        this.charges = charges;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    void takeOver(Actor job, Resolved compact, LocalDate day) {
        acting.run(
                job,
                () -> {
                    var region = compact.compact().id();
                    charges.lock(region);
                    var known =
                            charges.list(region, ChargeFiles.MOST).stream()
                                    .filter(c -> !c.declared().isEmpty())
                                    .toList();
                    var named = new HashSet<String>();
                    for (var chief : compact.compact().chiefs()) {
                        named.add(chief.id());
                        var charge =
                                known.stream()
                                        .filter(c -> c.declared().equals(chief.id()))
                                        .findFirst()
                                        .orElseGet(() -> add(job, region, chief, day));
                        follow(job, charge, wanted(compact, chief, day), day);
                    }
                    known.stream()
                            .filter(c -> !named.contains(c.declared()))
                            .forEach(c -> end(job, c, day));
                });
    }

    private Charge add(Actor job, String region, Chief chief, LocalDate day) {
        var charge =
                new Charge(
                        ids.next(),
                        region,
                        chief.party(),
                        chief.id(),
                        chief.kind(),
                        chief.object(),
                        chief.commitment() == null ? "" : chief.commitment(),
                        basis(chief),
                        job.body(),
                        day,
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        charges.add(charge, job.person());
        record(job, "chief-object-recorded", charge, charge);
        return charge;
    }

    private static String basis(Chief chief) {
        var basis = chief.basis();
        if (basis == null) {
            return "";
        }
        var parts = new ArrayList<String>();
        for (var part : java.util.Arrays.asList(basis.source(), basis.article(), basis.note())) {
            if (part != null && !part.isBlank()) {
                parts.add(part);
            }
        }
        return String.join(" ", parts);
    }

    private Charge.Terms wanted(Resolved compact, Chief chief, LocalDate day) {
        var concerned = new Concerned(compact, day);
        var rule = chief.id() + "@" + compact.compact().version();
        return new Charge.Terms(
                0,
                day,
                false,
                chief.post(),
                chief.duties().stream().map(t -> t.zh()).toList(),
                chief.visits(),
                chief.units().stream().map(concerned::global).toList(),
                chief.settleWithin(),
                chief.verified() ? rule : rule + " " + UNVERIFIED,
                "job:ledger",
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private void follow(Actor job, Charge charge, Charge.Terms wanted, LocalDate day) {
        var before = charges.terms(List.of(charge.id())).getOrDefault(charge.id(), List.of());
        boolean same =
                !before.isEmpty()
                        && before.getLast().same(wanted)
                        && isMarked(before.getLast()) == isMarked(wanted);
        if (!same) {
            add(job, charge, wanted, before.isEmpty() ? 1 : before.getLast().seq() + 1, day);
        }
    }

    private static boolean isMarked(Charge.Terms terms) {
        return terms.rule().endsWith(UNVERIFIED);
    }

    private void end(Actor job, Charge charge, LocalDate day) {
        var before = charges.terms(List.of(charge.id())).getOrDefault(charge.id(), List.of());
        if (!before.isEmpty() && !before.getLast().ended()) {
            var last = before.getLast();
            var ended =
                    new Charge.Terms(
                            0,
                            day,
                            true,
                            last.post(),
                            last.duties(),
                            last.rhythm(),
                            last.units(),
                            last.settleWithin(),
                            last.rule(),
                            last.body(),
                            last.at());
            add(job, charge, ended, last.seq() + 1, day);
        }
    }

    private void add(Actor job, Charge charge, Charge.Terms wanted, int seq, LocalDate day) {
        var terms =
                new Charge.Terms(
                        seq,
                        day,
                        wanted.ended(),
                        wanted.post(),
                        wanted.duties(),
                        wanted.rhythm(),
                        wanted.units(),
                        wanted.settleWithin(),
                        wanted.rule(),
                        Objects.requireNonNull(job.body()),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        charges.add(charge, terms, job.person());
        record(job, "chief-terms-recorded", charge, terms);
    }

    private void record(Actor job, String kind, Charge charge, Object what) {
        journal.record(job, kind, charge.id(), Digest.ofText(what.toString()).bytes());
    }
}
