package org.tongquan.ledger.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.compact.conduct.ScoreRule.Occasion;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;

/// What a scored unit or a stranger tries on an evaluation, by doors and by SQL.
@HouseTest
class ScoringBreakInTest {
    private static final String REGION = "basin-score-break";
    private static final List<String> TABLES =
            List.of(
                    "ledger.score_mark",
                    "ledger.evaluation",
                    "ledger.evaluation_run",
                    "ledger.evaluation_step",
                    "ledger.score",
                    "ledger.score_why",
                    "ledger.score_objection",
                    "ledger.score_decision");

    @Autowired private ApplicationContext house;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;

    private Basin basin;
    private Actor own;
    private Actor other;

    @BeforeEach
    void region() {
        basin = new Basin(house, REGION);
        own = basin.unit("990321/shuili");
        other = basin.unit("990200/huanjing");
    }

    private UUID drawn(String span) {
        return ScoringTest.id(
                basin.door(Scoring.class)
                        .drawUp(basin.office(), REGION, Span.of(span).orElseThrow()));
    }

    @Test
    void aDraftIsSeenByWhoeverDrawsUpAlone() {
        var id = drawn("2025-H2");
        assertThat(basin.door(Scoring.class).find(own, id)).isEmpty();
        assertThat(seen(own, "ledger.score", id)).isZero();
        assertThat(seen(own, "ledger.score_why", id)).isZero();
        assertThat(seen(own, "ledger.evaluation_run", id)).isZero();
        assertThat(seen(basin.actor(REGION + ":basin-desk"), "ledger.score", id)).isPositive();
    }

    @Test
    void everybodySeesThePublishedRankingAndOnlyTheOwnLines() {
        var id = drawn("2025");
        ScoringTest.id(basin.door(Scoring.class).publish(basin.office(), id));
        assertThat(seen(other, "ledger.score", id)).isPositive();
        var parties =
                acting.read(
                        other,
                        () ->
                                db.sql(
                                                "select distinct party from ledger.score_why"
                                                        + " where evaluation = :id")
                                        .param("id", id)
                                        .query(String.class)
                                        .list());
        assertThat(parties).containsExactly("990200");
        var stranger = new Actor("x", "elsewhere:office", "elsewhere", java.util.Set.of());
        assertThat(seen(stranger, "ledger.score", id)).isZero();
    }

    @Test
    void aUnitCannotPraiseItselfOrScoreItselfBySql() {
        var boaster = basin.actor(own.body(), Power.values());
        var mark =
                new Marking.NewMark(
                        Occasion.COMMENDED,
                        own.body(),
                        "",
                        LocalDate.parse("2025-09-01"),
                        "we are good",
                        "our own word");
        assertThatThrownBy(() -> basin.door(Marking.class).record(boaster, REGION, mark))
                .as("powers that the program believes in do not count in the database")
                .isInstanceOf(DataAccessException.class);
        var id = drawn("2026-H1");
        refused(
                own,
                """
                insert into ledger.score (evaluation, n, kind, subject, region, party, led,
                    cooperated, raw, score, rank)
                values ('%s', 0, 'unit', '990321/new', '%s', '990321', 1, 0, 100, 100, 1)
                """
                        .formatted(id, REGION));
        refused(
                own,
                """
                insert into ledger.evaluation_step (evaluation, state, region, reason, body, person,
                    at)
                values ('%s', 'published', '%s', '', '%s', '%s', now())
                """
                        .formatted(id, REGION, own.body(), own.person()));
    }

    @Test
    void nobodyObjectsForAnotherOrDecidesForTheOffice() {
        var id = drawn("2025-H1");
        ScoringTest.id(basin.door(Scoring.class).publish(basin.office(), id));
        var insert =
                """
                insert into ledger.score_objection (id, evaluation, region, party, subject, fact,
                    reason, body, person, at)
                values (gen_random_uuid(), '%s', '%s', '990321', '990321/shuili', '', 'x', '%s',
                    '%s', now())
                """;
        refused(other, insert.formatted(id, REGION, other.body(), other.person()));
        refused(other, insert.formatted(id, REGION, own.body(), own.person()));
        var objection =
                ScoringTest.id(
                        basin.door(Objecting.class)
                                .object(own, id, Score.Kind.PARTY, "990321", "", "too low"));
        assertThat(
                        basin.door(Objecting.class)
                                .decide(own, objection, true, Objecting.Remedy.STRIKE, "yes"))
                .isEqualTo(new Evaluating.Refused(Evaluating.Reason.NOT_YOURS));
        refused(
                own,
                """
                insert into ledger.score_decision (objection, region, party, upheld, reason, body,
                    person, at)
                values ('%s', '%s', '990321', true, 'x', '%s', '%s', now())
                """
                        .formatted(objection, REGION, own.body(), own.person()));
        assertThat(seen(other, "ledger.score_objection", id)).isZero();
    }

    @Test
    void nobodyChangesOrTakesAwayWhatWasKept() {
        for (var table : TABLES) {
            refused(basin.office(), "delete from " + table);
            refused(basin.office(), "update " + table + " set region = 'x'");
        }
    }

    private long seen(Actor actor, String table, UUID evaluation) {
        return acting.read(
                actor,
                () ->
                        db.sql("select count(*) from " + table + " where evaluation = :id")
                                .param("id", evaluation)
                                .query(Long.class)
                                .single());
    }

    private void refused(Actor actor, String sql) {
        assertThatThrownBy(() -> acting.run(actor, () -> db.sql(sql).update()))
                .as(sql)
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .message()
                .containsAnyOf("row-level security", "permission denied");
    }
}
