package org.tongquan.ledger.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.ledger.Basin;

/// A text that says "the city does" obliges its government, and nobody else's.
@HouseTest
class PartiesAsActorsTest {
    private static final String POLICY =
            """
            云河协作区产业发展意见
            一、共建产业
            （一）培育集群。云川市重点发展茶叶加工、航运装备产业；建设茶叶集散中心2个。河湾市打造绿色建材基地。
            （二）保障。三地建立相应工作推进机制。云川等市要开通货运班轮。
            """;

    @Autowired private ApplicationContext house;
    private List<DraftRow> rows = List.of();

    @BeforeEach
    void read() {
        var basin = new Basin(house, "basin-actors");
        var drafting = basin.door(Drafting.class);
        var text = POLICY.getBytes(StandardCharsets.UTF_8);
        var started = drafting.start(basin.office(), basin.region(), "actors.txt", text);
        rows =
                drafting.find(basin.office(), ((Starting.Started) started).draft())
                        .orElseThrow()
                        .rows();
    }

    @Test
    void aCityAsActorIsItsGovernment() {
        var row = row("河湾市打造");
        assertThat(row.lead()).containsExactly(new RowFields.UnitRef("河湾市", "990200/gov"));
        assertThat(row.parties()).containsExactly("990200");
    }

    @Test
    void anActorCarriedOverASemicolonBindsItsOwnCityOnly() {
        var row = row("建设茶叶集散中心");
        assertThat(row.lead()).containsExactly(new RowFields.UnitRef("云川市", "990100/gov"));
        assertThat(row.parties()).containsExactly("990100");
    }

    @Test
    void aCollectiveWordIsTheGovernmentOfEachMember() {
        assertThat(row("三地建立").lead())
                .extracting(RowFields.UnitRef::id)
                .containsExactly("990100/gov", "990200/gov", "990321/gov");
    }

    @Test
    void theFirstOfSeveralCitiesIsTheOneThatIsNamed() {
        assertThat(row("云川等市").lead())
                .extracting(RowFields.UnitRef::id)
                .containsExactly("990100/gov");
    }

    private RowFields row(String begins) {
        return rows.stream()
                .map(DraftRow::fields)
                .filter(f -> f.text().startsWith(begins))
                .findFirst()
                .orElseThrow();
    }
}
