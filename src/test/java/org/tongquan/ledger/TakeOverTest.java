package org.tongquan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.kernel.Power;

/// What becomes of the ledger's lists when versions follow one another.
@HouseTest
class TakeOverTest {
    private static final String LOCKS = "y01-locks";
    private static final String BANK = "y01-county-bank";

    @Autowired private ApplicationContext house;

    @Test
    void aCollectiveDutyIsOneObligationForEachOfTheThreeParties() {
        var basin = new Basin(house, "basin-three");
        var card = basin.ledger().find(basin.office(), "basin-three", LOCKS).orElseThrow();
        assertThat(card.obligations())
                .extracting(Obligation::party)
                .containsExactly("990100", "990200", "990321");
        // 6 commitments: 3 bind all three, 1 binds two, 2 bind one
        assertThat(rows(basin)).hasSize(3 * 3 + 2 + 2);
    }

    @Test
    void eachPartyHasItsOwnUnitsAmongThoseTheTextNames() {
        var basin = new Basin(house, "basin-units");
        var card = basin.ledger().find(basin.office(), "basin-units", "y01-water").orElseThrow();
        assertThat(card.leads("990100")).containsExactly("990100/huanjing");
        assertThat(card.leads("990321")).containsExactly("990321/huanjing");
        var locks = basin.ledger().find(basin.office(), "basin-units", LOCKS).orElseThrow();
        assertThat(locks.leads("990200")).containsExactly("990100/hangdao");
    }

    @Test
    void aVersionThatBeginsLaterChangesNothingToday() {
        var basin = new Basin(house, "basin-future");
        var tomorrow = basin.ledger().today().plusDays(1);
        basin.adopt(
                Map.of(
                        "version: \"2025.1\"", "version: \"later\"",
                        "valid-from: 2025-03-01", "valid-from: " + tomorrow,
                        "deadline: 2025-12-31", "deadline: 2031-12-31"));
        assertThat(basin.obligation(BANK, "990321").deadline())
                .isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(basin.ledger().asOf(basin.office(), "basin-future", tomorrow, Instant.now()))
                .filteredOn(a -> a.commitment().id().equals(BANK))
                .singleElement()
                .extracting(a -> a.commitment().deadline())
                .isEqualTo(LocalDate.of(2031, 12, 31));
    }

    @Test
    void aVersionOfTheSameDayTakesThePlaceOfTheOneBefore() {
        var basin = new Basin(house, "basin-same-day");
        basin.adopt(
                Map.of(
                        "version: \"2025.1\"", "version: \"corrected\"",
                        "deadline: 2025-12-31", "deadline: 2026-01-31"));
        assertThat(basin.obligation(BANK, "990321").deadline())
                .isEqualTo(LocalDate.of(2026, 1, 31));
    }

    @Test
    void aVersionThatBeganEarlierDoesNotDisplaceTheOneInForce() {
        var basin = new Basin(house, "basin-earlier");
        basin.adopt(
                Map.of(
                        "version: \"2025.1\"", "version: \"found-later\"",
                        "valid-from: 2025-03-01", "valid-from: 2025-02-25",
                        "deadline: 2025-12-31", "deadline: 2025-06-30"));
        assertThat(basin.obligation(BANK, "990321").deadline())
                .isEqualTo(LocalDate.of(2025, 12, 31));
    }

    @Test
    void aCommitmentThatANewVersionLeavesOutEndsAndItsReportsStay() {
        var basin = new Basin(house, "basin-gone");
        basin.ledger().report(basin.unit("990321/shuili"), basin.report(BANK, "990321", 30));
        basin.adopt(
                Map.of(
                        "version: \"2025.1\"",
                        "version: \"2025.2\"",
                        "valid-from: 2025-03-01",
                        "valid-from: 2025-05-01",
                        BANK,
                        "y01-other-bank"));
        assertThat(rows(basin)).noneMatch(o -> o.commitment().equals(BANK));
        var card = basin.ledger().find(basin.office(), "basin-gone", BANK).orElseThrow();
        assertThat(card.commitment().validTo()).isEqualTo(LocalDate.of(2025, 5, 1));
        assertThat(card.obligations()).isEmpty();
        assertThat(card.reports()).hasSize(1);
    }

    @Test
    void aUnitThatANewTextNamesNoLongerIsReleasedAndOneNamedByABodyStays() {
        var basin = new Basin(house, "basin-released");
        var ledger = basin.ledger();
        ledger.assign(
                basin.office(),
                "basin-released",
                BANK,
                "990321",
                "990321/nongye",
                Assignment.Role.COOPERATING);
        basin.adopt(
                Map.of(
                        "version: \"2025.1\"", "version: \"2025.2\"",
                        "lead: [\"990321/shuili\"]", "lead: [\"990321/huanjing\"]"));
        var card = ledger.find(basin.office(), "basin-released", BANK).orElseThrow();
        assertThat(card.leads("990321")).containsExactly("990321/huanjing");
        assertThat(card.assignments())
                .filteredOn(a -> a.role() == Assignment.Role.COOPERATING)
                .extracting(Assignment::unit)
                .containsExactly("990321/nongye");
    }

    @Test
    void theLightsSurviveANewVersionThatLeavesADutyAsItIs() {
        var basin = new Basin(house, "basin-lights");
        basin.ledger().report(basin.unit("990321/shuili"), basin.report(BANK, "990321", 100));
        var before = basin.obligation(BANK, "990321").standing();
        assertThat(before.wasLate()).isTrue();
        basin.adopt(Map.of("version: \"2025.1\"", "version: \"2025.2\""));
        assertThat(basin.obligation(BANK, "990321").standing()).isEqualTo(before);
    }

    @Test
    void aGovernmentReportsWhereNoUnitIsNamedAndForItsOwnPartyAlone() {
        var basin = new Basin(house, "basin-government");
        var ledger = basin.ledger();
        var gov = basin.actor("basin-government:yunchuan-gov", Power.REPORT_PROGRESS);
        assertThat(ledger.work(gov))
                .extracting(Obligation::commitment)
                .contains("y02-notice")
                .doesNotContain("y02-brand");
        assertThat(ledger.report(gov, basin.report("y02-notice", "990100", 10)))
                .isInstanceOf(Filing.Filed.class);
        assertThat(ledger.report(gov, basin.report("y02-notice", "990200", 10)))
                .isEqualTo(new Filing.Refused(Filing.Reason.NOT_YOURS));
    }

    @Test
    void whatAListCountsIsWhatItHolds() {
        var basin = new Basin(house, "basin-counts");
        var ledger = basin.ledger();
        ledger.report(basin.unit("990321/chaye"), basin.report("y02-brand", "990321", 100));
        for (var party : List.of("", "990100", "990321")) {
            var filter =
                    new Filter(
                            "basin-counts",
                            "",
                            party,
                            "",
                            null,
                            "",
                            null,
                            null,
                            Filter.Only.ALL,
                            "");
            var slice = ledger.list(basin.office(), filter, Obligation.Cursor.START);
            assertThat(slice.total()).isEqualTo(slice.rows().size());
            slice.counts()
                    .forEach(
                            (light, count) ->
                                    assertThat(slice.rows())
                                            .filteredOn(o -> o.standing().light() == light)
                                            .hasSize(count));
        }
    }

    @Test
    void makingTheListsAgainChangesNothing() {
        var basin = new Basin(house, "basin-again");
        var before = rows(basin);
        assertThat(basin.ledger().refresh("basin-again")).isEqualTo(before.size());
        assertThat(rows(basin)).isEqualTo(before);
    }

    private static List<Obligation> rows(Basin basin) {
        return basin.ledger()
                .list(basin.office(), Filter.all(basin.region()), Obligation.Cursor.START)
                .rows();
    }
}
