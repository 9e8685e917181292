package org.tongquan.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/// How a request is turned away: a page leads to sign-in, a fragment makes the page go there, the
/// API answers with an RFC 9457 problem.
final class Turning implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String SIGN_IN = "/sign-in";

    private final JsonMapper json;

    Turning(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        toSignIn(request, response, SIGN_IN);
    }

    /// Without a person this is mostly a form whose session has ended meanwhile. The reason goes on
    /// to the page of errors, so that a stale form is not mistaken for a missing power.
    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (isApi(request) && CurrentVisitor.standing(request).isPresent()) {
            problem(response, HttpStatus.FORBIDDEN, "the acting body may not do this");
        } else if (CurrentVisitor.standing(request).isPresent() || isPublic(request)) {
            request.setAttribute(WebAttributes.ACCESS_DENIED_403, why);
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            toSignIn(request, response, SIGN_IN + "?expired");
        }
    }

    private static boolean isPublic(HttpServletRequest request) {
        var asked = request.getRequestURI();
        return asked.startsWith("/public/") || asked.startsWith("/suggest/");
    }

    private void toSignIn(HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException {
        if (isApi(request)) {
            problem(response, HttpStatus.UNAUTHORIZED, "sign in first");
        } else if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", path);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(path);
        }
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    private void problem(HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream()
                .write(json.writeValueAsBytes(ProblemDetail.forStatusAndDetail(status, detail)));
    }
}
