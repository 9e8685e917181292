package org.tongquan.compact;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.PublicKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongquan.HouseTest;
import org.tongquan.compact.AdoptionOutcome.Refused;
import org.tongquan.compact.version.Sealed;
import org.tongquan.compact.version.Signature;
import org.tongquan.compact.version.Signatures;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Problem;

/// The shipped compacts within the capital circle: the zone of four counties, issued by those
/// above it, and the pair of two cities, which both sign.
@HouseTest
class WithinTest {
    private static final Actor JOB = Actor.job("import");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String JINAN = "370100";
    private static final String ZIBO = "370300";

    @Autowired private Compacts compacts;

    @Test
    void theZoneOfFourCountiesIsAdoptedWithinTheCircle() {
        var zone = shipped("pioneer-zone");
        assertThat(zone.compact().compact().within()).isEqualTo("capital-circle");
        assertThat(compacts.adoptWithBases(JOB, zone, List.of(), Map.of()))
                .isNotInstanceOf(Refused.class);
        var adopted = compacts.inForce("pioneer-zone", DAY).orElseThrow();
        assertThat(adopted.compact().members(DAY))
                .extracting(Party::id)
                .containsExactlyInAnyOrder("jn-pioneer", "370306", "371425", "371681");
    }

    @Test
    void thePairIsAdoptedOnceBothCitiesHaveSignedIt() {
        var pair = shipped("jinan-zibo");
        var sealed = Sealed.of(pair.compact());
        var jinan = Signatures.newKey();
        var zibo = Signatures.newKey();
        var keys = Map.of(JINAN, of(jinan), ZIBO, of(zibo));
        var one = List.of(Signatures.sign(sealed, JINAN, jinan));
        var forged = List.of(one.getFirst(), Signatures.sign(sealed, ZIBO, jinan));
        var both = List.of(one.getFirst(), Signatures.sign(sealed, ZIBO, zibo));

        assertThat(problems(pair, List.of(), keys))
                .extracting(Problem::what)
                .containsExactlyInAnyOrder(missing(JINAN), missing(ZIBO));
        assertThat(problems(pair, one, keys))
                .extracting(Problem::what)
                .containsExactly(missing(ZIBO));
        assertThat(problems(pair, forged, keys)).isNotEmpty();
        assertThat(compacts.inForce("jinan-zibo", DAY)).isEmpty();

        assertThat(compacts.adoptWithBases(JOB, pair, both, keys)).isNotInstanceOf(Refused.class);
        var adopted = compacts.findInForce("jinan-zibo", DAY).orElseThrow();
        assertThat(compacts.signatures(adopted)).hasSize(2);
        assertThat(compacts.inForce("jinan-zibo", DAY).orElseThrow().compact().members(DAY))
                .extracting(Party::id)
                .containsExactlyInAnyOrder(JINAN, ZIBO);
    }

    private List<Problem> problems(
            Resolved pair, List<Signature> signatures, Map<String, List<PublicKey>> keys) {
        var outcome = compacts.adoptWithBases(JOB, pair, signatures, keys);
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).problems();
    }

    private static String missing(String party) {
        return "no valid signature of the member '%s'".formatted(party);
    }

    private static List<PublicKey> of(KeyPair pair) {
        return List.of(pair.getPublic());
    }

    private static Resolved shipped(String id) {
        return TestCompacts.get(TestCompacts.SHIPPED, id);
    }
}
