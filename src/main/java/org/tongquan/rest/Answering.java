package org.tongquan.rest;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.NotFound;
import tools.jackson.databind.json.JsonMapper;

/// Writes every refusal under `/api` as a problem, in the language that the program asked for.
/// Nothing of an exception's own text is shown.
@Component
public class Answering implements HandlerExceptionResolver, Ordered {
    public static final String ROOT = "/api/";

    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
    private static final int REFERENCE_LENGTH = 8;

    private final Messages messages;
    private final JsonMapper json;

    Answering(Messages messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /// Before the pages' own resolver.
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    /// Whether a program is asking.
    public static boolean isApi(HttpServletRequest request) {
        var failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return (failed == null ? request.getRequestURI() : failed).startsWith(ROOT);
    }

    /// By `Accept-Language`; Chinese where none is asked for.
    public static Language language(HttpServletRequest request) {
        var asked = request.getHeader("Accept-Language");
        if (asked == null) {
            return Language.ZH;
        }
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(asked), OFFERED);
            return best != null && best.getLanguage().equals("en") ? Language.EN : Language.ZH;
        } catch (IllegalArgumentException _) {
            return Language.ZH;
        }
    }

    private static final List<Locale> OFFERED =
            List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH);

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception thrown) {
        if (!isApi(request)
                || thrown instanceof AccessDeniedException
                || thrown instanceof AuthenticationException) {
            return null;
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
            return new ModelAndView();
        }
        try {
            var rejected = rejection(thrown);
            if (rejected.trouble() == Trouble.BROKEN) {
                broken(request, response, thrown);
            } else {
                write(request, response, rejected);
            }
        } catch (IOException e) {
            LOG.warn("no answer could be sent to {}: {}", request.getRequestURI(), e.toString());
        }
        return new ModelAndView();
    }

    private static Rejected rejection(Exception thrown) {
        return switch (thrown) {
            case Rejected e -> e;
            case NotFound _ -> new Rejected(Trouble.NOT_FOUND);
            case MaxUploadSizeExceededException _ -> new Rejected(Trouble.TOO_LARGE);
            case HttpMessageNotReadableException _ -> new Rejected(Trouble.UNREADABLE);
            case MethodArgumentTypeMismatchException e ->
                    e.getParameter()
                                    .hasParameterAnnotation(
                                            org.springframework.web.bind.annotation.PathVariable
                                                    .class)
                            ? new Rejected(Trouble.NOT_FOUND)
                            : parameter(e.getName());
            case ErrorResponse e -> new Rejected(Trouble.of(e.getStatusCode().value()));
            default -> new Rejected(Trouble.BROKEN);
        };
    }

    private static Rejected parameter(String name) {
        var wrong = Wrong.at("parameter:" + name, "rest.wrong.form");
        return new Rejected(Trouble.PARAMETER, "rest.trouble.parameter.text", List.of(wrong));
    }

    private void broken(HttpServletRequest request, HttpServletResponse response, Exception thrown)
            throws IOException {
        var reference = UUID.randomUUID().toString().substring(0, REFERENCE_LENGTH);
        LOG.error(
                "{} {} failed, reference {}",
                request.getMethod(),
                request.getRequestURI(),
                reference,
                thrown);
        write(request, response, new Rejected(Trouble.BROKEN), reference);
    }

    /// Writes the refusal as the whole answer.
    public void write(HttpServletRequest request, HttpServletResponse response, Rejected why)
            throws IOException {
        write(request, response, why, null);
    }

    private void write(
            HttpServletRequest request,
            HttpServletResponse response,
            Rejected why,
            @Nullable String reference)
            throws IOException {
        var language = language(request);
        var errors =
                why.errors().stream()
                        .map(
                                w ->
                                        new ApiProblem.Error(
                                                w.pointer(),
                                                messages.say(
                                                        language, w.key(), w.values().toArray())))
                        .toList();
        var problem =
                new ApiProblem(
                        why.trouble().type(),
                        messages.say(language, "rest.trouble." + why.trouble().word()),
                        why.trouble().status().value(),
                        messages.say(language, why.key()),
                        request.getRequestURI(),
                        errors.isEmpty() ? null : errors,
                        reference);
        response.setStatus(why.trouble().status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Content-Language", language.tag());
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
