package org.tongquan.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongquan.host.Host;
import org.tongquan.identity.BodyDirectory.BodyInfo;
import org.tongquan.identity.SignInOutcome.Reason;
import org.tongquan.identity.SignInOutcome.Refused;
import org.tongquan.identity.SignInOutcome.SignedIn;
import org.tongquan.identity.Standing.Held;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;

/// The door of sign-in: who is this, and whom do they act for at this moment.
@Component
public class Identity {
    /// Most lines of one page of the audit.
    public static final int AUDIT_PAGE = 100;

    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private static final int MOST_NAMES = 1_000;

    /// Stands in the journal for a person that does not exist.
    private static final UUID NOBODY = new UUID(0, 0);

    private static final int LONGEST_ADDRESS = 60;

    /// One line of the audit of sign-ins.
    ///
    /// @param id grows with time
    /// @param login as typed when the account exists, otherwise masked
    /// @param refusal empty for a success
    public record SignInRecord(
            long id,
            Instant at,
            String login,
            Optional<SignInOutcome.Reason> refusal,
            String address) {
        static final String SUCCESS = "SIGNED_IN";
    }

    private final Powered powered;
    private final Persons persons;
    private final Sessions sessions;
    private final SignIns signIns;
    private final Holdings holdings;
    private final Passwords passwords;
    private final Recording recording;
    private final IdentitySettings settings;
    private final Host host;
    private final Clock clock;

    Identity(
            Powered powered,
            Persons persons,
            Sessions sessions,
            SignIns signIns,
            Holdings holdings,
            Passwords passwords,
            Recording recording,
            IdentitySettings settings,
            Host host,
            Clock clock) {
        this.powered = powered;
        this.persons = persons;
        this.sessions = sessions;
        this.signIns = signIns;
        this.holdings = holdings;
        this.passwords = passwords;
        this.recording = recording;
        this.settings = settings;
        this.host = host;
        this.clock = clock;
    }

    /// Begins a session for the one who knows this password. Every attempt stands in the audit.
    ///
    /// @param address where the attempt comes from
    public SignInOutcome signIn(String login, String password, String address) {
        var from = address.substring(0, Math.min(address.length(), LONGEST_ADDRESS));
        var attempt = powered.as(Powered.SIGN_IN, () -> begin(login, from));
        if (attempt.refused() == Reason.TOO_MANY) {
            return new Refused(Reason.TOO_MANY);
        }
        var account = attempt.account();
        var hash = account == null ? passwords.nobody() : account.hash();
        var fits = passwords.fits(password, hash);
        return powered.as(
                Powered.SIGN_IN,
                () -> {
                    var reason =
                            fits.isEmpty()
                                    ? Reason.BUSY
                                    : attempt.refused() != null
                                            ? attempt.refused()
                                            : fits.get() ? null : Reason.WRONG;
                    if (reason != null || account == null) {
                        return refuse(login, account, reason == null ? Reason.WRONG : reason, from);
                    }
                    return welcome(account, password, from);
                });
    }

    /// @param refused what already speaks against it, whatever the password
    private record Attempt(Persons.@Nullable Account account, @Nullable Reason refused) {}

    private Attempt begin(String typed, String address) {
        var now = clock.instant();
        int failures = signIns.failures(address, now.minus(settings.failuresWithin()));
        if (failures >= settings.failuresPerAddress()) {
            if (failures == settings.failuresPerAddress()) {
                refuse(typed, null, Reason.TOO_MANY, address);
            }
            return new Attempt(null, Reason.TOO_MANY);
        }
        var account = Names.login(typed).flatMap(persons::account);
        if (account.isEmpty()) {
            return new Attempt(null, null);
        }
        if (account.get().disabled() || (account.get().demonstration() && !host.demonstration())) {
            return new Attempt(account.get(), Reason.DISABLED);
        }
        boolean taken =
                persons.takeAttempt(
                        account.get().login(),
                        now,
                        settings.failuresBeforeLock(),
                        now.plus(settings.lockFor()));
        return new Attempt(account.get(), taken ? null : Reason.LOCKED);
    }

    private Refused refuse(
            String typed, Persons.@Nullable Account account, Reason reason, String address) {
        signIns.add(
                clock.instant(),
                account == null ? Names.masked(typed) : account.login(),
                account == null ? null : account.id(),
                account == null ? null : account.region(),
                reason.name(),
                address);
        recording.record(
                Powered.SIGN_IN,
                "sign-in-refused",
                account == null ? NOBODY : account.id(),
                reason,
                address);
        return new Refused(reason);
    }

    private SignedIn welcome(Persons.Account account, String password, String address) {
        var now = clock.instant();
        persons.forgetFailures(account.id());
        if (!account.demonstration() && passwords.outdated(account.hash())) {
            persons.setPassword(account.id(), passwords.hash(password), account.mustChange(), now);
        }
        var session = UUID.randomUUID();
        sessions.begin(session, account.id(), account.region(), address, now);
        sessions.endOldest(
                account.id(), settings.sessionsPerPerson(), now.minus(settings.sessionIdle()), now);
        signIns.add(
                now,
                account.login(),
                account.id(),
                account.region(),
                SignInRecord.SUCCESS,
                address);
        recording.record(Powered.SIGN_IN, "signed-in", account.id(), session, address);
        return new SignedIn(account.id(), session, account.mustChange());
    }

    /// How the person of this session stands now; empty when the session has ended, by itself, by
    /// a newer one, or because the person was disabled.
    public Optional<Standing> standing(UUID session) {
        var now = clock.instant();
        var standing = powered.read(Powered.SIGN_IN, () -> readStanding(session, now));
        if (standing.isPresent() && standing.get().seen().isBefore(now.minus(SEEN_EVERY))) {
            powered.as(
                    Powered.SIGN_IN,
                    () -> {
                        sessions.seen(session, now);
                        return session;
                    });
        }
        return standing.map(Seen::standing);
    }

    private record Seen(Standing standing, Instant seen) {}

    private Optional<Seen> readStanding(UUID session, Instant now) {
        return sessions.find(
                        session,
                        now.minus(settings.sessionIdle()),
                        now.minus(settings.sessionLongest()))
                .filter(open -> !open.demonstration() || host.demonstration())
                .map(open -> new Seen(standing(open), open.seenAt()));
    }

    private Standing standing(Sessions.Open open) {
        var held = holdings.now(open.person());
        var acting =
                held.stream()
                        .map(Held::body)
                        .filter(
                                b ->
                                        open.actingBody().filter(b.id()::equals).isPresent()
                                                && open.actingRegion()
                                                        .filter(b.region()::equals)
                                                        .isPresent())
                        .findFirst()
                        .or(() -> held.stream().map(Held::body).findFirst())
                        .orElseGet(() -> oneself(open.person(), open.name()));
        return new Standing(
                open.id(),
                actor(open.person(), acting),
                open.login(),
                open.name(),
                acting,
                held,
                open.mustChange());
    }

    private static BodyInfo oneself(UUID person, String name) {
        return new BodyInfo("person:" + person, "", name, name, Set.of());
    }

    private static Actor actor(UUID person, BodyInfo body) {
        return new Actor(person.toString(), body.id(), body.region(), body.powers());
    }

    /// Ends a session; nothing happens when it has ended already.
    public void signOut(UUID session) {
        powered.as(
                Powered.SIGN_IN,
                () -> {
                    if (sessions.end(session, clock.instant(), "SIGNED_OUT")) {
                        recording.record(Powered.SIGN_IN, "signed-out", session);
                    }
                    return session;
                });
    }

    /// Lets the person of this session act for another body they hold; false when they do not.
    public boolean actFor(Standing standing, String region, String body) {
        return powered.as(
                Powered.SIGN_IN,
                () -> {
                    boolean holds =
                            holdings.now(standing.person()).stream()
                                    .anyMatch(
                                            h ->
                                                    h.body().id().equals(body)
                                                            && h.body().region().equals(region));
                    if (holds) {
                        sessions.actFor(standing.session(), region, body);
                        recording.record(
                                Powered.SIGN_IN,
                                "acting-changed",
                                standing.session(),
                                region,
                                body);
                    }
                    return holds;
                });
    }

    /// Every body that the person may act for at this moment, own ones first.
    public List<Held> bodiesOf(UUID person) {
        return powered.read(Powered.SIGN_IN, () -> holdings.now(person));
    }

    /// The person acting for this body, if they may at this moment.
    public Optional<Actor> actorFor(UUID person, String region, String body) {
        return powered.read(
                Powered.SIGN_IN,
                () ->
                        persons.find(person)
                                .filter(p -> p.disabledAt().isEmpty())
                                .flatMap(
                                        p ->
                                                holdings.now(person).stream()
                                                        .map(Held::body)
                                                        .filter(b -> b.id().equals(body))
                                                        .filter(b -> b.region().equals(region))
                                                        .findFirst())
                                .map(b -> actor(person, b)));
    }

    /// Shown names of people, for pages that say who did something; unknown ids are left out. Call
    /// it outside of an open transaction.
    public Map<UUID, String> namesOf(Collection<UUID> people) {
        var asked = people.stream().distinct().limit(MOST_NAMES).toList();
        return asked.isEmpty()
                ? Map.of()
                : powered.read(Powered.PEOPLE, () -> persons.names(asked));
    }

    /// Gives the person of this session a new password and ends their other sessions.
    public PasswordChange changePassword(Standing standing, String present, String wished) {
        var objection = passwords.objection(wished, standing.login());
        if (objection.isPresent()) {
            return new PasswordChange.Refused(objection.get());
        }
        if (wished.equals(present)) {
            return new PasswordChange.Refused(PasswordChange.Reason.SAME);
        }
        var account = powered.read(Powered.SIGN_IN, () -> persons.account(standing.login()));
        if (account.isEmpty() || account.get().demonstration()) {
            return new PasswordChange.Refused(PasswordChange.Reason.DEMONSTRATION);
        }
        if (!takeAttempt(standing.login())) {
            return new PasswordChange.Refused(PasswordChange.Reason.WRONG);
        }
        var fits = passwords.fits(present, account.get().hash());
        if (fits.isEmpty() || !fits.get()) {
            return new PasswordChange.Refused(
                    fits.isEmpty() ? PasswordChange.Reason.BUSY : PasswordChange.Reason.WRONG);
        }
        var hash = passwords.hash(wished);
        powered.as(
                Powered.SIGN_IN,
                () -> {
                    var now = clock.instant();
                    persons.forgetFailures(standing.person());
                    persons.setPassword(standing.person(), hash, false, now);
                    sessions.endOthers(standing.person(), standing.session(), now);
                    recording.record(Powered.SIGN_IN, "password-changed", standing.person(), now);
                    return now;
                });
        return new PasswordChange.Changed();
    }

    private boolean takeAttempt(String login) {
        return powered.as(
                Powered.SIGN_IN,
                () -> {
                    var now = clock.instant();
                    return persons.takeAttempt(
                            login,
                            now,
                            settings.failuresBeforeLock(),
                            now.plus(settings.lockFor()));
                });
    }

    /// The audit of sign-ins, newest first: for the security officer those of the region.
    ///
    /// @param before id of the last line of the page before; [Long#MAX_VALUE] for the first page
    public List<SignInRecord> signIns(Actor actor, long before) {
        return actor.may(Power.SEE_SECURITY)
                ? powered.read(actor, () -> signIns.latest(before, AUDIT_PAGE))
                : List.of();
    }

    /// The latest sign-ins with the own login, newest first.
    public List<SignInRecord> ownSignIns(Actor actor, int most) {
        return powered.read(
                actor,
                () ->
                        signIns.latestOf(
                                UUID.fromString(actor.person()), Math.min(most, AUDIT_PAGE)));
    }
}
