package org.tongquan.ledger.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.ledger.Basin;

/// Two people correct one row of a draft: the second is told, and nothing is overwritten.
@HouseTest
class CorrectingTest {
    private static final String POLICY =
            """
            云河协作区产业发展意见
            一、共建产业
            （一）培育集群。云川市重点发展茶叶加工、航运装备产业。河湾市打造绿色建材基地。
            """;

    @Autowired private ApplicationContext house;

    @Test
    void theSecondOfTwoWhoCorrectOneRowIsToldAndNothingIsLost() {
        var basin = new Basin(house, "basin-correct");
        var drafting = basin.door(Drafting.class);
        var office = basin.office();
        var text = POLICY.getBytes(StandardCharsets.UTF_8);
        var id = ((Starting.Started) drafting.start(office, basin.region(), "p.txt", text)).draft();
        var row = drafting.find(office, id).orElseThrow().rows().getFirst();
        var shown = row.mark();
        assertThat(drafting.correct(office, id, row.id(), row.fields().withText("先改"), shown))
                .isEqualTo(new Editing.Changed(1));
        assertThat(drafting.correct(office, id, row.id(), row.fields().withText("后改"), shown))
                .isEqualTo(new Editing.Refused(Editing.Reason.CHANGED_MEANWHILE));
        var now = drafting.find(office, id).orElseThrow().rows().getFirst();
        assertThat(now.fields().text()).isEqualTo("先改");
        drafting.reopen(office, id, Set.of(row.id()));
        assertThat(drafting.correct(office, id, row.id(), now.fields().withText("后改"), now.mark()))
                .as("another state is no other wording")
                .isEqualTo(new Editing.Changed(1));
        assertThat(drafting.find(office, id).orElseThrow().rows().getFirst().fields().text())
                .isEqualTo("后改");
    }
}
