package org.tongquan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;

/// Searching the ledger's list.
@HouseTest
class SearchTest {
    @Autowired private ApplicationContext house;

    @Test
    void findsChineseWordsAndEnglishOnesInAnyCase() {
        var basin = new Basin(house, "basin-search");
        assertThat(found(basin, "船闸").rows())
                .extracting(Obligation::commitment)
                .containsExactly("y01-locks", "y01-locks", "y01-locks");
        assertThat(found(basin, "YUNHE Tea").rows())
                .extracting(Obligation::commitment)
                .containsOnly("y02-brand");
        assertThat(found(basin, "100%_").rows()).isEmpty();
    }

    @Test
    void countsEveryLightOfTheHitsAlsoWhereOneIsChosen() {
        var basin = new Basin(house, "basin-search");
        var all = found(basin, "船闸");
        var light = all.rows().getFirst().standing().light();
        var chosen = basin.ledger().list(basin.office(), words("船闸").of(light), START);
        assertThat(all.total()).isEqualTo(3);
        assertThat(all.capped()).isFalse();
        assertThat(chosen.counts()).isEqualTo(all.counts());
        assertThat(chosen.rows())
                .hasSize(all.counts().get(light))
                .allMatch(o -> o.standing().light() == light);
    }

    @Test
    void goesOnBehindTheRowShownLast() {
        var basin = new Basin(house, "basin-search");
        var first = found(basin, "船闸").rows().getFirst();
        var rest = basin.ledger().list(basin.office(), words("船闸"), first.cursor());
        assertThat(rest.rows())
                .extracting(Obligation::party)
                .containsExactlyElementsOf(List.of("990200", "990321"));
    }

    @Test
    void findsTheWordsInForceAndNoLongerTheOldOnes() {
        var basin = new Basin(house, "basin-search-later");
        basin.adopt(Map.of("version: \"2025.1\"", "version: \"2\"", "三地船闸统一调度", "三地水闸统一调度"));
        assertThat(found(basin, "船闸").rows()).isEmpty();
        assertThat(found(basin, "水闸").rows()).hasSize(3);
    }

    private static final Obligation.Cursor START = Obligation.Cursor.START;

    private static Ledger.Slice found(Basin basin, String words) {
        return basin.ledger()
                .list(
                        basin.office(),
                        new Filter(
                                basin.region(),
                                "",
                                "",
                                "",
                                null,
                                "",
                                null,
                                null,
                                Filter.Only.ALL,
                                words),
                        START);
    }

    private static Filter words(String words) {
        return new Filter("basin-search", "", "", "", null, "", null, null, Filter.Only.ALL, words);
    }
}
