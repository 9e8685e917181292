package org.tongquan.identity.keys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongquan.identity.BodyDirectory;
import org.tongquan.identity.BodyDirectory.BodyInfo;
import org.tongquan.identity.IdentitySettings;
import org.tongquan.identity.Powered;
import org.tongquan.identity.keys.Issuing.Issued;
import org.tongquan.identity.keys.Issuing.Reason;
import org.tongquan.identity.keys.Issuing.Refused;
import org.tongquan.identity.keys.Issuing.Revoked;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;

/// The door: keys of programs are issued by the system officer, revoked, and recognised.
@Component
public class Keys {
    /// What a program may be given: reporting, checking, filing figures, working on the items of a
    /// plan. Deciding stays with people.
    public static final Set<Power> GRANTABLE =
            Set.of(Power.REPORT_PROGRESS, Power.SUPERVISE, Power.ISSUE_REPORT, Power.DRAFT);

    public static final int MOST_NAME = 60;

    /// Days for which a key may be issued.
    public static final int LONGEST_DAYS = 366;

    public static final int FEWEST_PER_MINUTE = 1;
    public static final int MOST_PER_MINUTE = 6_000;
    public static final int USUAL_PER_MINUTE = 300;

    /// Keys that a body may have at one time.
    public static final int MOST_OF_BODY = 20;

    /// The person that a key's changes are recorded under begins with this.
    public static final String PERSON = "key:";

    private static final Actor JOB = Actor.job("keys");
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final int SECRET_BYTES = 32;
    private static final int PREFIX_BYTES = 4;
    private static final String BEGINNING = "tq_";
    private static final int LONGEST_TOKEN = 100;

    private final Powered powered;
    private final KeyRows rows;
    private final List<BodyDirectory> directories;
    private final Journal journal;
    private final IdentitySettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Ids ids;

    Keys(
            Powered powered,
            KeyRows rows,
            ObjectProvider<BodyDirectory> directories,
            Journal journal,
            IdentitySettings settings,
            Clock clock) {
        this.powered = powered;
        this.rows = rows;
        this.directories = directories.orderedStream().toList();
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
        this.ids = new Ids(clock, random);
    }

    /// A key as it is wished for.
    ///
    /// @param lastDay last day on which it opens anything
    public record Wish(
            String body, String name, Set<Power> powers, LocalDate lastDay, int perMinute) {
        public Wish {
            name = name.strip();
            powers = Set.copyOf(powers);
        }
    }

    /// Who asks with a key.
    ///
    /// @param actor the body, with the powers that key and compact give it now
    public record Program(ApiKey key, Actor actor) {}

    /// The keys of the acting officer's region, newest first.
    public List<ApiKey> list(Actor actor) {
        return manages(actor) ? powered.read(actor, () -> rows.list(actor.region())) : List.of();
    }

    /// The keys that act for the acting body itself, newest first.
    public List<ApiKey> ofBody(Actor actor) {
        return actor.region().isEmpty()
                ? List.of()
                : powered.read(
                        actor,
                        () ->
                                rows.list(actor.region()).stream()
                                        .filter(k -> k.body().equals(actor.body()))
                                        .toList());
    }

    /// Bodies that keys can be issued for.
    public List<BodyInfo> bodies(Actor actor) {
        return manages(actor)
                ? directories.stream().flatMap(d -> d.list(actor.region()).stream()).toList()
                : List.of();
    }

    /// The body under the compact in force.
    public Optional<BodyInfo> body(String region, String body) {
        return directories.stream().flatMap(d -> d.find(region, body).stream()).findFirst();
    }

    /// Issues a key for a body of the officer's region.
    public Issuing issue(Actor actor, Wish wish) {
        var refusal = refuse(actor, wish);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        var prefix = BEGINNING + HexFormat.of().formatHex(bytes(PREFIX_BYTES));
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
        var token = prefix + "_" + secret;
        var key =
                new ApiKey(
                        ids.next(),
                        actor.region(),
                        wish.body(),
                        wish.name(),
                        prefix,
                        wish.powers(),
                        wish.perMinute(),
                        now(),
                        wish.lastDay().plusDays(1).atStartOfDay(settings.zone()).toInstant(),
                        null,
                        null,
                        null);
        return powered.as(
                actor,
                () -> {
                    rows.lock(actor.region(), wish.body());
                    if (rows.usable(actor.region(), wish.body(), now()) >= MOST_OF_BODY) {
                        return new Refused(Reason.TOO_MANY);
                    }
                    rows.add(key, hash(token), actor.person());
                    journal.record(actor, "api-key-issued", key.id(), Digest.ofText(text(key)));
                    return new Issued(key.id(), token);
                });
    }

    private static String text(ApiKey key) {
        return String.join(
                "\n",
                key.id().toString(),
                key.region(),
                key.body(),
                key.name(),
                key.prefix(),
                new TreeSet<>(key.powers()).toString(),
                key.madeAt().toString(),
                key.expiresAt().toString());
    }

    private Optional<Reason> refuse(Actor actor, Wish wish) {
        if (!manages(actor)) {
            return Optional.of(Reason.NOT_ALLOWED);
        }
        var body = body(actor.region(), wish.body());
        if (body.isEmpty()) {
            return Optional.of(Reason.UNKNOWN_BODY);
        }
        if (wish.name().isEmpty() || wish.name().length() > MOST_NAME) {
            return Optional.of(Reason.NAME);
        }
        if (!GRANTABLE.containsAll(wish.powers())
                || !body.get().powers().containsAll(wish.powers())) {
            return Optional.of(Reason.POWERS);
        }
        var today = LocalDate.ofInstant(clock.instant(), settings.zone());
        if (wish.lastDay().isBefore(today)
                || wish.lastDay().isAfter(today.plusDays(LONGEST_DAYS))) {
            return Optional.of(Reason.END);
        }
        boolean bounded =
                wish.perMinute() >= FEWEST_PER_MINUTE && wish.perMinute() <= MOST_PER_MINUTE;
        return bounded ? Optional.empty() : Optional.of(Reason.RATE);
    }

    /// Ends a key at once, for good.
    public Issuing revoke(Actor actor, UUID id) {
        if (!manages(actor)) {
            return new Refused(Reason.NOT_ALLOWED);
        }
        return powered.as(
                actor,
                () -> {
                    var at = now();
                    if (!rows.revoke(id, at, actor.person())) {
                        return new Refused(Reason.NOT_FOUND);
                    }
                    journal.record(actor, "api-key-revoked", id, Digest.ofText(id + "\n" + at));
                    return new Revoked(id);
                });
    }

    /// Whose key this is; empty when it is none, has ended, or its body no longer exists.
    public Optional<Program> recognise(String token) {
        if (!token.startsWith(BEGINNING) || token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        var now = now();
        var found = powered.read(JOB, () -> rows.find(hash(token)));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var key = found.get();
        if (!key.isUsable(now)) {
            if (isToBeNoted(key.refusedAt(), now)) {
                powered.as(JOB, () -> rows.refused(key.id(), now));
            }
            return Optional.empty();
        }
        if (isToBeNoted(key.usedAt(), now)) {
            powered.as(JOB, () -> rows.used(key.id(), now));
        }
        return body(key.region(), key.body()).map(body -> new Program(key, actor(key, body)));
    }

    private static boolean isToBeNoted(@Nullable Instant last, Instant now) {
        return last == null || !last.plus(NOTED_EVERY).isAfter(now);
    }

    private static Actor actor(ApiKey key, BodyInfo body) {
        var powers = EnumSet.noneOf(Power.class);
        powers.addAll(key.powers());
        powers.retainAll(body.powers());
        powers.retainAll(GRANTABLE);
        return new Actor(PERSON + key.id(), key.body(), key.region(), powers);
    }

    private static boolean manages(Actor actor) {
        return actor.may(Power.MANAGE_PEOPLE) && !actor.region().isEmpty();
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] hash(String token) {
        return Digest.of(token.getBytes(StandardCharsets.UTF_8)).bytes();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
