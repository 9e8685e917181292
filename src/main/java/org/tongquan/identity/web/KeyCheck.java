package org.tongquan.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tongquan.identity.keys.Allowance;
import org.tongquan.identity.keys.Keys;
import org.tongquan.rest.Answering;
import org.tongquan.rest.Rejected;
import org.tongquan.rest.Trouble;

/// Recognises the key of a program under `/api`. Cookies do not count there, so no other site can
/// make a browser ask in somebody's name. What a request may weigh is settled before it is read.
final class KeyCheck extends OncePerRequestFilter {
    /// Bytes of a body that is no upload.
    static final long MOST_BYTES = 1024 * 1024;

    private static final String BEARER = "bearer ";
    private static final String UPLOAD = "multipart/form-data";

    private final Keys keys;
    private final Allowance allowance;
    private final Answering answering;

    KeyCheck(Keys keys, Allowance allowance, Answering answering) {
        this.keys = keys;
        this.allowance = allowance;
        this.answering = answering;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Vary", "Authorization, Accept-Language");
        var given = request.getHeader(HttpHeaders.AUTHORIZATION);
        var program =
                given != null && given.toLowerCase(Locale.ROOT).startsWith(BEARER)
                        ? keys.recognise(given.substring(BEARER.length()).strip())
                        : java.util.Optional.<Keys.Program>empty();
        if (program.isPresent()) {
            int wait = allowance.take(program.get().key());
            if (wait > 0) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(wait));
                answering.write(request, response, new Rejected(Trouble.TOO_MANY));
                return;
            }
            if (isTooLarge(request)) {
                answering.write(request, response, new Rejected(Trouble.TOO_LARGE));
                return;
            }
            CurrentVisitor.set(request, program.get());
            SecurityContextHolder.getContext()
                    .setAuthentication(
                            new PreAuthenticatedAuthenticationToken(
                                    program.get().actor().person(), "", List.of()));
        }
        chain.doFilter(request, response);
    }

    /// A body of unknown length is not read either.
    private static boolean isTooLarge(HttpServletRequest request) {
        var type = request.getContentType();
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith(UPLOAD)) {
            return false;
        }
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                || request.getContentLengthLong() > MOST_BYTES;
    }
}
