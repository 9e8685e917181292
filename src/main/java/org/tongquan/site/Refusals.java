package org.tongquan.site;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.web.WebAttributes;

/// Lets [Errors] see why the security filters refused a request, so that a form left open for too
/// long is not mistaken for a missing power.
@Configuration(proxyBeanMethods = false)
class Refusals {
    @Bean
    Customizer<ExceptionHandlingConfigurer<HttpSecurity>> refusalsKeepTheirReason() {
        return handling ->
                handling.accessDeniedHandler(
                        (request, response, reason) -> {
                            request.setAttribute(WebAttributes.ACCESS_DENIED_403, reason);
                            response.sendError(HttpServletResponse.SC_FORBIDDEN);
                        });
    }
}
