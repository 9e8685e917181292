package org.tongquan.ledger.simulating;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Service;
import org.tongquan.compact.Adoption;
import org.tongquan.compact.AdoptionOutcome;
import org.tongquan.compact.Basis;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Party;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.Source;
import org.tongquan.host.HouseClock;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Problems;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.NewDay;
import org.tongquan.ledger.Simulation;

/// The door: plays a year on a region.
///
/// The clock of the whole house is moved for as long as it takes, so nobody else may be at work in
/// it. Afterwards it shows the system's time again.
@Service
public class Simulating {
    private static final Actor JOB = Actor.job("ledger");
    private static final LocalTime MORNING = LocalTime.of(0, 1);
    private static final LocalTime WORK = LocalTime.of(10, 0);

    private final Compacts compacts;
    private final Simulation simulation;
    private final NewDay newDay;
    private final HouseClock clock;
    private final List<Act> acts;

    Simulating(
            Compacts compacts,
            Simulation simulation,
            NewDay newDay,
            HouseClock clock,
            List<Act> acts) {
        this.compacts = compacts;
        this.simulation = simulation;
        this.newDay = newDay;
        this.clock = clock;
        this.acts = List.copyOf(acts);
    }

    /// Plays the year that ends today.
    ///
    /// @param told hears how many of the year's days have passed
    public Played play(String region, long seed, IntConsumer told) {
        return play(new Script(region, seed, today()), told);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Ledger.ZONE);
    }

    private Played play(Script script, IntConsumer told) {
        var region = script.region();
        if (simulation.isPresent(JOB, region)) {
            return new Played.Refused(Played.Reason.PLAYED_BEFORE);
        }
        if (simulation.isInUse(JOB, region)) {
            return new Played.Refused(Played.Reason.IN_USE);
        }
        var real = compacts.inForce(region, script.from());
        if (real.isEmpty()) {
            return new Played.Refused(Played.Reason.NO_REGION);
        }
        try {
            return play(script, real.get(), told);
        } finally {
            clock.reset();
        }
    }

    private Played play(Script script, Resolved real, IntConsumer told) {
        set(script.from(), MORNING);
        mark(real, script.from());
        // the clock is not put back after this: what the first day does is known after the mark
        var version = compacts.inForce(script.region(), script.from()).orElseThrow();
        var parties = version.compact().members(script.from()).stream().map(Party::id).toList();
        var play = new Play(script, version, new Cast(compacts, script, parties));
        var calendar = version.calendar();
        for (var day = script.from(); day.isBefore(script.to()); day = day.plusDays(1)) {
            if (day.isAfter(script.from())) {
                set(day, MORNING);
            }
            newDay.begin(script.region());
            if (calendar.isWorkday(day)) {
                set(day, WORK);
                for (var act : acts) {
                    act.on(play, day);
                }
            }
            told.accept(play.day(day) + 1);
        }
        return play.outcome();
    }

    private void set(LocalDate day, LocalTime time) {
        clock.moveTo(day.atTime(time).atZone(Ledger.ZONE).toInstant());
    }

    /// The text in force, adopted once more under a label that says that all that follows is made
    /// up.
    private void mark(Resolved real, LocalDate from) {
        var text = real.compact();
        var head = text.compact();
        var source =
                new Source(
                        "simulated-plan",
                        "模拟年度（演示数据）",
                        null,
                        null,
                        from,
                        Source.Form.OFFICIAL,
                        null,
                        Play.MARK,
                        false);
        var sources = new java.util.ArrayList<>(text.sources());
        sources.add(source);
        var marked =
                text.with(
                        new Compact.Head(
                                head.id(),
                                head.kind(),
                                head.name(),
                                Simulation.LABEL,
                                from,
                                null,
                                Adoption.RESOLVED,
                                head.languages(),
                                head.uses(),
                                head.within(),
                                head.publicProgress(),
                                new Basis(source.id(), null, Play.MARK, false),
                                Play.MARK,
                                false),
                        sources,
                        text.articles());
        if (compacts.adoptWithBases(JOB, Resolved.of(marked, real.bases()), List.of(), Map.of())
                instanceof AdoptionOutcome.Refused(var problems)) {
            throw new Problems.Rejected(problems);
        }
    }
}
