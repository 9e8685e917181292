package org.tongquan.host;

import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongquan.kernel.Ids;

/// Hands the opened [Host]'s parts to the application.
@Configuration(proxyBeanMethods = false)
class HostBeans {
    private static final int CONNECTIONS = 10;
    private static final long CONNECTION_LIMIT_MS = 10_000;

    /// The application's pool; it only ever knows the application's role.
    @Bean
    HikariDataSource dataSource(Host host) {
        var app = host.app();
        var pool = new HikariDataSource();
        pool.setJdbcUrl(app.url());
        if (!app.user().isEmpty()) {
            pool.setUsername(app.user());
            pool.setPassword(app.password());
        }
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(CONNECTION_LIMIT_MS);
        pool.setPoolName("tongquan");
        return pool;
    }

    @Bean
    Vault vault(Host host) {
        return host.vault();
    }

    @Bean
    Ids ids(Clock clock) {
        return new Ids(clock, new SecureRandom());
    }

    @Bean
    HouseClock clock() {
        return new HouseClock();
    }
}
