package org.tongquan.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tongquan.identity.Identity;

/// Reads, once per request, how the signed-in person stands. A session that ended in the database
/// ends here as well; a person with an initial password gets no further than to their own account.
final class SessionCheck extends OncePerRequestFilter {
    private static final Set<String> WITH_INITIAL_PASSWORD =
            Set.of("/me", "/me/password", "/sign-out");

    private final Identity identity;

    SessionCheck(Identity identity) {
        this.identity = identity;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/lib/")
                || path.startsWith("/fonts/")
                || path.endsWith(".css")
                || path.endsWith(".svg")
                || path.startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var context = SecurityContextHolder.getContext();
        if (context.getAuthentication() instanceof SessionOfPerson known) {
            var standing = identity.standing(known.session());
            if (standing.isEmpty()) {
                forget(request);
            } else if (standing.get().mustChange()
                    && !WITH_INITIAL_PASSWORD.contains(request.getRequestURI())) {
                response.sendRedirect("/me");
                return;
            } else {
                CurrentVisitor.set(request, standing.get());
            }
        }
        chain.doFilter(request, response);
    }

    private static void forget(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
