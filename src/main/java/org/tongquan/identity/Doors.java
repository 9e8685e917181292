package org.tongquan.identity;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.tongquan.site.SignIn;

@Configuration(proxyBeanMethods = false)
class Doors {
    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(r -> r.anyRequest().permitAll()).build();
    }

    @Bean
    SignIn signIn() {
        return Optional::empty;
    }
}
