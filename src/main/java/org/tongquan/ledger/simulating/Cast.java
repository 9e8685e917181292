package org.tongquan.ledger.simulating;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.tongquan.compact.AdoptedBody;
import org.tongquan.compact.Body;
import org.tongquan.compact.Compacts;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;

/// Who acts: the bodies that the compact declares, and units of the parties.
final class Cast {
    private final String region;
    private final List<AdoptedBody> bodies;
    private final List<String> parties;
    private final int offset;

    Cast(Compacts compacts, Script script, List<String> parties) {
        this.region = script.region();
        this.bodies = compacts.bodies(region);
        this.parties = List.copyOf(parties);
        this.offset = new Random(script.seed()).nextInt(Math.max(1, parties.size()));
    }

    /// How a party keeps its promises.
    enum Temper {
        DILIGENT,
        SLOW,
        /// Says nothing, until the ladder has gone up.
        SILENT
    }

    List<String> parties() {
        return parties;
    }

    /// One party in seven says nothing, two are slow; of few parties one each.
    Temper temper(String party) {
        int place = Math.floorMod(parties.indexOf(party) + offset, parties.size());
        if (place == 0) {
            return Temper.SILENT;
        }
        return place <= Math.max(1, parties.size() / 3) ? Temper.SLOW : Temper.DILIGENT;
    }

    String silent() {
        return parties.stream().filter(p -> temper(p) == Temper.SILENT).findFirst().orElseThrow();
    }

    /// The first body of the whole region that satisfies the condition.
    Optional<Actor> body(Predicate<Actor> condition) {
        return bodies.stream()
                .filter(b -> b.party().isEmpty())
                .map(this::actor)
                .filter(condition)
                .findFirst();
    }

    /// The first body of the whole region with a power.
    Actor with(Power power) {
        return body(a -> a.may(power))
                .orElseThrow(() -> new IllegalStateException("nobody may " + power));
    }

    /// The government of a party, or whatever body reports for it.
    Actor of(String party) {
        return bodies.stream()
                .filter(b -> b.party().filter(party::equals).isPresent())
                .filter(b -> b.powers().contains(Power.REPORT_PROGRESS))
                .min(Comparator.comparing(b -> b.kind() != Body.Kind.GOVERNMENT))
                .map(this::actor)
                .orElseThrow(() -> new IllegalStateException("nobody reports for " + party));
    }

    /// A body or unit by its id.
    Actor actor(String id) {
        return bodies.stream()
                .filter(b -> b.id().equals(id))
                .findFirst()
                .map(this::actor)
                .orElseGet(() -> new Actor("-", id, region, Set.of(Power.REPORT_PROGRESS)));
    }

    private Actor actor(AdoptedBody body) {
        return new Actor("-", body.id(), region, body.powers());
    }
}
