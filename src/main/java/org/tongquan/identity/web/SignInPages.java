package org.tongquan.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tongquan.identity.Demonstration;
import org.tongquan.identity.Identity;
import org.tongquan.identity.IdentitySettings;
import org.tongquan.identity.SignInOutcome;
import org.tongquan.identity.SignInOutcome.Refused;
import org.tongquan.identity.SignInOutcome.SignedIn;
import org.tongquan.site.Show;

/// Sign-in, and the change to another body.
@Controller
class SignInPages {
    private final Identity identity;
    private final Demonstration demonstration;
    private final IdentitySettings settings;
    private final CurrentVisitor visitor;
    private final SecurityContextRepository contexts;
    private final RequestCache requests;
    private final CsrfAuthenticationStrategy renewal;

    SignInPages(
            Identity identity,
            Demonstration demonstration,
            IdentitySettings settings,
            CurrentVisitor visitor,
            SecurityContextRepository contexts,
            RequestCache requests,
            CsrfTokenRepository csrf) {
        this.identity = identity;
        this.demonstration = demonstration;
        this.settings = settings;
        this.visitor = visitor;
        this.contexts = contexts;
        this.requests = requests;
        this.renewal = new CsrfAuthenticationStrategy(csrf);
    }

    @GetMapping("/sign-in")
    ModelAndView form(@RequestParam @Nullable String expired) {
        if (visitor.standing().isPresent()) {
            return new ModelAndView("redirect:/");
        }
        return page("", expired == null ? null : "identity.sign-in.expired", false);
    }

    @PostMapping("/sign-in")
    ModelAndView signIn(
            @RequestParam String login,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (identity.signIn(login, password, request.getRemoteAddr())) {
            case SignedIn signedIn -> welcome(signedIn, request, response);
            case Refused(var reason) -> {
                var page = page(login, sentence(reason), true);
                page.setStatus(status(reason));
                yield page;
            }
        };
    }

    /// Under a new session id and a new form token, so that nothing known before is worth anything.
    private ModelAndView welcome(
            SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        visitor.standing().ifPresent(before -> identity.signOut(before.session()));
        var asked = requests.getRequest(request, response);
        requests.removeRequest(request, response);
        var person = new SessionOfPerson(signedIn.session());
        request.getSession();
        request.changeSessionId();
        renewal.onAuthentication(person, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(person);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        request.getSession().setMaxInactiveInterval((int) settings.sessionIdle().toSeconds());
        var next = asked == null ? "/" : asked.getRedirectUrl();
        return new ModelAndView("redirect:" + (signedIn.mustChange() ? "/me" : next));
    }

    private ModelAndView page(String login, @Nullable String message, boolean refused) {
        return Show.view(
                "identity/sign-in",
                new SignInView(
                        login,
                        Optional.ofNullable(message),
                        refused,
                        settings.failuresBeforeLock(),
                        settings.lockFor().toMinutes(),
                        demonstration.accounts()));
    }

    /// One sentence for all that could tell which accounts exist.
    private static String sentence(SignInOutcome.Reason reason) {
        return switch (reason) {
            case WRONG, LOCKED, DISABLED -> "identity.sign-in.wrong";
            case TOO_MANY -> "identity.sign-in.too-many";
            case BUSY -> "identity.sign-in.busy";
        };
    }

    private static HttpStatus status(SignInOutcome.Reason reason) {
        return switch (reason) {
            case WRONG, LOCKED, DISABLED -> HttpStatus.UNAUTHORIZED;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    /// Goes on as another of the person's bodies.
    @PostMapping("/acting")
    String act(@RequestParam String body) {
        var standing = visitor.standing().orElseThrow();
        standing.held().stream()
                .map(h -> h.body())
                .filter(b -> CurrentVisitor.key(b, standing.held()).equals(body))
                .findFirst()
                .ifPresent(b -> identity.actFor(standing, b.region(), b.id()));
        return "redirect:/";
    }
}
