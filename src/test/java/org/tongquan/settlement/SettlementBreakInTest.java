package org.tongquan.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;
import org.tongquan.settlement.posting.Instruction;
import org.tongquan.settlement.posting.Leg;
import org.tongquan.settlement.posting.PostingId;
import org.tongquan.settlement.posting.Recorded;
import org.tongquan.settlement.posting.Recorded.Reason;
import org.tongquan.settlement.posting.Unit;

/// What a party, an outsider or the public tries, by the door and by SQL with the application's own
/// role.
@HouseTest
class SettlementBreakInTest {
    private static final String REGION = "basin-settle-break";
    private static final List<String> TABLES =
            List.of("account", "balance", "posting", "leg", "chunk", "batch", "reservation");

    @Autowired private ApplicationContext house;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;

    private Basin basin;
    private TestBooks books;
    private Actor payer;
    private Actor receiver;
    private Actor other;
    private String paying;
    private String receiving;
    private PostingId id;

    @BeforeEach
    void post() {
        basin = new Basin(house, REGION);
        books = new TestBooks(house, REGION, new SetClock(TestBooks.START));
        payer = basin.unit("990100/caizheng");
        receiver = basin.unit("990200/caizheng");
        other = basin.actor("990321/caizheng", Power.values());
        paying = books.open("990100", "transit");
        receiving = books.open("990200", "transit");
        var note = books.move("n", paying, receiving, 1).note();
        var legs =
                List.of(
                        new Leg(paying, -300, "card of somebody here"),
                        new Leg(receiving, 200, "bill of somebody there"),
                        new Leg(receiving, 100, "another there"));
        id = books.done(new Instruction.Move(REGION + "/" + UUID.randomUUID(), note, legs));
    }

    @AfterEach
    void stop() {
        books.settlement.committer().stop();
    }

    @Test
    void aPartySeesItsOwnLegsAndTheOthersTotal() {
        var posting = books.settlement.get(payer, id).orElseThrow();
        assertThat(posting.legs()).extracting(l -> l.account()).containsExactly(paying);
        assertThat(posting.others()).containsEntry(Unit.CNY, 300L);
        assertThat(posting.toString()).contains("somebody here").doesNotContain("there");
        var theirs = books.settlement.get(receiver, id).orElseThrow();
        assertThat(theirs.legs()).extracting(l -> l.amount()).containsExactly(200L, 100L);
        assertThat(theirs.others()).containsEntry(Unit.CNY, -300L);
        assertThat(books.settlement.list(payer, REGION + "/", "", 10))
                .extracting(h -> h.account().id())
                .containsExactly(paying);
        var office = books.settlement.get(basin.office(), id).orElseThrow();
        assertThat(office.legs()).hasSize(3);
    }

    @Test
    void aProofShowsTheOthersLegsAsHashesThatTellNothing() {
        var proof = books.settlement.prove(payer, id).orElseThrow();
        assertThat(proof.legs().getFirst()).isInstanceOf(PostingProof.Part.Open.class);
        assertThat(proof.legs().subList(1, 3)).allMatch(PostingProof.Part.Closed.class::isInstance);
        assertThat(proof.holds(proof.root())).isTrue();
        assertThat(proof.toString()).doesNotContain("there");
    }

    @Test
    void anotherPartyAnotherRegionAndThePublicSeeNothing() {
        var stranger = new Actor("x", "elsewhere:office", "elsewhere", Set.of(Power.values()));
        for (var actor : List.of(other, stranger, Actor.PUBLIC)) {
            for (var table : TABLES) {
                assertThat(count(actor, table)).as(actor.body() + " " + table).isZero();
            }
            assertThat(books.settlement.find(actor, paying)).isEmpty();
            assertThat(books.settlement.list(actor, REGION + "/", "", 10)).isEmpty();
            assertThat(books.settlement.get(actor, id)).isEmpty();
            assertThat(books.settlement.prove(actor, id)).isEmpty();
            assertThat(books.settlement.asOf(actor, paying, TestBooks.START)).isEmpty();
            assertThat(books.settlement.byEvent(actor, paying, TestBooks.START)).isEmpty();
            assertThat(
                            books.settlement.statement(
                                    actor, paying, Instant.EPOCH, TestBooks.START, 0, 10))
                    .isEmpty();
        }
    }

    @Test
    void aPartyReadsNoSecretAndNoLegOfTheOtherSideBySql() {
        for (var table : List.of("batch", "reservation")) {
            assertThat(count(payer, table)).as(table).isZero();
        }
        assertThat(texts(payer)).containsOnly("card of somebody here");
        assertThat(texts(receiver)).doesNotContain("card of somebody here");
        assertThat(count(payer, "posting where no = " + id.no())).isEqualTo(1);
    }

    @Test
    void nobodyButTheJobPostsByTheDoor() {
        for (var actor : List.of(payer, other, basin.office(), Actor.PUBLIC)) {
            var move = books.move("stolen" + actor.body(), receiving, paying, 100);
            assertThat(books.settlement.post(actor, move))
                    .isEqualTo(new Recorded.Refused(Reason.NOT_ALLOWED, move.key()));
        }
    }

    @Test
    void nobodyButTheJobWritesBySql() {
        for (var actor : List.of(payer, basin.office(), Actor.job("ledger"))) {
            refused(actor, "insert into settlement.balance (account, at) values (-1, now())");
            refused(
                    actor,
                    """
                    insert into settlement.account (id, region, party, purpose, unit, opened_at)
                    values ('%s/990100/own/CNY', '%s', '990100', 'own', 'CNY', now())
                    """
                            .formatted(REGION, REGION));
            refused(
                    actor,
                    """
                    insert into settlement.posting (no, kind, key, content, purpose, event_at,
                        recorded_at)
                    values (-1, 'moved', 'x', sha256('x'), 'test', now(), now())
                    """);
            refused(
                    actor,
                    """
                    insert into settlement.leg (posting, no, account, amount, reserved, version,
                        posted, incoming, outgoing, event_at, recorded_at)
                    values (%d, 9, 1, 1, 0, 99999, 1, 0, 0, now(), now())
                    """
                            .formatted(id.no()));
            refused(actor, "insert into settlement.reservation (posting) values (-1)");
            var raise = "update settlement.balance set posted = posted + 1";
            assertThat(acting.<Integer>as(actor, () -> db.sql(raise).update())).isZero();
            var drop = "delete from settlement.reservation";
            assertThat(acting.<Integer>as(actor, () -> db.sql(drop).update())).isZero();
        }
    }

    @Test
    void notEvenTheJobChangesWhatWasRecorded() {
        for (var table : List.of("account", "posting", "leg", "chunk", "batch")) {
            var column = Map.of("chunk", "account", "account", "purpose").getOrDefault(table, "no");
            refused(
                    Settlement.JOB,
                    "update settlement.%s set %s = %s".formatted(table, column, column));
            refused(Settlement.JOB, "delete from settlement." + table);
        }
        refused(Settlement.JOB, "delete from settlement.balance");
        refused(Settlement.JOB, "update settlement.reservation set until = null");
    }

    private void refused(Actor actor, String sql) {
        assertThatThrownBy(() -> acting.run(actor, () -> db.sql(sql).update()))
                .as(actor.body() + ": " + sql)
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .message()
                .containsAnyOf("row-level security", "permission denied");
    }

    private List<String> texts(Actor actor) {
        return acting.<List<String>>as(
                actor,
                () ->
                        db.sql("select distinct text from settlement.leg where posting = :id")
                                .param("id", id.no())
                                .query(String.class)
                                .list());
    }

    private long count(Actor actor, String table) {
        return acting.<Long>as(
                actor,
                () ->
                        db.sql("select count(*) from settlement." + table)
                                .query(Long.class)
                                .single());
    }
}
