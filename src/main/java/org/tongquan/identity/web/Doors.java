package org.tongquan.identity.web;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.tongquan.identity.Identity;
import org.tongquan.kernel.Power;
import tools.jackson.databind.json.JsonMapper;

/// Which addresses are open to everybody; all others ask for sign-in, in each engine alike.
@Configuration(proxyBeanMethods = false)
class Doors {
    private static final String[] OPEN = {
        "/",
        "/about",
        "/accessibility",
        "/public/**",
        "/suggest/**",
        "/developers",
        "/sign-in",
        "/feed/**",
        "/actuator/health/**",
    };

    private static final String[] FILES = {
        "/*.css", "/*.js", "/*.svg", "/favicon.ico", "/robots.txt", "/lib/**", "/fonts/**",
    };

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            Identity identity,
            CurrentVisitor visitor,
            CsrfTokenRepository csrf,
            SecurityContextRepository contexts,
            RequestCache requests,
            JsonMapper json)
            throws Exception {
        var turning = new Turning(json);
        return http.authorizeHttpRequests(
                        r ->
                                r.dispatcherTypeMatchers(
                                                DispatcherType.ERROR,
                                                DispatcherType.FORWARD,
                                                DispatcherType.ASYNC)
                                        .permitAll()
                                        .requestMatchers(OPEN)
                                        .permitAll()
                                        .requestMatchers(FILES)
                                        .permitAll()
                                        .requestMatchers("/people/**")
                                        .access(may(visitor, Power.MANAGE_PEOPLE))
                                        .requestMatchers("/security/**")
                                        .access(may(visitor, Power.SEE_SECURITY))
                                        .requestMatchers("/audit/**")
                                        .access(may(visitor, Power.AUDIT))
                                        .anyRequest()
                                        .authenticated())
                .csrf(c -> c.csrfTokenRepository(csrf))
                .securityContext(c -> c.securityContextRepository(contexts))
                .requestCache(c -> c.requestCache(requests))
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(turning).accessDeniedHandler(turning))
                .logout(
                        l ->
                                l.logoutUrl("/sign-out")
                                        .logoutSuccessUrl("/")
                                        .addLogoutHandler(
                                                (request, _, authentication) -> {
                                                    if (authentication
                                                            instanceof SessionOfPerson known) {
                                                        identity.signOut(known.session());
                                                    }
                                                }))
                .addFilterAfter(new SessionCheck(identity), SecurityContextHolderFilter.class)
                .build();
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        return new CsrfOfSessions();
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /// Leads back to the page that asked for sign-in, without a parameter of its own (`null`).
    @Bean
    @SuppressWarnings("NullAway")
    RequestCache askedPages() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static AuthorizationManager<RequestAuthorizationContext> may(
            CurrentVisitor visitor, Power power) {
        return (_, _) -> new AuthorizationDecision(visitor.actor().may(power));
    }
}
