package org.tongquan.identity.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tongquan.identity.Identity;
import org.tongquan.identity.Identity.SignInRecord;
import org.tongquan.identity.IdentitySettings;
import org.tongquan.kernel.Actor;
import org.tongquan.site.Show;

/// The audit of sign-ins, for the security officer.
@Controller
class SecurityPages {
    private static final String FIRST = "" + Long.MAX_VALUE;

    private final Identity identity;
    private final IdentitySettings settings;

    SecurityPages(Identity identity, IdentitySettings settings) {
        this.identity = identity;
        this.settings = settings;
    }

    @GetMapping("/security")
    ModelAndView signIns(Actor actor, @RequestParam(defaultValue = FIRST) long before) {
        var page = identity.signIns(actor, before);
        boolean more = page.size() == Identity.AUDIT_PAGE;
        return Show.view(
                "identity/security",
                new SecurityView(
                        page.stream().map(this::line).toList(),
                        more ? "/security?before=" + page.getLast().id() : ""));
    }

    private SecurityView.Line line(SignInRecord signIn) {
        return new SecurityView.Line(
                Times.of(signIn.at(), settings.zone()),
                signIn.login(),
                key(signIn),
                signIn.refusal().isEmpty(),
                signIn.address());
    }

    static String key(SignInRecord signIn) {
        return signIn.refusal()
                .map(r -> "identity.attempt." + r)
                .orElse("identity.attempt.SIGNED_IN");
    }
}
