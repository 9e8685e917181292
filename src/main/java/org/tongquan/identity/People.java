package org.tongquan.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.tongquan.identity.BodyDirectory.BodyInfo;
import org.tongquan.identity.Recording.Change;
import org.tongquan.identity.Staffing.Done;
import org.tongquan.identity.Staffing.Reason;
import org.tongquan.identity.Staffing.Refused;
import org.tongquan.identity.Staffing.WithPassword;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.CitizenId;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;

/// The door of those who manage people: the system officer within the own region, and the operator
/// at the command line, as [#OPERATOR]. Nobody manages themself.
@Component
public class People {
    /// Who acts at the operator's command line, in every region.
    public static final Actor OPERATOR = Powered.PEOPLE;

    /// Most people of one list.
    public static final int MOST = 500;

    private static final int AT_ONCE = 200;

    /// That a person acts for a body, from one day to another.
    ///
    /// @param from first day
    /// @param to last day, empty for open end
    /// @param endedAt when it was ended before its last day
    public record Membership(
            UUID id,
            UUID person,
            String region,
            String body,
            LocalDate from,
            Optional<LocalDate> to,
            Optional<Instant> endedAt) {
        /// Whether it counts on this day.
        public boolean inForce(LocalDate day) {
            return endedAt.isEmpty() && !from.isAfter(day) && !isOver(day);
        }

        /// Whether it can never count again from this day on.
        public boolean isOver(LocalDate day) {
            return endedAt.isPresent() || to.filter(day::isAfter).isPresent();
        }
    }

    private final Powered powered;
    private final Persons persons;
    private final Memberships memberships;
    private final PersonalNumbers numbers;
    private final Holdings holdings;
    private final Bodies bodies;
    private final Passwords passwords;
    private final Recording recording;
    private final Ids ids;
    private final Clock clock;

    People(
            Powered powered,
            Persons persons,
            Memberships memberships,
            PersonalNumbers numbers,
            Holdings holdings,
            Bodies bodies,
            Passwords passwords,
            Recording recording,
            @Qualifier(IdentityParts.IDS) Ids ids,
            Clock clock) {
        this.powered = powered;
        this.persons = persons;
        this.memberships = memberships;
        this.numbers = numbers;
        this.holdings = holdings;
        this.bodies = bodies;
        this.passwords = passwords;
        this.recording = recording;
        this.ids = ids;
        this.clock = clock;
    }

    /// A person and what they hold in the region.
    public record Entry(Person person, List<Membership> memberships) {}

    /// The people of a region, by login; none for a body that does not manage them.
    public List<Entry> list(Actor actor, String region) {
        return manages(actor, region) ? powered.read(actor, () -> entries(region)) : List.of();
    }

    /// One person of the region.
    public Optional<Entry> find(Actor actor, String region, UUID person) {
        return manages(actor, region)
                ? powered.read(
                        actor,
                        () ->
                                persons.find(person)
                                        .filter(p -> p.region().equals(region))
                                        .map(p -> new Entry(p, memberships.ofPerson(person))))
                : Optional.empty();
    }

    /// One person of the region, by login.
    public Optional<Entry> findByLogin(Actor actor, String region, String login) {
        return manages(actor, region)
                ? powered.read(actor, () -> persons.idOfAny(login))
                        .flatMap(id -> find(actor, region, id))
                : Optional.empty();
    }

    /// The day it is where memberships begin and end.
    public LocalDate today() {
        return holdings.today();
    }

    private List<Entry> entries(String region) {
        var held =
                memberships.ofRegion(region).stream()
                        .collect(Collectors.groupingBy(Membership::person));
        return persons.list(region, MOST).stream()
                .map(p -> new Entry(p, held.getOrDefault(p.id(), List.of())))
                .toList();
    }

    /// Every body of the region that can be granted.
    public List<BodyInfo> bodies(String region) {
        return bodies.list(region);
    }

    /// The body under the compact in force; empty when an amendment has taken it away.
    public Optional<BodyInfo> body(String region, String body) {
        return bodies.find(region, body);
    }

    /// Adds an account with an initial password, which must be changed at first sign-in.
    ///
    /// @param number citizen id as typed, empty when it is not kept
    public Staffing add(Actor actor, String region, String login, String name, String number) {
        if (!manages(actor, region)) {
            return new Refused(Reason.NOT_ALLOWED);
        }
        var plain = Names.login(login);
        var shown = Names.shown(name);
        if (plain.isEmpty() || shown.isEmpty()) {
            return new Refused(plain.isEmpty() ? Reason.LOGIN_UNFIT : Reason.NAME_UNFIT);
        }
        if (number.isBlank()) {
            return as(
                    actor,
                    region,
                    new Change("person-added", plain.get(), shown.get()),
                    () -> add(actor, region, plain.get(), shown.get()));
        }
        if (!(CitizenId.parse(number) instanceof CitizenId.Valid(var citizen))) {
            return new Refused(Reason.NUMBER_UNFIT);
        }
        return as(
                actor,
                region,
                new Change("person-added", plain.get(), shown.get()),
                () -> {
                    if (numbers.holder(citizen).isPresent()) {
                        return new Refused(Reason.NUMBER_TAKEN);
                    }
                    var added = add(actor, region, plain.get(), shown.get());
                    if (added instanceof WithPassword(var person, _)) {
                        numbers.set(person, region, citizen, clock.instant());
                    }
                    return added;
                });
    }

    private Staffing add(Actor actor, String region, String login, String name) {
        var now = clock.instant();
        var person =
                new Person(
                        ids.next(), login, name, region, false, Optional.empty(), Optional.empty());
        if (!persons.add(person, now, by(actor))) {
            return new Refused(Reason.LOGIN_TAKEN);
        }
        var initial = passwords.initial();
        persons.addPassword(person.id(), region, passwords.hash(initial), true, now);
        return new WithPassword(person.id(), initial);
    }

    /// Lets a person act for a body.
    ///
    /// @param from first day
    /// @param to last day, empty for open end
    public Staffing grant(
            Actor actor,
            UUID person,
            String region,
            String body,
            LocalDate from,
            Optional<LocalDate> to) {
        var info = bodies.find(region, body);
        if (info.isEmpty()) {
            return new Refused(Reason.UNKNOWN_BODY);
        }
        if (to.filter(t -> t.isBefore(from) || t.isBefore(holdings.today())).isPresent()) {
            return new Refused(Reason.PERIOD_UNFIT);
        }
        return change(
                actor,
                region,
                person,
                new Change("membership-granted", person, body, from, to),
                now -> {
                    if (!holdings.mayAlsoHold(person, info.get())) {
                        return new Refused(Reason.OFFICERS_KEPT_APART);
                    }
                    memberships.endLapsed(person, region, body, holdings.today(), now, by(actor));
                    var made =
                            new Membership(
                                    ids.next(), person, region, body, from, to, Optional.empty());
                    return memberships.add(made, now, by(actor))
                            ? new Done(made.id())
                            : new Refused(Reason.ALREADY_HELD);
                });
    }

    /// Ends a membership at once; what its holder lent to others ends with it.
    public Staffing endMembership(Actor actor, String region, UUID membership) {
        if (!manages(actor, region)) {
            return new Refused(Reason.NOT_ALLOWED);
        }
        return as(
                actor,
                region,
                new Change("membership-ended"),
                () ->
                        memberships
                                .end(membership, clock.instant(), by(actor))
                                .<Staffing>map(_ -> new Done(membership))
                                .orElseGet(() -> new Refused(Reason.NOT_FOUND)));
    }

    /// Disables an account; its sessions end at once.
    public Staffing disable(Actor actor, String region, UUID person) {
        return change(
                actor,
                region,
                person,
                new Change("person-disabled"),
                now -> {
                    persons.setDisabled(person, now);
                    persons.endSessionsBefore(person, now);
                    return new Done(person);
                });
    }

    /// Lets a disabled account sign in again.
    public Staffing enable(Actor actor, String region, UUID person) {
        return change(
                actor,
                region,
                person,
                new Change("person-enabled"),
                _ -> {
                    persons.setDisabled(person, null);
                    return new Done(person);
                });
    }

    /// Lifts the lock that too many wrong passwords brought.
    public Staffing unlock(Actor actor, String region, UUID person) {
        return change(
                actor,
                region,
                person,
                new Change("person-unlocked"),
                _ -> {
                    persons.forgetFailures(person);
                    return new Done(person);
                });
    }

    /// Gives a new initial password and ends the person's sessions.
    public Staffing resetPassword(Actor actor, String region, UUID person) {
        var initial = passwords.initial();
        var hash = passwords.hash(initial);
        return change(
                actor,
                region,
                person,
                new Change("password-reset"),
                now -> {
                    if (persons.find(person).filter(Person::demonstration).isPresent()) {
                        return new Refused(Reason.DEMONSTRATION);
                    }
                    persons.setPassword(person, hash, true, now);
                    persons.forgetFailures(person);
                    persons.endSessionsBefore(person, now);
                    return new WithPassword(person, initial);
                });
    }

    /// Who has this personal number, as far as the acting body may know.
    public Optional<UUID> findByNumber(Actor actor, String region, CitizenId number) {
        return manages(actor, region)
                ? powered.read(actor, () -> numbers.holder(number))
                : Optional.empty();
    }

    /// The masked personal number of a person, where one is kept and the actor may see it: one's
    /// own, or as the system officer of the region.
    public Optional<String> maskedNumber(Actor actor, UUID person) {
        return powered.read(actor, () -> numbers.find(person).map(CitizenId::masked));
    }

    /// Encrypts and indexes again what older keys made, after a rotation; returns how many.
    public int renewNumbers() {
        int renewed = 0;
        int last;
        do {
            last = powered.as(OPERATOR, this::renewSome);
            renewed += last;
        } while (last == AT_ONCE);
        return renewed;
    }

    private int renewSome() {
        var old = numbers.old(AT_ONCE);
        for (var one : old) {
            var number = numbers.find(one.person()).orElseThrow();
            numbers.set(one.person(), one.region(), number, clock.instant());
            recording.record(OPERATOR, "personal-number-renewed", one.person());
        }
        return old.size();
    }

    private Staffing change(
            Actor actor,
            String region,
            UUID person,
            Change change,
            Function<Instant, Staffing> work) {
        if (!manages(actor, region)) {
            return new Refused(Reason.NOT_ALLOWED);
        }
        if (person.toString().equals(actor.person())) {
            return new Refused(Reason.ONESELF);
        }
        return as(
                actor,
                region,
                change,
                () ->
                        persons.lock(person)
                                ? work.apply(clock.instant())
                                : new Refused(Reason.UNKNOWN_PERSON));
    }

    /// Works as the house itself, confined to the region: an officer of one region must not see
    /// what a person holds in another, yet the three officers are kept apart across all.
    private Staffing as(Actor actor, String region, Change change, Supplier<Staffing> work) {
        var confined = new Actor(actor.person(), OPERATOR.body(), region, Set.of());
        return powered.as(
                confined,
                () -> {
                    var outcome = work.get();
                    switch (outcome) {
                        case Done(var subject) -> tell(change, confined, subject, actor);
                        case WithPassword(var id, _) -> tell(change, confined, id, actor);
                        case Refused _ -> {}
                    }
                    return outcome;
                });
    }

    private void tell(Change change, Actor confined, UUID subject, Actor actor) {
        recording.record(confined, change, subject, by(actor), confined.region());
    }

    private static boolean manages(Actor actor, String region) {
        return actor.equals(OPERATOR)
                || (actor.may(Power.MANAGE_PEOPLE) && actor.region().equals(region));
    }

    private static String by(Actor actor) {
        return actor.person() + "/" + actor.body();
    }
}
