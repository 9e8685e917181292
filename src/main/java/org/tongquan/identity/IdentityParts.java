package org.tongquan.identity;

import java.security.SecureRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Settings and randomness of the room.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
class IdentityParts {
    @Bean
    Passwords passwords(IdentitySettings settings) {
        return new Passwords(settings, new SecureRandom());
    }
}
