package org.tongquan.ledger.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.ledger.Assignment;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.Filing;
import org.tongquan.ledger.progress.Confirming;

/// A report that a cooperating unit contradicts is offered for the agenda until that is settled.
@HouseTest
class ContradictedTest {
    private static final String BANK = "y01-county-bank";
    private static final String COUNTY = "990321";

    @Autowired private ApplicationContext house;
    @Autowired private OpenMatters matters;

    private static UUID report(Basin basin, int percent) {
        var filing =
                basin.ledger()
                        .report(basin.unit("990321/shuili"), basin.report(BANK, COUNTY, percent));
        return ((Filing.Filed) filing).id();
    }

    private List<Proposal> offered(Basin basin) {
        return matters.list(basin.office()).stream()
                .filter(p -> p.origin() == Meeting.Origin.CONTRADICTED)
                .toList();
    }

    @Test
    void aContradictionIsOfferedWithItsReasonUntilTheUnitAgreesOrANewReportComes() {
        var basin = new Basin(house, "basin-contradicted");
        var confirming = basin.door(Confirming.class);
        var unit = basin.unit("990321/nongye");
        basin.ledger()
                .assign(
                        basin.office(),
                        basin.region(),
                        BANK,
                        COUNTY,
                        unit.body(),
                        Assignment.Role.COOPERATING);
        var first = report(basin, 40);
        assertThat(offered(basin)).isEmpty();
        var card = basin.ledger().find(unit, basin.region(), BANK).orElseThrow();
        confirming.confirm(unit, card, first, false, "渠道未通水", 0);
        assertThat(offered(basin)).hasSize(1);
        var proposal = offered(basin).getFirst();
        assertThat(proposal.subject()).isEqualTo(BANK);
        assertThat(proposal.party()).isEqualTo(COUNTY);
        assertThat(proposal.zh()).contains("渠道未通水");
        confirming.confirm(unit, card, first, true, "", 1);
        assertThat(offered(basin)).as("settled").isEmpty();
        confirming.confirm(unit, card, first, false, "又停了", 2);
        assertThat(offered(basin)).hasSize(1);
        var second = report(basin, 35);
        assertThat(offered(basin)).as("another report").isEmpty();
        confirming.confirm(unit, card, second, false, "仍未通水", 0);
        assertThat(offered(basin)).hasSize(1);
        basin.ledger().giveBack(basin.office(), second, "请核实");
        assertThat(offered(basin))
                .as("given back, the one before counts again")
                .extracting(Proposal::zh)
                .singleElement()
                .asString()
                .contains("又停了");
    }

    @Test
    void anotherRegionsContradictionsAreNotOffered() {
        var basin = new Basin(house, "basin-contradicted-2");
        assertThat(basin.door(Confirming.class).contradicted(basin.office(), "basin-contradicted"))
                .isEmpty();
    }
}
