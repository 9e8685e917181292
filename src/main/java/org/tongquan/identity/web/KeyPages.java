package org.tongquan.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.tongquan.identity.IdentitySettings;
import org.tongquan.identity.keys.ApiKey;
import org.tongquan.identity.keys.Issuing;
import org.tongquan.identity.keys.Issuing.Issued;
import org.tongquan.identity.keys.Issuing.Refused;
import org.tongquan.identity.keys.Issuing.Revoked;
import org.tongquan.identity.keys.Keys;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.site.Fault;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// The keys of programs of the own region, for the system officer.
@Controller
@RequestMapping("/people/keys")
class KeyPages {
    private static final int USUAL_DAYS = 180;

    private final Keys keys;
    private final IdentitySettings settings;
    private final Clock clock;
    private final Pages pages;

    KeyPages(Keys keys, IdentitySettings settings, Clock clock, Pages pages) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView list(Actor actor) {
        return show(actor, empty(), "", List.of());
    }

    @PostMapping
    ModelAndView issue(
            Actor actor,
            @RequestParam String body,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable List<Power> powers,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate lastDay,
            @RequestParam int perMinute,
            HttpServletRequest request) {
        var chosen = powers == null ? List.<Power>of() : powers;
        var wish =
                new Keys.Wish(
                        body,
                        name,
                        chosen.stream().collect(Collectors.toSet()),
                        lastDay,
                        perMinute);
        return switch (keys.issue(actor, wish)) {
            case Issued(_, var token) -> show(actor, empty(), token, List.of());
            case Revoked _ -> list(actor);
            case Refused(var reason) -> {
                var typed =
                        new KeysView.Form(
                                body,
                                name,
                                chosen.stream().map(Enum::name).toList(),
                                lastDay.toString(),
                                Integer.toString(perMinute));
                var sentence = pages.of(request).say("identity.keys.refused." + reason.word());
                var page = show(actor, typed, "", List.of(new Fault(field(reason), sentence)));
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield page;
            }
        };
    }

    @PostMapping("/{id}/revocation")
    ModelAndView revoke(Actor actor, @PathVariable UUID id, RedirectAttributes flash) {
        boolean done = keys.revoke(actor, id) instanceof Revoked;
        flash.addFlashAttribute(
                Pages.NOTICE, done ? "identity.keys.revoked" : "identity.keys.refused.not-found");
        return new ModelAndView("redirect:/people/keys");
    }

    private static String field(Issuing.Reason reason) {
        return switch (reason) {
            case UNKNOWN_BODY, TOO_MANY -> "body";
            case NAME -> "name";
            case POWERS -> "powers";
            case END -> "lastDay";
            case RATE -> "perMinute";
            case NOT_ALLOWED, NOT_FOUND -> "";
        };
    }

    private KeysView.Form empty() {
        return new KeysView.Form(
                "",
                "",
                List.of(),
                today().plusDays(USUAL_DAYS).toString(),
                Integer.toString(Keys.USUAL_PER_MINUTE));
    }

    private ModelAndView show(Actor actor, KeysView.Form form, String token, List<Fault> faults) {
        var now = clock.instant();
        return Show.view(
                "identity/keys",
                new KeysView(
                        keys.list(actor).stream().map(k -> row(k, now)).toList(),
                        keys.bodies(actor).stream()
                                .map(b -> new KeysView.Choice(b.id(), b.nameZh(), b.nameEn()))
                                .toList(),
                        Stream.of(Power.values())
                                .filter(Keys.GRANTABLE::contains)
                                .map(Enum::name)
                                .toList(),
                        form,
                        token,
                        today().plusDays(Keys.LONGEST_DAYS).toString(),
                        faults));
    }

    private KeysView.Row row(ApiKey key, Instant now) {
        var body = keys.body(key.region(), key.body());
        return new KeysView.Row(
                key.id().toString(),
                key.name(),
                body.map(b -> b.nameZh()).orElse(key.body()),
                body.map(b -> b.nameEn()).orElse(key.body()),
                key.prefix(),
                key.powers().stream().map(Enum::name).sorted().toList(),
                key.perMinute(),
                LocalDate.ofInstant(key.expiresAt().minusMillis(1), settings.zone()).toString(),
                time(key.usedAt()),
                time(key.refusedAt()),
                "identity.keys.state." + key.state(now),
                key.isUsable(now) ? "green" : "",
                key.isUsable(now));
    }

    private String time(@Nullable Instant moment) {
        return moment == null ? "" : Times.of(moment, settings.zone());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }
}
