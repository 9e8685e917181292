package org.tongquan.identity.cli;

import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.tongquan.host.Host;
import org.tongquan.host.HostSettings;
import org.tongquan.identity.People;
import org.tongquan.identity.Rotation;

/// The door [People] for the length of one command: the rooms it stands on, without pages, without
/// the sequencer of the journal, which the running or the next instance brings.
final class OpenPeople implements AutoCloseable {
    private final AnnotationConfigApplicationContext context;
    private final Runnable last;

    private OpenPeople(AnnotationConfigApplicationContext context, Runnable last) {
        this.context = context;
        this.last = last;
    }

    /// Not a configuration of the application: it is registered by hand, below.
    @ComponentScan(
            basePackages = {
                "org.tongquan.host",
                "org.tongquan.journal",
                "org.tongquan.compact",
                "org.tongquan.identity"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                "org\\.tongquan\\..*\\.(web|cli)\\..*",
                                "org\\.tongquan\\.journal\\.Sequencing.*"
                            }))
    static class Rooms {
        @Bean
        JdbcClient jdbcClient(DataSource source) {
            return JdbcClient.create(source);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource source) {
            return new JdbcTransactionManager(source);
        }
    }

    static OpenPeople open() {
        return on(Host.join(HostSettings.from(System.getenv()), System.err::println));
    }

    /// On data that no instance runs on.
    static OpenPeople alone() {
        return on(Host.alone(HostSettings.from(System.getenv()), System.err::println));
    }

    private static OpenPeople on(Host host) {
        try {
            return over(host, host::close);
        } catch (RuntimeException e) {
            host.close();
            throw e;
        }
    }

    /// Over a host that is open already.
    ///
    /// @param last what to do at the end
    static OpenPeople over(Host host, Runnable last) {
        var context = new AnnotationConfigApplicationContext();
        context.getBeanFactory().registerSingleton("host", host);
        context.register(Rooms.class);
        context.refresh();
        return new OpenPeople(context, last);
    }

    People people() {
        return context.getBean(People.class);
    }

    Rotation rotation() {
        return context.getBean(Rotation.class);
    }

    @Override
    public void close() {
        context.close();
        last.run();
    }
}
