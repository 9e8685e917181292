package org.tongquan.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongquan.compact.AdoptedBody;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.ResponsibleUnit;
import org.tongquan.compact.Unit;
import org.tongquan.kernel.Power;

/// The bodies of the compacts in force: those that a compact declares, with the powers it gives
/// them, and the single departments of its parties and their province, which may report progress.
@Component
@Order(0)
class CompactBodies implements BodyDirectory {
    /// How long an answer stands; an adopted version changes powers after this at the latest.
    static final Duration KEPT = Duration.ofSeconds(5);

    private static final Set<Power> OF_DEPARTMENT = Set.of(Power.REPORT_PROGRESS);
    private static final int MOST_KEPT = 10_000;

    private final Compacts compacts;
    private final Clock clock;
    private final IdentitySettings settings;
    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    CompactBodies(Compacts compacts, Clock clock, IdentitySettings settings) {
        this.compacts = compacts;
        this.clock = clock;
        this.settings = settings;
    }

    private record Key(String region, String body) {}

    private record Kept(Optional<BodyInfo> body, Instant until) {}

    @Override
    public Optional<BodyInfo> find(String region, String body) {
        var key = new Key(region, body);
        var now = clock.instant();
        var known = kept.get(key);
        if (known != null && known.until().isAfter(now)) {
            return known.body();
        }
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        var found = body.indexOf(':') >= 0 ? declared(region, body) : department(region, body);
        kept.put(key, new Kept(found, now.plus(KEPT)));
        return found;
    }

    private Optional<BodyInfo> declared(String region, String body) {
        return compacts.bodies(region).stream()
                .filter(b -> b.id().equals(body))
                .map(CompactBodies::info)
                .findFirst();
    }

    private Optional<BodyInfo> department(String region, String body) {
        var today = today();
        return compacts.inForce(region, today)
                .flatMap(
                        r ->
                                r.findResponsibleUnit(body, today)
                                        .filter(u -> !u.generic())
                                        .map(u -> info(region, r, u)));
    }

    @Override
    public List<BodyInfo> list(String region) {
        var today = today();
        var declared = compacts.bodies(region).stream().map(CompactBodies::info);
        var departments =
                compacts.inForce(region, today).stream()
                        .flatMap(
                                r ->
                                        r.responsibleUnits(today).stream()
                                                .filter(u -> !u.generic())
                                                .filter(u -> !u.holder().equals(Resolved.NATION))
                                                .map(u -> info(region, r, u)));
        return Stream.concat(declared, departments).toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    private static BodyInfo info(AdoptedBody body) {
        return new BodyInfo(
                body.id(),
                body.region(),
                body.name().zh(),
                Optional.ofNullable(body.name().en()).orElse(""),
                body.powers());
    }

    private static BodyInfo info(String region, Resolved compact, ResponsibleUnit unit) {
        var party =
                compact.findParty(unit.holder())
                        .flatMap(p -> Optional.ofNullable(p.name().en()))
                        .map(name -> name + ": ")
                        .orElse("");
        var kind =
                compact.units().stream()
                        .filter(u -> u.id().equals(unit.unit()))
                        .map(Unit::name)
                        .findFirst()
                        .flatMap(n -> Optional.ofNullable(n.en()))
                        .orElse("");
        var en = party.isEmpty() || kind.isEmpty() ? "" : party + kind;
        return new BodyInfo(unit.id(), region, unit.name(), en, OF_DEPARTMENT);
    }
}
