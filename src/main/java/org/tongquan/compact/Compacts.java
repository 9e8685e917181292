package org.tongquan.compact;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.tongquan.compact.AdoptionOutcome.Adopted;
import org.tongquan.compact.AdoptionOutcome.AlreadyAdopted;
import org.tongquan.compact.AdoptionOutcome.Refused;
import org.tongquan.compact.calendar.WorkCalendar;
import org.tongquan.compact.reading.Loaded;
import org.tongquan.compact.version.Sealed;
import org.tongquan.compact.version.Signature;
import org.tongquan.compact.version.Signatures;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.kernel.Problem;
import org.tongquan.kernel.Problems;

/// The door: which versions were adopted, which is in force, and the adoption of a new one.
/// Reading needs no actor, because an agreement is open to all; it joins a transaction under way.
@Service
public class Compacts {
    /// Resolved versions kept in memory; they never change, so any number of them stays true.
    private static final int MOST_KEPT = 64;

    private static final String JOB = "job:";

    /// In-force dates are dates in China.
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Acting acting;
    private final Versions versions;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<UUID, Resolved> kept =
            new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, Resolved> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    Compacts(
            Acting acting,
            Versions versions,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.acting = acting;
        this.versions = versions;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /// Adopts a version that needs no signatures, as the ledger does with accepted clauses.
    public AdoptionOutcome adopt(Actor actor, Compact compact) {
        return adopt(actor, compact, List.of(), Map.of());
    }

    /// Adopts a version: checks it against the newest adopted versions of what it builds on,
    /// keeps its bytes, derives its flat tables, records it in the journal, tells the house.
    /// The same text twice is no error; a label used for another text is refused.
    ///
    /// @param actor a job, or a body of this compact with the power to adopt
    /// @param keys public keys of the parties that signed, had from the parties themselves
    public AdoptionOutcome adopt(
            Actor actor,
            Compact compact,
            List<Signature> signatures,
            Map<String, List<PublicKey>> keys) {
        var sealed = Sealed.of(compact);
        var same = versions.find(sealed.digest());
        if (same.isPresent()) {
            return new AlreadyAdopted(same.get());
        }
        if (!mayAdopt(actor, compact)) {
            return refused(
                    compact,
                    actor.body() + " may not adopt a version of '" + compact.id() + "'",
                    "act for a body of this compact that has the power 'adopt'");
        }
        return acting.as(actor, () -> adoptInside(actor, sealed, signatures, keys));
    }

    private static boolean mayAdopt(Actor actor, Compact compact) {
        return actor.body().startsWith(JOB)
                || (actor.region().equals(compact.id()) && actor.may(Power.ADOPT));
    }

    private AdoptionOutcome adoptInside(
            Actor actor,
            Sealed sealed,
            List<Signature> signatures,
            Map<String, List<PublicKey>> keys) {
        var compact = sealed.compact();
        versions.lock(compact.id());
        var same = versions.find(sealed.digest());
        if (same.isPresent()) {
            return new AlreadyAdopted(same.get());
        }
        if (versions.find(compact.id(), compact.version()).isPresent()) {
            return refused(
                    compact,
                    "the label '" + compact.version() + "' names another text adopted before",
                    "give the new text a label of its own");
        }
        var bases = new ArrayList<UUID>();
        var problems = new ArrayList<>(check(sealed, bases));
        problems.addAll(Signatures.problems(sealed, signatures, keys));
        if (!problems.isEmpty()) {
            return new Refused(problems);
        }
        return new Adopted(keep(actor, sealed, bases, signatures, keys));
    }

    /// @param bases filled with the versions it is resolved with
    private List<Problem> check(Sealed sealed, List<UUID> bases) {
        var name = sealed.compact().id() + " " + sealed.compact().version();
        var problems = new Problems();
        var loaded =
                Loaded.read(name, sealed.bytes(), id -> base(id, name, bases, problems), problems);
        return switch (loaded) {
            case Loaded.Ok _ -> List.of();
            case Loaded.Rejected(var found) -> found;
        };
    }

    private Optional<Resolved> base(String id, String by, List<UUID> bases, Problems problems) {
        var newest = versions.newest(id);
        if (newest.isEmpty()) {
            problems.add(by, 0, "no version of '" + id + "' was adopted", "adopt it first");
        }
        newest.ifPresent(v -> bases.add(v.id()));
        return newest.map(v -> resolved(v.id()));
    }

    private AdoptedVersion keep(
            Actor actor,
            Sealed sealed,
            List<UUID> bases,
            List<Signature> signatures,
            Map<String, List<PublicKey>> keys) {
        var compact = sealed.compact();
        var id = versions.add(actor, sealed, clock.instant());
        versions.addBases(id, bases);
        for (var signature : signatures) {
            keys.getOrDefault(signature.party(), List.of()).stream()
                    .filter(k -> Signatures.keyId(k).equals(signature.keyId()))
                    .findFirst()
                    .ifPresent(k -> versions.addSignature(id, signature, k.getEncoded()));
        }
        versions.addParties(id, compact);
        versions.addBodies(id, compact);
        versions.addClauses(id, resolved(id));
        journal.record(actor, "compact-version-adopted", id, sealed.digest());
        acting.afterwards(
                () -> events.publishEvent(new VersionAdopted(compact.id(), compact.version())));
        return versions.get(id);
    }

    private static Refused refused(Compact compact, String what, String todo) {
        var name = compact.id() + " " + compact.version();
        return new Refused(List.of(new Problem(name, 0, what, todo)));
    }

    /// Adopts what was read from a folder, with everything it builds on first. Bases whose text
    /// was adopted before stay as they are. Missing signatures refuse it before that.
    public AdoptionOutcome adoptWithBases(
            Actor actor,
            Resolved resolved,
            List<Signature> signatures,
            Map<String, List<PublicKey>> keys) {
        var sealed = Sealed.of(resolved.compact());
        var same = versions.find(sealed.digest());
        if (same.isPresent()) {
            var refused = acting.as(actor, () -> adoptBases(actor, resolved));
            return refused.isPresent() ? refused.get() : new AlreadyAdopted(same.get());
        }
        var unsigned = Signatures.problems(sealed, signatures, keys);
        if (!unsigned.isEmpty()) {
            return new Refused(unsigned);
        }
        return acting.as(
                actor,
                () -> {
                    var refused = adoptBases(actor, resolved);
                    if (refused.isPresent()) {
                        return refused.get();
                    }
                    return adopt(actor, resolved.compact(), signatures, keys);
                });
    }

    /// A base may have news when the region has none: the holidays of the next year.
    private Optional<Refused> adoptBases(Actor actor, Resolved resolved) {
        for (var base : resolved.bases()) {
            if (adoptWithBases(actor, base, List.of(), Map.of()) instanceof Refused refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    /// Every adopted version, by compact, newest first.
    public List<AdoptedVersion> list() {
        return versions.list();
    }

    /// Ids of all compacts that have an adopted version and are no base.
    public List<String> regions() {
        return versions.list().stream()
                .filter(v -> v.kind() != Compact.Kind.BASE)
                .map(AdoptedVersion::region)
                .distinct()
                .toList();
    }

    /// Of the versions whose time has come on a date, the one that began last; of these the one
    /// adopted last.
    public Optional<Resolved> inForce(String region, LocalDate at) {
        return inForce(region, at, Instant.MAX);
    }

    /// The same with what was adopted by a moment: later versions change nothing in it, also when
    /// they begin earlier.
    public Optional<Resolved> inForce(String region, LocalDate at, Instant known) {
        return versions.inForce(region, at, known).map(v -> resolved(v.id()));
    }

    public Optional<AdoptedVersion> findInForce(String region, LocalDate at) {
        return versions.inForce(region, at, Instant.MAX);
    }

    /// Which version is in force when, from the first day on, days without one left out.
    public List<InForce> timeline(String region) {
        var changes = new TreeSet<LocalDate>();
        for (var version : versions.list(region)) {
            changes.add(version.validFrom());
            if (version.validTo() != null) {
                changes.add(version.validTo().plusDays(1));
            }
        }
        var spans = new ArrayList<InForce>();
        for (var from : changes) {
            var to = changes.higher(from);
            inForce(region, from).ifPresent(r -> spans.add(new InForce(from, to, r)));
        }
        return spans;
    }

    /// @param to first day on which another version is in force, or none
    public record InForce(LocalDate from, @Nullable LocalDate to, Resolved version) {}

    public Optional<Resolved> find(String region, String version) {
        return versions.find(region, version).map(v -> resolved(v.id()));
    }

    public Optional<AdoptedVersion> findVersion(String region, String version) {
        return versions.find(region, version);
    }

    /// The canonical bytes of an adopted version, whose SHA-256 is its digest.
    public byte[] bytes(AdoptedVersion version) {
        return versions.bytes(version.id());
    }

    public List<Signature> signatures(AdoptedVersion version) {
        return versions.signatures(version.id());
    }

    /// The work calendar of a region as of a date: that of its bases in force then, which may be
    /// newer than those the region's version was resolved with, so that a new notice counts.
    public Optional<WorkCalendar> calendar(String region, LocalDate at) {
        return counting(region, at, Instant.MAX).map(Resolved::calendar);
    }

    /// The version whose calendar counts for a region as of a date, of those adopted by a moment.
    public Optional<Resolved> counting(String region, LocalDate at, Instant known) {
        return inForce(region, at, known)
                .map(
                        r ->
                                r.compact().compact().uses().stream()
                                        .flatMap(base -> inForce(base, at, known).stream())
                                        .findFirst()
                                        .orElse(r));
    }

    /// The bodies of a region as the version in force today has them.
    public List<AdoptedBody> bodies(String region) {
        return inForce(region, LocalDate.now(clock.withZone(CHINA)))
                .map(r -> r.compact().bodies().stream().map(b -> body(region, b)).toList())
                .orElse(List.of());
    }

    /// A body by `<region>:<body id>`, as the version in force today has it.
    public Optional<AdoptedBody> findBody(String id) {
        var colon = id.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : bodies(id.substring(0, colon)).stream()
                        .filter(b -> b.id().equals(id))
                        .findFirst();
    }

    private static AdoptedBody body(String region, Body body) {
        return new AdoptedBody(
                region + ":" + body.id(),
                region,
                body.kind(),
                body.name(),
                Optional.ofNullable(body.party()),
                body.sees(),
                Set.copyOf(body.powers()));
    }

    private Resolved resolved(UUID id) {
        var known = known(id);
        if (known != null) {
            return known;
        }
        var bases = versions.bases(id).stream().map(this::resolved).toList();
        var byId = new LinkedHashMap<String, Resolved>();
        bases.forEach(b -> byId.put(b.compact().id(), b));
        var problems = new Problems();
        var loaded =
                Loaded.read(
                        id.toString(),
                        versions.bytes(id),
                        base -> Optional.ofNullable(byId.get(base)),
                        problems);
        return switch (loaded) {
            case Loaded.Ok(var resolved) -> remember(id, resolved);
            case Loaded.Rejected(var found) ->
                    throw new IllegalStateException("adopted, but does not read: " + found);
        };
    }

    private @Nullable Resolved known(UUID id) {
        synchronized (kept) {
            return kept.get(id);
        }
    }

    private Resolved remember(UUID id, Resolved resolved) {
        synchronized (kept) {
            kept.put(id, resolved);
        }
        return resolved;
    }
}
