package org.tongquan;

import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.tongquan.compact.AdoptionOutcome;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.cli.CompactAdoptCommand;
import org.tongquan.host.Host;
import org.tongquan.host.HostSettings;
import org.tongquan.kernel.Actor;

/// Opens the house for one command: joins the running instance's database, or starts it for the
/// length of the command. Every room listens, so that what one adopts the others take over.
final class InTheHouse {
    /// The job under which the ledger takes clauses over.
    private static final Actor OPERATOR = Actor.job("ledger");

    private InTheHouse() {}

    static AdoptionOutcome adopt(CompactAdoptCommand.Work work) {
        var settings = HostSettings.from(System.getenv());
        try (var host = Host.join(settings, System.err::println);
                var context =
                        new SpringApplicationBuilder(Tongquan.class)
                                .web(WebApplicationType.SERVLET)
                                .properties(Map.of("server.port", 0, "server.address", "127.0.0.1"))
                                .initializers(
                                        c -> {
                                            c.getBeanFactory().registerSingleton("host", host);
                                        })
                                .run()) {
            return work.in(context.getBean(Compacts.class), OPERATOR);
        }
    }
}
