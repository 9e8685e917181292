package org.tongquan.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongquan.identity.Delegations;
import org.tongquan.identity.Delegations.Delegation;
import org.tongquan.identity.Identity;
import org.tongquan.identity.Identity.SignInRecord;
import org.tongquan.identity.IdentitySettings;
import org.tongquan.identity.PasswordChange;
import org.tongquan.identity.People;
import org.tongquan.identity.Staffing;
import org.tongquan.identity.Standing;
import org.tongquan.kernel.Actor;
import org.tongquan.site.Fault;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// The own account: password, bodies, delegations, latest sign-ins.
@Controller
@RequestMapping("/me")
class OwnPages {
    private static final int SIGN_INS = 10;

    private final Identity identity;
    private final Delegations delegations;
    private final People people;
    private final IdentitySettings settings;
    private final CurrentVisitor visitor;
    private final Pages pages;

    OwnPages(
            Identity identity,
            Delegations delegations,
            People people,
            IdentitySettings settings,
            CurrentVisitor visitor,
            Pages pages) {
        this.identity = identity;
        this.delegations = delegations;
        this.people = people;
        this.settings = settings;
        this.visitor = visitor;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView own() {
        return page(List.of(), "", "");
    }

    @PostMapping("/password")
    ModelAndView change(
            @RequestParam String present,
            @RequestParam String wished,
            @RequestParam String again,
            HttpServletRequest request,
            RedirectAttributes flash) {
        if (!wished.equals(again)) {
            return faulty(fault(request, "again", "identity.password.AGAIN"), "", "");
        }
        return switch (identity.changePassword(visitor.standing().orElseThrow(), present, wished)) {
            case PasswordChange.Changed() -> done(flash, "identity.password.changed");
            case PasswordChange.Refused(var reason) -> {
                var field = reason == PasswordChange.Reason.WRONG ? "present" : "wished";
                yield faulty(fault(request, field, "identity.password." + reason), "", "");
            }
        };
    }

    @PostMapping("/delegations")
    ModelAndView delegate(
            Actor actor,
            @RequestParam String login,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            HttpServletRequest request,
            RedirectAttributes flash) {
        var end = until.plusDays(1).atStartOfDay(settings.zone()).toInstant();
        return switch (delegations.delegate(actor, login, end)) {
            case Staffing.Refused(var reason) -> {
                var field =
                        switch (reason) {
                            case PERIOD_UNFIT, TOO_LONG -> "until";
                            default -> "login";
                        };
                var fault = fault(request, field, "identity.refused." + reason);
                yield faulty(fault, login, until.toString());
            }
            case Staffing _ -> done(flash, "identity.delegation.made");
        };
    }

    @PostMapping("/delegations/{id}/revocation")
    ModelAndView revoke(Actor actor, @PathVariable UUID id, RedirectAttributes flash) {
        return switch (delegations.revoke(actor, id)) {
            case Staffing.Refused(var reason) -> done(flash, "identity.refused." + reason);
            case Staffing _ -> done(flash, "identity.delegation.revoked");
        };
    }

    private static ModelAndView done(RedirectAttributes flash, String key) {
        flash.addFlashAttribute(Pages.NOTICE, key);
        return new ModelAndView("redirect:/me");
    }

    private Fault fault(HttpServletRequest request, String field, String key) {
        return new Fault(field, pages.of(request).say(key));
    }

    private ModelAndView faulty(Fault fault, String typed, String until) {
        var page = page(List.of(fault), typed, until);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(List<Fault> faults, String typed, String until) {
        var standing = visitor.standing().orElseThrow();
        var actor = standing.actor();
        return Show.view(
                "identity/me",
                new OwnView(
                        standing.login(),
                        people.maskedNumber(actor, standing.person()),
                        standing.mustChange(),
                        settings.passwordShortest(),
                        settings.delegationLongest().toDays(),
                        bodies(standing),
                        delegations.list(actor).stream().map(d -> lent(d, standing)).toList(),
                        identity.ownSignIns(actor, SIGN_INS).stream().map(this::line).toList(),
                        faults,
                        typed,
                        until));
    }

    private static List<OwnView.Body> bodies(Standing standing) {
        return standing.held().stream()
                .map(
                        h ->
                                new OwnView.Body(
                                        h.body().nameZh(),
                                        h.body().nameEn(),
                                        h.delegated(),
                                        h.body().equals(standing.acting())))
                .toList();
    }

    private OwnView.Lent lent(Delegation delegation, Standing standing) {
        boolean given = delegation.giver().equals(standing.person());
        var body = people.body(delegation.region(), delegation.body());
        return new OwnView.Lent(
                delegation.id(),
                given,
                given ? delegation.receiverName() : delegation.giverName(),
                body.map(b -> b.nameZh()).orElse(delegation.body()),
                body.map(b -> b.nameEn()).orElse(delegation.body()),
                Times.of(delegation.until(), settings.zone()));
    }

    private OwnView.Line line(SignInRecord signIn) {
        return new OwnView.Line(
                Times.of(signIn.at(), settings.zone()),
                SecurityPages.key(signIn),
                signIn.refusal().isEmpty(),
                signIn.address());
    }
}
