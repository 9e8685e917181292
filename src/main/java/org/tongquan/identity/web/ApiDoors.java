package org.tongquan.identity.web;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.tongquan.identity.keys.Allowance;
import org.tongquan.identity.keys.Keys;
import org.tongquan.rest.Answering;
import org.tongquan.rest.Rejected;
import org.tongquan.rest.Trouble;

/// The doors of programs: under `/api` a key counts and nothing else. No session is begun or read,
/// so no form token is needed.
@Configuration(proxyBeanMethods = false)
class ApiDoors {
    /// The description of the interface says nothing of anybody's data.
    private static final String[] OPEN = {"/api/v1/openapi.json", "/api/v1/openapi.json.yaml"};

    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http, Keys keys, Allowance allowance, Answering answering)
            throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(
                        r ->
                                r.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                        .permitAll()
                                        .requestMatchers(OPEN)
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(
                        c ->
                                c.securityContextRepository(
                                        new RequestAttributeSecurityContextRepository()))
                .exceptionHandling(
                        e ->
                                e.authenticationEntryPoint(
                                                (request, response, _) -> {
                                                    response.setHeader(
                                                            HttpHeaders.WWW_AUTHENTICATE,
                                                            "Bearer realm=\"tongquan\"");
                                                    answering.write(
                                                            request,
                                                            response,
                                                            new Rejected(Trouble.UNAUTHENTICATED));
                                                })
                                        .accessDeniedHandler(
                                                (request, response, _) ->
                                                        answering.write(
                                                                request,
                                                                response,
                                                                new Rejected(Trouble.NOT_ALLOWED))))
                .addFilterBefore(
                        new KeyCheck(keys, allowance, answering),
                        AnonymousAuthenticationFilter.class)
                .build();
    }
}
