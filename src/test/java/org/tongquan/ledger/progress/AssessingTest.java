package org.tongquan.ledger.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.host.HouseClock;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.DrivenDoors;
import org.tongquan.ledger.progress.Answer.Reason;
import org.tongquan.ledger.progress.Rating.Level;
import org.tongquan.ledger.standing.Light;

/// Ratings beside the lights: neither changes the other, both are kept.
@HouseTest
class AssessingTest {
    private static final String WATER = "y01-water";
    private static final String COUNTY = "990321";

    @Autowired private ApplicationContext house;
    @Autowired private HouseClock clock;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;
    @Autowired private Assessing assessing;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    private static Card card(Basin basin) {
        return basin.ledger().find(basin.office(), basin.region(), WATER).orElseThrow();
    }

    @Test
    void aRatingStandsBesideTheLightAndTheNextOneFollowsIt() {
        var basin = new Basin(house, "basin-rating");
        var office = basin.office();
        var light = basin.obligation(WATER, COUNTY).standing();
        assertThat(assessing.rate(office, card(basin), COUNTY, Level.UNLIKELY, "资金未到位", 0))
                .isInstanceOf(Answer.Kept.class);
        assertThat(assessing.rate(office, card(basin), COUNTY, Level.LIKELY, "另一人", 0))
                .isEqualTo(new Answer.Refused(Reason.CHANGED));
        assertThat(assessing.rate(office, card(basin), COUNTY, Level.UNLIKELY, "资金未到位", 1))
                .isEqualTo(new Answer.Refused(Reason.SAME));
        assertThat(assessing.rate(office, card(basin), COUNTY, Level.AT_RISK, " ", 1))
                .isEqualTo(new Answer.Refused(Reason.TEXT));
        var desk = basin.actor("basin-rating:basin-desk", Power.SUPERVISE);
        assertThat(assessing.rate(desk, card(basin), COUNTY, Level.AT_RISK, "资金已落实", 1))
                .isInstanceOf(Answer.Kept.class);

        assertThat(basin.obligation(WATER, COUNTY).standing()).isEqualTo(light);
        assertThat(assessing.list(office, basin.region(), WATER))
                .extracting(Rating::level, Rating::body)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Level.UNLIKELY, office.body()),
                        org.assertj.core.groups.Tuple.tuple(Level.AT_RISK, desk.body()));
        assertThat(assessing.latest(office, basin.region()))
                .singleElement()
                .extracting(Assessing.Rated::move)
                .isEqualTo(Rating.Move.BETTER);
    }

    @Test
    void onlyWhoSupervisesAndIsNotOfThePartyRates() {
        var basin = new Basin(house, "basin-rating-not");
        for (var actor :
                List.of(
                        basin.unit("990321/huanjing"),
                        basin.actor("990321/huanjing", Power.SUPERVISE),
                        new Actor("x", "elsewhere:office", "elsewhere", basin.office().powers()))) {
            assertThat(assessing.rate(actor, card(basin), COUNTY, Level.LIKELY, "好", 0))
                    .isEqualTo(new Answer.Refused(Reason.NOT_YOURS));
            refused(actor, insert(basin.region(), actor.body(), actor.person()));
        }
        refused(
                basin.office(),
                insert(basin.region(), basin.region() + ":assembly", basin.office().person()));
        refused(basin.office(), "update ledger.rating set level = 'likely'");
        refused(basin.office(), "delete from ledger.rating");
        assessing.rate(basin.office(), card(basin), COUNTY, Level.LIKELY, "好", 0);
        var stranger = new Actor("x", "elsewhere:office", "elsewhere", java.util.Set.of());
        assertThat(assessing.list(stranger, basin.region(), WATER)).isEmpty();
        assertThat(assessing.list(Actor.PUBLIC, basin.region(), WATER)).isEmpty();
    }

    private static String insert(String region, String body, String person) {
        return """
        insert into ledger.rating (id, region, commitment, party, revision, level, reason, body,
            person, at)
        values (gen_random_uuid(), '%s', '%s', '%s', 7, 'likely', 'x', '%s', '%s',
            current_timestamp)
        """
                .formatted(region, WATER, COUNTY, body, person);
    }

    private void refused(Actor actor, String sql) {
        assertThatThrownBy(() -> acting.run(actor, () -> db.sql(sql).update()))
                .as(sql)
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .message()
                .containsAnyOf("row-level security", "permission denied");
    }

    @Test
    void theCourseOfALightShowsEachDayOnWhichItChanged() {
        var basin = new Basin(house, "basin-course");
        var unit = basin.unit("990321/huanjing");
        var day = LocalDate.parse("2026-12-02");
        clock.moveTo(day.atTime(6, 0).toInstant(ZoneOffset.UTC));
        basin.ledger().report(unit, basin.report(WATER, COUNTY, 60));
        clock.moveTo(LocalDate.parse("2027-01-10").atTime(6, 0).toInstant(ZoneOffset.UTC));
        basin.ledger().report(unit, basin.report(WATER, COUNTY, 100));
        var course = basin.ledger().course(card(basin), COUNTY);
        assertThat(course.reversed().subList(0, 4))
                .extracting(d -> d.from().toString(), d -> d.standing().light())
                .containsExactly(
                        // finished ten days late, the mark stays
                        org.assertj.core.groups.Tuple.tuple("2027-01-10", Light.YELLOW),
                        org.assertj.core.groups.Tuple.tuple("2027-01-01", Light.RED),
                        org.assertj.core.groups.Tuple.tuple("2026-12-02", Light.YELLOW),
                        org.assertj.core.groups.Tuple.tuple("2026-12-01", Light.YELLOW));
        for (var one : course) {
            var asOf =
                    basin
                            .ledger()
                            .asOf(basin.office(), basin.region(), one.from(), java.time.Instant.MAX)
                            .stream()
                            .filter(a -> a.commitment().id().equals(WATER))
                            .filter(a -> a.party().equals(COUNTY))
                            .findFirst()
                            .orElseThrow();
            assertThat(one.standing()).isEqualTo(asOf.standing());
        }
    }

    @Test
    void everyChangeIsInTheJournal() {
        var basin = new Basin(house, "basin-rating-doors");
        var office = basin.office();
        var card = card(basin);
        var doors = new DrivenDoors();
        doors.run("Assessing.mayRate", () -> assessing.mayRate(office, card, COUNTY));
        doors.run(
                "Assessing.rate",
                () -> assessing.rate(office, card, COUNTY, Level.LIKELY, "进度正常", 0));
        assertThat(doors.wrote("Assessing.rate")).containsExactly("ledger.rating");
        doors.run("Assessing.list", () -> assessing.list(office, basin.region(), WATER));
        doors.run("Assessing.latest", () -> assessing.latest(office, basin.region()));
        doors.requireAll(List.of(Assessing.class));
    }
}
