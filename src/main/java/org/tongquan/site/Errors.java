package org.tongquan.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.util.DisconnectedClientHelper;
import org.tongquan.kernel.Problem;
import org.tongquan.kernel.Problems;

/// Every failed request of the house ends here: a page with a way out for people, an RFC 9457
/// problem for programs. Nothing of an exception's own text is shown.
@ControllerAdvice
@Controller
@Order(Ordered.HIGHEST_PRECEDENCE)
class Errors implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final int REFERENCE_LENGTH = 8;

    private final Messages messages;
    private final long largestFile;

    Errors(
            Messages messages,
            @Value("${spring.servlet.multipart.max-file-size}") DataSize largestFile) {
        this.messages = messages;
        this.largestFile = largestFile.toBytes();
    }

    /// What a page or API method threw.
    @ExceptionHandler(Exception.class)
    @Nullable Object thrown(Exception exception, HttpServletRequest request) throws Exception {
        return switch (exception) {
            case AccessDeniedException e -> throw e;
            case AuthenticationException e -> throw e;
            case NotFound e -> answer(request, Failure.NOT_FOUND, e.key(), List.of());
            case Forbidden e -> answer(request, Failure.FORBIDDEN, e.key(), List.of());
            case Problems.Rejected e -> answer(request, Failure.REFUSED, e.problems());
            case MaxUploadSizeExceededException _ -> answer(request, Failure.TOO_LARGE, List.of());
            case InvalidParameterException _ -> answer(request, Failure.BAD, List.of());
            case MethodArgumentTypeMismatchException e ->
                    answer(request, ofUnreadable(e), List.of());
            case ErrorResponse e ->
                    answer(request, Failure.of(e.getStatusCode().value()), List.of());
            case Exception e when DisconnectedClientHelper.isClientDisconnectedException(e) -> null;
            default -> broken(request, exception);
        };
    }

    /// A part of the address that cannot be read names nothing that is here.
    private static Failure ofUnreadable(MethodArgumentTypeMismatchException thrown) {
        return thrown.getParameter().hasParameterAnnotation(PathVariable.class)
                ? Failure.NOT_FOUND
                : Failure.BAD;
    }

    /// What a filter or the server itself refused.
    @RequestMapping("/error")
    Object refused(HttpServletRequest request) {
        // An upload beyond the limit is not read at all, its token neither.
        if (request.getContentLengthLong() > largestFile) {
            return answer(request, Failure.TOO_LARGE, List.of());
        }
        var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown instanceof InvalidParameterException) {
            return answer(request, Failure.BAD, List.of());
        }
        if (thrown instanceof Throwable e) {
            return broken(request, e);
        }
        if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
            return answer(request, Failure.EXPIRED, List.of());
        }
        var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return answer(request, status == null ? Failure.NOT_FOUND : Failure.of(status), List.of());
    }

    private Object broken(HttpServletRequest request, Throwable thrown) {
        var reference = UUID.randomUUID().toString().substring(0, REFERENCE_LENGTH);
        LOG.error(
                "{} {} failed, reference {}",
                request.getMethod(),
                path(request),
                reference,
                thrown);
        var text = Failure.BROKEN.key("text");
        return answer(request, Failure.BROKEN, text, reference, List.of());
    }

    private Object answer(HttpServletRequest request, Failure failure, List<Problem> problems) {
        return answer(request, failure, failure.key("text"), problems);
    }

    private Object answer(
            HttpServletRequest request, Failure failure, String text, List<Problem> problems) {
        return answer(request, failure, text, "", problems);
    }

    private Object answer(
            HttpServletRequest request,
            Failure failure,
            String text,
            String reference,
            List<Problem> problems) {
        if (isForProgram(request)) {
            return problem(request, failure, text, reference, problems);
        }
        var view =
                new ErrorView(
                        failure.status().value(),
                        failure.key("title"),
                        text,
                        failure.key("todo"),
                        reference,
                        problems);
        var shown = Show.view("site/error", view);
        shown.setStatus(failure.status());
        return shown;
    }

    private ResponseEntity<ProblemDetail> problem(
            HttpServletRequest request,
            Failure failure,
            String text,
            String reference,
            List<Problem> problems) {
        var language = Language.of(request);
        var detail =
                ProblemDetail.forStatusAndDetail(failure.status(), messages.say(language, text));
        detail.setTitle(messages.say(language, failure.key("title")));
        detail.setInstance(URI.create(path(request)));
        if (!reference.isEmpty()) {
            detail.setProperty("reference", reference);
        }
        if (!problems.isEmpty()) {
            detail.setProperty("problems", problems);
        }
        return ResponseEntity.status(failure.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    /// The API, and htmx, which shows the sentence beside what the person was doing.
    private static boolean isForProgram(HttpServletRequest request) {
        return path(request).startsWith("/api/") || request.getHeader("HX-Request") != null;
    }

    private static String path(HttpServletRequest request) {
        return Pages.asked(request);
    }
}
