package org.tongquan;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import org.springframework.boot.WebApplicationType;
import org.tongquan.compact.AdoptionOutcome;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.cli.CompactAdoptCommand;
import org.tongquan.compact.cli.Places;
import org.tongquan.host.CannotStart;
import org.tongquan.host.Host;
import org.tongquan.host.HostSettings;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.cli.WhatIfCommand;
import org.tongquan.ledger.recounting.Recount;
import org.tongquan.ledger.recounting.Recounting;
import org.tongquan.ledger.simulating.Played;
import org.tongquan.ledger.simulating.Simulating;
import org.tongquan.ledger.whatif.Outcome;
import org.tongquan.ledger.whatif.WhatIf;
import org.tongquan.settlement.Settlement;

/// Opens the house for one command: joins the running instance's database, or starts it for the
/// length of the command. Every room listens, so that what one adopts the others take over; but no
/// room is made before it is needed, so there are no pages, no home region, and no sequencer beside
/// the running one.
final class InTheHouse {
    /// The job under which the ledger takes clauses over.
    private static final Actor OPERATOR = Actor.job("ledger");

    private InTheHouse() {}

    static AdoptionOutcome adopt(CompactAdoptCommand.Work work) {
        var settings = HostSettings.from(System.getenv());
        try (var house = new House(Host.join(settings, System.err::println))) {
            var context = house.open(WebApplicationType.NONE, Map.of());
            return work.in(context.getBean(Compacts.class), OPERATOR);
        }
    }

    /// Runs another version's rules over the kept facts, as the ledger's own reader of everything.
    static Optional<Outcome> tryOut(
            String region, WhatIfCommand.Choice choice, LocalDate from, LocalDate to) {
        var settings = HostSettings.from(System.getenv());
        try (var house = new House(Host.join(settings, System.err::println))) {
            var context = house.open(WebApplicationType.NONE, Map.of());
            var version =
                    choice.text() == null
                            ? context.getBean(Compacts.class).find(region, choice.label())
                            : Optional.of(choice.text());
            var office = new Actor("-", OPERATOR.body(), region, Set.of(Power.ISSUE_REPORT));
            return version.map(v -> context.getBean(WhatIf.class).compare(office, v, from, to));
        }
    }

    /// Computes everything of a region again, as the ledger's own reader of everything.
    static Optional<Recount> recount(String region) {
        var settings = HostSettings.from(System.getenv());
        try (var house = new House(Host.join(settings, System.err::println))) {
            var context = house.open(WebApplicationType.NONE, Map.of());
            var reader = new Actor("-", OPERATOR.body(), region, Set.of(Power.AUDIT));
            return context.getBean(Compacts.class).regions().contains(region)
                    ? context.getBean(Recounting.class).recount(reader)
                    : Optional.empty();
        }
    }

    /// Works on the books of the settlement.
    static int keepBooks(ToIntFunction<Settlement> work) {
        var settings = HostSettings.from(System.getenv());
        try (var house = new House(Host.join(settings, System.err::println))) {
            var context = house.open(WebApplicationType.NONE, Map.of());
            return work.applyAsInt(context.getBean(Settlement.class));
        }
    }

    /// Plays a year on own data that nobody else works on: the clock of the house is moved.
    static Played simulate(String region, long seed, IntConsumer told) {
        var settings = HostSettings.from(System.getenv());
        var compact = Founding.read(Places.compacts(), region);
        try (var house = new House(Host.alone(settings, System.err::println))) {
            requireDemonstration(house.host());
            var context = house.open(WebApplicationType.NONE, Map.of());
            context.getBean(Founding.class).adopt(compact);
            var played = context.getBean(Simulating.class).play(region, seed, told);
            context.getBean(Founding.class).refresh();
            return played;
        }
    }

    /// @throws CannotStart where made-up data could meet real people
    static void requireDemonstration(Host host) {
        if (!host.demonstration()) {
            throw new CannotStart(
                    "a simulated year belongs on own data that only this machine can reach",
                    "leave out TONGQUAN_DATABASE_URL and TONGQUAN_ADDRESS");
        }
    }
}
