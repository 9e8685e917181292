package org.tongquan.journal;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.tongquan.host.Acting;
import org.tongquan.host.TestHost;

/// The journal on the tests' PostgreSQL, put together by hand.
final class JournalOnTest {
    static final List<String> TABLES =
            List.of("log", "era", "entry", "leaf", "node", "checkpoint", "signer");

    private static final int CONNECTIONS = 10;

    final Acting acting;
    final Journal journal;
    final Sequencer sequencer;

    JournalOnTest(DataSource source) {
        var clock = Clock.systemUTC();
        acting = new Acting(source, new DataSourceTransactionManager(source), Clock.systemUTC());
        journal = new Journal(source, acting, clock);
        sequencer = new Sequencer(source, acting, clock, TestHost.get().vault());
    }

    static HikariDataSource pool(String name) {
        var app = TestHost.get().app();
        var pool = new HikariDataSource();
        pool.setJdbcUrl(app.url() + "?ApplicationName=" + name);
        pool.setUsername(app.user());
        pool.setPassword(app.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        return pool;
    }
}
