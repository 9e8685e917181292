package org.tongquan.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongquan.compact.AdoptedBody;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.ResponsibleUnit;
import org.tongquan.kernel.Power;

/// The bodies of the compacts in force, and the departments of their parties. A department may
/// report; everything else a compact has to say in so many words.
@Component
class CompactBodies implements BodyDirectory {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Set<Power> OF_DEPARTMENTS = Set.of(Power.REPORT_PROGRESS);

    private final Compacts compacts;
    private final Clock clock;

    CompactBodies(Compacts compacts, Clock clock) {
        this.compacts = compacts;
        this.clock = clock;
    }

    @Override
    public Optional<BodyInfo> find(String region, String body) {
        if (!body.contains("/")) {
            return compacts.findBody(body).filter(b -> b.region().equals(region)).map(this::info);
        }
        return compacts.inForce(region, today())
                .flatMap(c -> c.findResponsibleUnit(body, today()))
                .filter(u -> !u.generic())
                .map(u -> info(region, u));
    }

    @Override
    public List<BodyInfo> list(String region) {
        var all = new ArrayList<BodyInfo>();
        compacts.bodies(region).forEach(b -> all.add(info(b)));
        compacts.inForce(region, today())
                .ifPresent(
                        c ->
                                c.responsibleUnits(today()).stream()
                                        .filter(u -> !u.generic())
                                        .filter(u -> c.findParty(u.holder()).isPresent())
                                        .forEach(u -> all.add(info(region, u))));
        return all;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private BodyInfo info(AdoptedBody body) {
        return new BodyInfo(
                body.id(),
                body.region(),
                body.name().zh(),
                body.name().in(Locale.ENGLISH),
                body.powers());
    }

    private static BodyInfo info(String region, ResponsibleUnit unit) {
        return new BodyInfo(unit.id(), region, unit.name(), "", OF_DEPARTMENTS);
    }
}
