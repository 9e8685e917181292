package org.tongquan.ledger.chasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.NewDay;
import org.tongquan.ledger.chasing.Handling.Done;
import org.tongquan.ledger.chasing.Handling.Reason;
import org.tongquan.ledger.chasing.Handling.Refused;
import org.tongquan.ledger.chasing.Handling.Stale;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Told;

/// Chasing in the invented region, whose deadlines of 2025 have long passed.
@HouseTest
class ChasingTest {
    private static final String BANK = "y01-county-bank";
    private static final String COUNTY = "990321";
    private static final String WATER = "990321/shuili";

    @Autowired private ApplicationContext house;
    @Autowired private Acting acting;
    @Autowired private Chasing chasing;
    @Autowired private Inbox inbox;
    @Autowired private NewDay newDay;
    @Autowired private ChaseDay day;
    @Autowired private Ledger ledger;

    private Basin basin;
    private String region;
    private Actor office;
    private Actor unit;

    @BeforeEach
    void region() {
        region = "basin-chase-" + UUID.randomUUID().toString().substring(0, 8);
        basin = new Basin(house, region);
        office = basin.office();
        unit = basin.unit(WATER);
    }

    private UUID issued() {
        var answers = chasing.issue(office, List.of(new Chasing.Target(BANK, COUNTY)), "say why");
        return ((Done) answers.getFirst()).subject();
    }

    private void done(Actor actor, UUID id, Step step, int shown) {
        assertThat(chasing.act(actor, id, step, shown, "text"))
                .as("%s", step)
                .isEqualTo(new Done(id, shown + 1));
    }

    private Course course(UUID id) {
        return chasing.find(office, id).orElseThrow().course();
    }

    @Test
    void aNoticeTravelsFromIssueToClosureAndIsTakenUpAgain() {
        var id = issued();
        assertThat(inbox.list(unit, true))
                .extracting(Told::message)
                .containsExactly("chasing.told.issued");
        done(unit, id, Step.SIGNED, 1);
        done(unit, id, Step.ANSWERED, 2);
        assertThat(inbox.list(office, true))
                .extracting(Told::message)
                .contains("chasing.told.answered");
        done(office, id, Step.RETURNED, 3);
        done(unit, id, Step.ANSWERED, 4);
        done(office, id, Step.PASSED, 5);
        done(office, id, Step.CLOSED, 6);
        assertThat(course(id).isOpen()).isFalse();
        done(office, id, Step.REOPENED, 7);
        assertThat(course(id).state()).isEqualTo(Step.State.AWAITING_ANSWER);
        assertThat(course(id).events()).hasSize(8);
        assertThat(inbox.list(unit, true))
                .extracting(Told::message)
                .containsExactlyInAnyOrder(
                        "chasing.told.issued",
                        "chasing.told.returned",
                        "chasing.told.closed",
                        "chasing.told.reopened");
    }

    @Test
    void theResponsibleUnitNeverReviewsOrClosesItsOwnCase() {
        var id = issued();
        done(unit, id, Step.SIGNED, 1);
        done(unit, id, Step.ANSWERED, 2);
        var allMighty = basin.actor(WATER, Power.values());
        var neighbour = basin.actor("990321/nongye", Power.values());
        for (var own : List.of(allMighty, neighbour)) {
            assertThat(chasing.act(own, id, Step.PASSED, 3, "fine"))
                    .isEqualTo(new Refused(Reason.OWN_CASE));
        }
        assertThat(chasing.act(office, id, Step.ANSWERED, 3, "x"))
                .isEqualTo(new Refused(Reason.NOT_YOURS));
        assertThat(chasing.next(unit, chasing.find(unit, id).orElseThrow())).isEmpty();
        assertThat(chasing.next(office, chasing.find(office, id).orElseThrow()))
                .containsExactly(Step.RETURNED, Step.PASSED);
    }

    @Test
    void whoWasSlowerIsToldAndNothingIsLost() {
        var id = issued();
        done(unit, id, Step.SIGNED, 1);
        assertThat(chasing.act(unit, id, Step.ANSWERED, 1, "late click"))
                .isEqualTo(new Stale(id, 2));
        assertThat(chasing.act(unit, id, Step.SIGNED, 2, ""))
                .isEqualTo(new Refused(Reason.WRONG_STEP));
        assertThat(chasing.act(unit, id, Step.ANSWERED, 2, " "))
                .isEqualTo(new Refused(Reason.TEXT));
        assertThat(course(id).seq()).isEqualTo(2);
    }

    @Test
    void oneNoticeIsOpenAboutOneItemAndOthersAreIssuedAllTheSame() {
        issued();
        var targets =
                List.of(
                        new Chasing.Target(BANK, COUNTY),
                        new Chasing.Target("y02-brand", "990100"),
                        new Chasing.Target("y02-brand", "990200"),
                        new Chasing.Target("no-such", COUNTY));
        var answers = chasing.issue(office, targets, "in one go");
        assertThat(answers.get(0)).isEqualTo(new Refused(Reason.OPEN_ALREADY));
        assertThat(answers.get(1)).isInstanceOf(Done.class);
        assertThat(answers.get(2)).isEqualTo(new Refused(Reason.NOT_FOUND));
        assertThat(answers.get(3)).isEqualTo(new Refused(Reason.NOT_FOUND));
        assertThat(chasing.issue(unit, targets, "not mine"))
                .containsOnly(new Refused(Reason.NOT_YOURS));
        assertThat(chasing.issue(office, List.of(), "x"))
                .containsExactly(new Refused(Reason.COUNT));
    }

    @Test
    void aDayChasesWhatIsOverdueAndTheSameDayAgainDoesNothing() {
        newDay.begin(region);
        var files = chasing.list(office, NoticeFilter.all(region)).files();
        // overdue: bank (1), brand (2), locks (3); fair and quarterly report are periods
        assertThat(files).extracting(f -> f.notice().cause()).contains(Notice.Cause.OVERDUE);
        assertThat(files)
                .extracting(f -> f.notice().commitment() + "~" + f.notice().party())
                .contains(BANK + "~990321", "y02-brand~990100", "y02-brand~990321")
                .doesNotHaveDuplicates();
        var bank = chasing.history(office, region, BANK, COUNTY);
        assertThat(bank)
                .extracting(s -> s.step().substring(11))
                .contains("overdue", "notice", "rung 10 OFFICE", "rung 60 LEADING_GROUP");
        var told = inbox.list(basin.actor(region + ":assembly"), false);
        assertThat(told).extracting(Told::message).contains("chasing.told.rung");
        assertThat(chasing.mismatches(office, region)).as("computed again").isEmpty();
        newDay.begin(region);
        assertThat(chasing.list(office, NoticeFilter.all(region)).files()).hasSameSizeAs(files);
        assertThat(chasing.history(office, region, BANK, COUNTY)).hasSameSizeAs(bank);
        assertThat(inbox.list(basin.actor(region + ":assembly"), false)).hasSameSizeAs(told);
    }

    @Test
    void aKillBetweenLeavesAllOrNothingAndTheNextStartMakesUpForIt() {
        assertThatThrownBy(
                        () ->
                                acting.run(
                                        Actor.job("ledger"),
                                        () -> {
                                            day.begin(region, ledger.today());
                                            throw new IllegalStateException("killed");
                                        }))
                .hasMessage("killed");
        assertThat(chasing.history(office, region, BANK, COUNTY)).isEmpty();
        assertThat(chasing.list(office, NoticeFilter.all(region)).files()).isEmpty();
        assertThat(inbox.list(unit, true)).isEmpty();
        day.begin(region, ledger.today());
        assertThat(chasing.history(office, region, BANK, COUNTY)).isNotEmpty();
        int once = inbox.list(unit, true).size();
        day.begin(region, ledger.today());
        assertThat(inbox.list(unit, true)).hasSize(once);
    }

    @Test
    void aSilentCityGoesUpTheLadderOnceForEachRung() {
        var id = issued();
        var late = ledger.today().plusDays(80);
        var assembly = basin.actor(region + ":assembly");
        var countyBody = basin.actor(region + ":liuqiao-departments");
        day.begin(region, late);
        assertThat(silent(assembly, id)).isEqualTo(1);
        assertThat(silent(countyBody, id)).isEqualTo(1);
        // its issuer: late, and the rung of the office
        assertThat(silent(office, id)).isEqualTo(2);
        day.begin(region, late);
        assertThat(silent(assembly, id)).isEqualTo(1);
        assertThat(silent(office, id)).isEqualTo(2);
        done(unit, id, Step.SIGNED, 1);
        day.begin(region, late);
        assertThat(silent(assembly, id)).as("signed for: no longer silent").isEqualTo(1);
    }

    private long silent(Actor body, UUID notice) {
        return inbox.list(body, false).stream()
                .filter(t -> t.message().equals("chasing.told.late.awaiting-receipt"))
                .filter(t -> t.href().endsWith(notice.toString()))
                .count();
    }

    @Test
    void aDutyWithoutNamedUnitGoesToThePartysOwnBodies() {
        basin.adopt(
                java.util.Map.of(
                        "version: \"2025.1\"", "version: \"unnamed\"",
                        "lead: [\"990321/shuili\"]\n", "other-places: []\n",
                        "        other-places: [石浦]\n", ""));
        var id = issued();
        assertThat(chasing.find(office, id).orElseThrow().notice().units())
                .containsExactly(region + ":liuqiao-departments");
        var mine =
                new NoticeFilter(region, "", true, null, false, false, NoticeFilter.Cursor.START);
        var any = basin.unit("990321/nongye");
        assertThat(chasing.list(any, mine).files()).as("one of its departments").hasSize(1);
        assertThat(chasing.list(basin.unit("990200/huanjing"), mine).files()).isEmpty();
        done(any, id, Step.SIGNED, 1);
    }

    @Test
    void theSameNoticeGivesTheSameDocumentWhateverFollows() {
        var id = issued();
        var first = chasing.document(office, id).orElseThrow();
        assertThat(first.number()).startsWith("督办〔").endsWith("号");
        assertThat(first.recipients()).isEqualTo("柳桥县水利局");
        done(unit, id, Step.SIGNED, 1);
        assertThat(chasing.document(unit, id)).contains(first);
    }

    @Test
    void listsByStateUnitAndLateness() {
        var id = issued();
        var all = NoticeFilter.all(region);
        assertThat(chasing.list(office, all).counts())
                .containsEntry(Step.State.AWAITING_RECEIPT, 1);
        var mine = new NoticeFilter(region, "", true, null, true, false, NoticeFilter.Cursor.START);
        assertThat(chasing.list(unit, mine).files()).hasSize(1);
        var closed =
                new NoticeFilter(
                        region,
                        "",
                        false,
                        Step.State.CLOSED,
                        false,
                        false,
                        NoticeFilter.Cursor.START);
        assertThat(chasing.list(office, closed).files()).isEmpty();
        var late = new NoticeFilter(region, "", false, null, false, true, all.before());
        assertThat(chasing.list(office, late).files()).as("issued today").isEmpty();
        var notice = chasing.find(office, id).orElseThrow().notice();
        var cursor = new NoticeFilter.Cursor(notice.at(), notice.id());
        assertThat(NoticeFilter.Cursor.of(cursor.toString())).isEqualTo(cursor);
        assertThat(NoticeFilter.Cursor.of("x~y")).isEqualTo(NoticeFilter.Cursor.START);
    }
}
