package org.tongquan.identity;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongquan.kernel.Ids;

/// Settings and randomness of the room.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
class IdentityParts {
    /// Name of the room's own maker of ids.
    static final String IDS = "identityIds";

    @Bean(name = IDS, defaultCandidate = false)
    Ids ids(Clock clock) {
        return new Ids(clock, new SecureRandom());
    }

    @Bean
    Passwords passwords(IdentitySettings settings) {
        return new Passwords(settings, new SecureRandom());
    }
}
