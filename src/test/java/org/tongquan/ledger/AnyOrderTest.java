package org.tongquan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.host.HouseClock;
import org.tongquan.ledger.scoring.Evaluating;
import org.tongquan.ledger.scoring.Score;
import org.tongquan.ledger.scoring.Scoring;
import org.tongquan.ledger.scoring.Span;

/// The same reports and returns, filed in whatever order, give the same lights, roll-ups and
/// scores.
@HouseTest
class AnyOrderTest {
    private static final LocalDate LAST = LocalDate.parse("2025-12-31");
    private static final Span SECOND_HALF = Span.of("2025-H2").orElseThrow();
    private static final long SEED = 20261124;

    @Autowired private ApplicationContext house;
    @Autowired private HouseClock clock;

    /// @param back whether it is returned at once
    private record Filed(
            String unit, String item, String party, String on, int percent, boolean back) {}

    private static final List<Filed> ALL =
            List.of(
                    new Filed("990100/hangdao", "y01-locks", "990100", "2025-07-01", 20, false),
                    new Filed("990100/hangdao", "y01-locks", "990100", "2025-10-01", 60, false),
                    new Filed("990100/hangdao", "y01-locks", "990100", "2025-11-01", 10, true),
                    new Filed("990100/hangdao", "y01-locks", "990200", "2025-12-01", 100, false),
                    new Filed("990321/chaye", "y02-brand", "990321", "2025-09-09", 100, false),
                    new Filed("990321/chaye", "y02-brand", "990321", "2025-08-01", 30, false),
                    new Filed("990321/chaye", "y02-brand", "990100", "2025-10-10", 100, false),
                    new Filed("990321/chaye", "y02-brand", "990100", "2025-09-01", 100, true),
                    new Filed(
                            "990321/shuili", "y01-county-bank", "990321", "2025-12-20", 40, false),
                    new Filed(
                            "990321/shuili", "y01-county-bank", "990321", "2025-12-10", 80, true));

    @Test
    void reportsAndReturnsInAnyOrderGiveTheSameLightsRollUpsAndScores() {
        var random = new Random(SEED);
        var expected = played("basin-order-0", ALL);
        assertThat(expected.scores()).isNotEmpty();
        assertThat(expected.lights().values()).anyMatch(l -> l.contains("GREEN"));
        for (int i = 1; i <= 3; i++) {
            var all = new ArrayList<>(ALL);
            Collections.shuffle(all, random);
            assertThat(played("basin-order-" + i, all))
                    .as("seed %d, order %d", SEED, i)
                    .isEqualTo(expected);
        }
    }

    private record Outcome(
            Map<String, String> lights, Map<String, String> wholes, Map<String, String> scores) {}

    private Outcome played(String region, List<Filed> order) {
        var basin = new Basin(house, region);
        clock.moveTo(LAST.atTime(18, 0).atZone(Ledger.ZONE).toInstant());
        order.forEach(f -> file(basin, f));
        clock.reset();
        var lights = new TreeMap<String, String>();
        var wholes = new TreeMap<String, String>();
        for (var one : basin.ledger().asOf(basin.office(), region, LAST, Instant.MAX)) {
            var id = one.commitment().id();
            lights.put(id + "@" + one.party(), one.standing().toString());
            var card = basin.ledger().find(basin.office(), region, id).orElseThrow();
            wholes.put(id, String.valueOf(card.whole()));
        }
        return new Outcome(lights, wholes, scores(basin));
    }

    private static void file(Basin basin, Filed one) {
        var filing =
                basin.ledger()
                        .report(
                                basin.unit(one.unit()),
                                basin.report(
                                        one.item(),
                                        one.party(),
                                        LocalDate.parse(one.on()),
                                        one.percent()));
        assertThat(filing).isInstanceOf(Filing.Filed.class);
        if (one.back()) {
            var id = ((Filing.Filed) filing).id();
            assertThat(basin.ledger().giveBack(basin.office(), id, "not yet"))
                    .isInstanceOf(Filing.Returned.class);
        }
    }

    private static Map<String, String> scores(Basin basin) {
        var scoring = basin.door(Scoring.class);
        var id =
                ((Evaluating.Done) scoring.drawUp(basin.office(), basin.region(), SECOND_HALF))
                        .id();
        var scores = new TreeMap<String, String>();
        for (var kind : Score.Kind.values()) {
            scoring.find(basin.office(), id).orElseThrow().of(kind).stream()
                    .map(s -> s.kind() + " " + s.subject() + " " + s.score() + " " + s.rank())
                    .forEach(s -> scores.put(s, s));
        }
        return scores;
    }
}
