package org.tongquan.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import org.tongquan.identity.People;
import org.tongquan.identity.People.Entry;
import org.tongquan.identity.People.Membership;
import org.tongquan.identity.Person;
import org.tongquan.identity.Staffing;
import org.tongquan.identity.Staffing.Done;
import org.tongquan.identity.Staffing.Refused;
import org.tongquan.identity.Staffing.WithPassword;
import org.tongquan.kernel.Actor;
import org.tongquan.site.Fault;
import org.tongquan.site.NotFound;
import org.tongquan.site.Pages;
import org.tongquan.site.Show;

/// The people of the own region, for the system officer.
@Controller
@RequestMapping("/people")
class PeoplePages {
    private final People people;
    private final IdentitySettings settings;
    private final Clock clock;
    private final Pages pages;

    PeoplePages(People people, IdentitySettings settings, Clock clock, Pages pages) {
        this.people = people;
        this.settings = settings;
        this.clock = clock;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView list(Actor actor) {
        return list(actor, List.of(), PeopleView.Added.NOBODY, "", "");
    }

    @PostMapping
    ModelAndView add(
            Actor actor,
            @RequestParam String login,
            @RequestParam String name,
            @RequestParam String number,
            HttpServletRequest request) {
        return switch (people.add(actor, actor.region(), login, name, number)) {
            case WithPassword(var id, var password) -> {
                var added = people.find(actor, actor.region(), id).orElseThrow().person();
                var shown = new PeopleView.Added(added.login(), password);
                yield list(actor, List.of(), shown, "", "");
            }
            case Refused(var reason) -> {
                var fault = new Fault(field(reason), sentence(request, reason));
                var page = list(actor, List.of(fault), PeopleView.Added.NOBODY, login, name);
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield page;
            }
            case Done _ -> list(actor);
        };
    }

    @GetMapping("/{id}")
    ModelAndView person(Actor actor, @PathVariable UUID id) {
        return person(actor, id, "", List.of());
    }

    @PostMapping("/{id}/memberships")
    ModelAndView grant(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String body,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            HttpServletRequest request,
            RedirectAttributes flash) {
        var outcome = people.grant(actor, id, actor.region(), body, from, Optional.ofNullable(to));
        return shown(outcome, "identity.people.granted", actor, id, request, flash);
    }

    @PostMapping("/{id}/memberships/{membership}/end")
    ModelAndView end(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID membership,
            HttpServletRequest request,
            RedirectAttributes flash) {
        var outcome = people.endMembership(actor, actor.region(), membership);
        return shown(outcome, "identity.people.ended", actor, id, request, flash);
    }

    @PostMapping("/{id}/disabling")
    ModelAndView disable(
            Actor actor,
            @PathVariable UUID id,
            HttpServletRequest request,
            RedirectAttributes flash) {
        var outcome = people.disable(actor, actor.region(), id);
        return shown(outcome, "identity.people.disabled", actor, id, request, flash);
    }

    @PostMapping("/{id}/enabling")
    ModelAndView enable(
            Actor actor,
            @PathVariable UUID id,
            HttpServletRequest request,
            RedirectAttributes flash) {
        var outcome = people.enable(actor, actor.region(), id);
        return shown(outcome, "identity.people.enabled", actor, id, request, flash);
    }

    @PostMapping("/{id}/unlocking")
    ModelAndView unlock(
            Actor actor,
            @PathVariable UUID id,
            HttpServletRequest request,
            RedirectAttributes flash) {
        var outcome = people.unlock(actor, actor.region(), id);
        return shown(outcome, "identity.people.unlocked", actor, id, request, flash);
    }

    @PostMapping("/{id}/password")
    ModelAndView reset(
            Actor actor,
            @PathVariable UUID id,
            HttpServletRequest request,
            RedirectAttributes flash) {
        var outcome = people.resetPassword(actor, actor.region(), id);
        return shown(outcome, "identity.people.reset", actor, id, request, flash);
    }

    private ModelAndView shown(
            Staffing outcome,
            String notice,
            Actor actor,
            UUID id,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return switch (outcome) {
            case Done _ -> {
                flash.addFlashAttribute(Pages.NOTICE, notice);
                yield new ModelAndView("redirect:/people/" + id);
            }
            case WithPassword(_, var password) -> person(actor, id, password, List.of());
            case Refused(var reason) -> {
                var page = person(actor, id, "", List.of(new Fault("", sentence(request, reason))));
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield page;
            }
        };
    }

    private String sentence(HttpServletRequest request, Staffing.Reason reason) {
        return pages.of(request).say("identity.refused." + reason);
    }

    private static String field(Staffing.Reason reason) {
        return switch (reason) {
            case LOGIN_TAKEN, LOGIN_UNFIT -> "login";
            case NAME_UNFIT -> "name";
            case NUMBER_UNFIT, NUMBER_TAKEN -> "number";
            case NOT_ALLOWED,
                    UNKNOWN_PERSON,
                    NOT_FOUND,
                    UNKNOWN_BODY,
                    ONESELF,
                    OFFICERS_KEPT_APART,
                    ALREADY_HELD,
                    NOT_HELD,
                    PERIOD_UNFIT,
                    TOO_LONG,
                    DEMONSTRATION ->
                    "";
        };
    }

    private ModelAndView list(
            Actor actor, List<Fault> faults, PeopleView.Added added, String login, String name) {
        var rows = people.list(actor, actor.region()).stream().map(this::row).toList();
        return Show.view("identity/people", new PeopleView(rows, faults, added, login, name));
    }

    private PeopleView.Row row(Entry entry) {
        var today = LocalDate.ofInstant(clock.instant(), settings.zone());
        var bodies =
                entry.memberships().stream().filter(m -> m.inForce(today)).map(this::name).toList();
        var person = entry.person();
        return new PeopleView.Row(
                person.id(), person.login(), person.name(), state(person), bodies);
    }

    private PeopleView.Name name(Membership membership) {
        return people.body(membership.region(), membership.body())
                .map(b -> new PeopleView.Name(b.nameZh(), b.nameEn()))
                .orElseGet(() -> new PeopleView.Name(membership.body(), membership.body()));
    }

    private boolean locked(Person person) {
        return person.lockedUntil().filter(clock.instant()::isBefore).isPresent();
    }

    private String state(Person person) {
        if (person.disabledAt().isPresent()) {
            return "identity.state.disabled";
        }
        return locked(person) ? "identity.state.locked" : "identity.state.usable";
    }

    private ModelAndView person(Actor actor, UUID id, String password, List<Fault> faults) {
        var entry = people.find(actor, actor.region(), id).orElseThrow(NotFound::new);
        var person = entry.person();
        var today = LocalDate.ofInstant(clock.instant(), settings.zone());
        return Show.view(
                "identity/person",
                new PersonView(
                        id,
                        person.login(),
                        person.name(),
                        people.maskedNumber(actor, id).orElse(""),
                        state(person),
                        person.disabledAt().isPresent(),
                        locked(person),
                        person.demonstration(),
                        password,
                        entry.memberships().stream().map(m -> held(m, today)).toList(),
                        people.bodies(actor.region()).stream()
                                .map(b -> new PersonView.Choice(b.id(), b.nameZh(), b.nameEn()))
                                .toList(),
                        today.toString(),
                        faults));
    }

    private PersonView.Held held(Membership membership, LocalDate today) {
        var name = name(membership);
        var state = "identity.membership.to-come";
        if (membership.isOver(today)) {
            state = "identity.membership.over";
        } else if (membership.inForce(today)) {
            state = "identity.membership.in-force";
        }
        return new PersonView.Held(
                membership.id(),
                name.zh(),
                name.en(),
                membership.from().toString(),
                membership.to().map(LocalDate::toString).orElse(""),
                state,
                !membership.isOver(today));
    }
}
