package org.tongquan.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// Makes the [Page] of a request: the frame around every view.
@Component
public class Pages {
    /// Flash attribute with the message key of what just happened.
    public static final String NOTICE = "notice";

    private final Messages messages;
    private final SignIn signIn;
    private final List<MenuEntry> entries;
    private final ObjectProvider<Simulation> simulation;
    private final ObjectProvider<Region> region;

    public Pages(
            Messages messages,
            SignIn signIn,
            List<MenuEntry> entries,
            ObjectProvider<Simulation> simulation,
            ObjectProvider<Region> region) {
        this.messages = messages;
        this.signIn = signIn;
        this.entries = entries.stream().sorted(Comparator.comparingInt(MenuEntry::order)).toList();
        this.simulation = simulation;
        this.region = region;
    }

    public Page of(HttpServletRequest request) {
        var language = Language.of(request);
        var visitor = signIn.visitor();
        var actor = signIn.actor();
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Page(
                language,
                messages,
                visitor,
                entries.stream().filter(e -> e.shown().test(actor)).toList(),
                asked(request),
                orEmpty(request.getQueryString()),
                token == null ? "" : token.getParameterName(),
                token == null ? "" : token.getToken(),
                notice(request),
                simulation.stream().anyMatch(Simulation::simulated),
                region.stream().findFirst().map(r -> r.name(language)).orElse(""));
    }

    /// The address the reader asked for, also when this is the answer to an error.
    static String asked(HttpServletRequest request) {
        var failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed;
    }

    private static Optional<String> notice(HttpServletRequest request) {
        var flash =
                org.springframework.web.servlet.support.RequestContextUtils.getInputFlashMap(
                        request);
        return Optional.ofNullable(flash == null ? null : (String) flash.get(NOTICE));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /// Whether what the pages show was made up for a demonstration; contributed by an engine.
    @FunctionalInterface
    public interface Simulation {
        boolean simulated();
    }
}
