package org.tongquan;

import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.tongquan.compact.AdoptionOutcome;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.cli.CompactAdoptCommand;
import org.tongquan.host.Host;
import org.tongquan.host.HostSettings;
import org.tongquan.kernel.Actor;

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
}
