package org.tongquan.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.ledger.DrivenDoors;
import org.tongquan.settlement.posting.Account;
import org.tongquan.settlement.posting.Unit;

/// Every door of settlement leaves an entry in the journal wherever it leaves a row.
@HouseTest
class SettlementDoorsTest {
    private static final String REGION = "settle-doors";

    @Autowired private ApplicationContext house;
    @Autowired private Settlement settlement;

    private final DrivenDoors doors = new DrivenDoors();

    @Test
    void everyChangeIsInTheJournal() {
        var job = Settlement.JOB;
        var books = new TestBooks(settlement, REGION);
        var from = Account.open(REGION, "1", "transit", Unit.CNY);
        var to = Account.open(REGION, "2", "transit", Unit.CNY);
        doors.run("Settlement.open", () -> settlement.open(job, List.of(from, to)));
        assertThat(doors.wrote("Settlement.open")).contains("settlement.account");
        var first = books.move("1", from.id(), to.id(), 100);
        var id = TestBooks.done(doors.run("Settlement.post", () -> settlement.post(job, first)));
        assertThat(doors.wrote("Settlement.post"))
                .contains("settlement.posting", "settlement.leg", "settlement.batch");
        var second = List.of(books.move("2", from.id(), to.id(), 100));
        doors.run("Settlement.postLinked", () -> settlement.postLinked(job, second));
        var third = List.of(books.move("3", from.id(), to.id(), 100));
        doors.run("Settlement.postEach", () -> settlement.postEach(job, third));
        doors.run("Settlement.find", () -> settlement.find(job, from.id()));
        doors.run("Settlement.list", () -> settlement.list(job, REGION + "/", "", 10));
        doors.run("Settlement.get", () -> settlement.get(job, id));
        doors.run("Settlement.getByKey", () -> settlement.getByKey(job, first.key()));
        doors.run("Settlement.asOf", () -> settlement.asOf(job, from.id(), TestBooks.START));
        doors.run("Settlement.byEvent", () -> settlement.byEvent(job, from.id(), TestBooks.START));
        var end = TestBooks.START.plusSeconds(1);
        doors.run(
                "Settlement.statement",
                () -> settlement.statement(job, from.id(), TestBooks.START, end, 0, 10));
        doors.run("Settlement.prove", () -> settlement.prove(job, id));
        doors.requireAll(List.of(Settlement.class));
    }
}
