package org.tongquan.journal.cli;

import java.time.Clock;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.tongquan.host.Acting;
import org.tongquan.host.Host;
import org.tongquan.host.HostSettings;
import org.tongquan.journal.Journal;
import org.tongquan.journal.Sequencer;

/// The journal of this data directory for the length of one command, without Spring's context.
final class OpenJournal implements AutoCloseable {
    private final Host host;
    private final Journal journal;

    private OpenJournal(Host host, Journal journal) {
        this.host = host;
        this.journal = journal;
    }

    /// Whatever is committed by now has its leaf and is covered by a checkpoint.
    static OpenJournal open() {
        var host = Host.join(HostSettings.from(System.getenv()), System.err::println);
        try {
            var source = host.app().dataSource();
            var clock = Clock.systemUTC();
            var acting = new Acting(source, new DataSourceTransactionManager(source), clock);
            new Sequencer(source, acting, clock, host.vault()).finish();
            return new OpenJournal(host, new Journal(source, acting, clock));
        } catch (RuntimeException e) {
            host.close();
            throw e;
        }
    }

    Journal journal() {
        return journal;
    }

    @Override
    public void close() {
        host.close();
    }
}
