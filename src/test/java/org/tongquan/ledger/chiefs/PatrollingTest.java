package org.tongquan.ledger.chiefs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.compact.Text;
import org.tongquan.compact.conduct.Chief;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.ProgressReport.Attachment;
import org.tongquan.ledger.chiefs.ChiefAnswer.Done;
import org.tongquan.ledger.chiefs.ChiefAnswer.Reason;
import org.tongquan.ledger.chiefs.ChiefAnswer.Refused;
import org.tongquan.ledger.chiefs.ChiefAnswer.Stale;
import org.tongquan.ledger.inbox.Inbox;

/// A bay of the invented region with its chief: named, visited, problems found and settled.
@HouseTest
class PatrollingTest {
    static final String REGION = "basin-chiefs";
    static final String COUNTY = "990321";
    static final String BANK = "y01-county-bank";

    /// Each test has a bay of its own.
    private static final AtomicInteger BAYS = new AtomicInteger();

    @Autowired private ApplicationContext house;
    @Autowired private Chiefs chiefs;
    @Autowired private Patrolling patrolling;
    @Autowired private Inbox inbox;
    @Autowired private ChiefDay day;

    private Basin basin;
    private Actor office;
    private Actor keeper;
    private Actor unit;
    private LocalDate today;

    @BeforeEach
    void region() {
        basin = new Basin(house, REGION);
        office = basin.office();
        keeper = basin.unit("990321/shuili");
        unit = basin.unit("990321/huanjing");
        today = basin.ledger().today();
    }

    static NewCharge bay(LocalDate from, Period rhythm, String unit) {
        return new NewCharge(
                COUNTY,
                Chief.Kind.BAY,
                new Text("柳湾" + BAYS.incrementAndGet(), "Willow Bay"),
                BANK,
                "县委办发〔2025〕1号",
                new NewCharge.NewTerms(
                        from,
                        false,
                        new Text("分管副县长", "Deputy head of the county"),
                        List.of("巡查岸线", "查处直排"),
                        rhythm,
                        List.of(unit),
                        ""));
    }

    private UUID charge() {
        var from = today.minusMonths(3).withDayOfMonth(1);
        var filed = bay(from, Period.ofMonths(1), unit.body());
        var id = ((Done) chiefs.register(office, filed)).subject();
        assertThat(chiefs.appoint(office, id, 1, holding(from, keeper.body())))
                .isEqualTo(new Done(id, 1));
        return id;
    }

    private static NewCharge.NewHolding holding(LocalDate from, String unit) {
        return new NewCharge.NewHolding(from, "甲", "乙", unit, "任前公示");
    }

    private NewVisit visit(UUID charge, LocalDate on, NewVisit.Problem... problems) {
        return new NewVisit(
                patrolling.open(),
                charge,
                on,
                "东岸码头",
                Visit.By.CHIEF,
                "甲等三人",
                "岸线清洁",
                List.of("巡查岸线", "不存在的职责"),
                problems.length == 0,
                List.of(problems),
                List.of());
    }

    private UUID problem(UUID charge) {
        var problem = new NewVisit.Problem("排口有污水", unit.body());
        var visit = visit(charge, today, problem);
        assertThat(patrolling.record(keeper, visit)).isEqualTo(new Done(visit.id(), 1));
        var file = chiefs.find(keeper, charge).orElseThrow();
        return file.found().getLast().matter().id();
    }

    @Test
    void oneMoreProblemSentTwiceIsHandedOverOnce() {
        var charge = charge();
        var visit = visit(charge, today);
        patrolling.record(keeper, visit);
        var id = patrolling.open();
        var problem = new NewVisit.Problem("排口有污水", unit.body());
        for (int i = 0; i < 2; i++) {
            assertThat(patrolling.found(keeper, visit.id(), id, problem))
                    .isEqualTo(new Done(id, 1));
        }
        assertThat(chiefs.find(keeper, charge).orElseThrow().found()).hasSize(1);
    }

    private ChiefAnswer act(Actor actor, UUID matter, Matter.Step step, int shown) {
        return patrolling.act(
                actor, new Patrolling.Wish(matter, step, shown, "text", "", List.of()));
    }

    @Test
    void aVisitDoesItsRoundAndTheSameOneSentTwiceIsRecordedOnce() {
        var charge = charge();
        var visit = visit(charge, today);
        assertThat(patrolling.record(keeper, visit)).isEqualTo(new Done(visit.id(), 0));
        assertThat(patrolling.record(keeper, visit)).isEqualTo(new Done(visit.id(), 0));
        var file = chiefs.find(keeper, charge).orElseThrow();
        assertThat(file.visits()).hasSize(1);
        assertThat(file.visits().getFirst().duties()).containsExactly("巡查岸线");
        assertThat(file.rounds().getLast().state()).isEqualTo(Round.State.DONE);
        assertThat(file.missed()).isEqualTo(3);
        assertThat(chiefs.whatIf(keeper, charge, Period.ofYears(1)))
                .allMatch(r -> r.state() != Round.State.MISSED || r.last().isBefore(today));
    }

    @Test
    void aProblemIsReceivedAnsweredSentBackAnsweredAndClosed() {
        var charge = charge();
        var matter = problem(charge);
        assertThat(act(unit, matter, Matter.Step.RECEIVED, 1)).isEqualTo(new Done(matter, 2));
        var proof = "after".getBytes(StandardCharsets.UTF_8);
        var answer =
                new Patrolling.Wish(
                        matter,
                        Matter.Step.ANSWERED,
                        2,
                        "已封堵",
                        "",
                        List.of(new Attachment("后.jpg", "image/jpeg", proof)));
        assertThat(patrolling.act(unit, answer)).isEqualTo(new Done(matter, 3));
        assertThat(act(unit, matter, Matter.Step.CLOSED, 3))
                .isEqualTo(new Refused(Reason.OWN_CASE));
        assertThat(act(keeper, matter, Matter.Step.RETURNED, 2)).isEqualTo(new Stale(matter, 3));
        assertThat(act(keeper, matter, Matter.Step.RETURNED, 3)).isEqualTo(new Done(matter, 4));
        assertThat(act(unit, matter, Matter.Step.ANSWERED, 4)).isEqualTo(new Done(matter, 5));
        assertThat(act(keeper, matter, Matter.Step.CLOSED, 5)).isEqualTo(new Done(matter, 6));
        var whole = patrolling.find(unit, matter).orElseThrow();
        assertThat(whole.found().course().isOpen()).isFalse();
        var photo = whole.found().course().events().get(2).files().getFirst();
        assertThat(photo.sha256()).isEqualTo(Digest.of(proof).hex());
        assertThat(patrolling.file(keeper, photo.id()).orElseThrow().content()).isEqualTo(proof);
        assertThat(told(unit, "chiefs.told.found", matter)).isEqualTo(1);
        assertThat(told(keeper, "chiefs.told.answered", matter)).isEqualTo(2);
        assertThat(told(unit, "chiefs.told.closed", matter)).isEqualTo(1);
    }

    @Test
    void aSuccessorTakesOverAllThatIsOpenAndTheOneBeforeActsNoMore() {
        var charge = charge();
        var matter = problem(charge);
        act(unit, matter, Matter.Step.ANSWERED, 1);
        var next = basin.unit("990321/nongye");
        int version = chiefs.find(office, charge).orElseThrow().version();
        assertThat(chiefs.appoint(office, charge, version, holding(today, next.body())))
                .isEqualTo(new Done(charge, 2));
        assertThat(act(keeper, matter, Matter.Step.CLOSED, 2))
                .isEqualTo(new Refused(Reason.NOT_YOURS));
        assertThat(patrolling.record(keeper, visit(charge, today)))
                .isEqualTo(new Refused(Reason.NOT_YOURS));
        assertThat(act(next, matter, Matter.Step.CLOSED, 2)).isEqualTo(new Done(matter, 3));
        assertThat(told(next, "chiefs.told.named", charge)).isEqualTo(1);
        assertThat(told(keeper, "chiefs.told.succeeded", charge)).isEqualTo(1);
        assertThat(chiefs.appoint(office, charge, version, holding(today, keeper.body())))
                .isEqualTo(new Stale(charge, version + 1));
    }

    @Test
    void aProblemMovesToAnotherUnitWhichAloneAnswersThen() {
        var matter = problem(charge());
        var other = basin.unit("990321/nongye");
        var wish =
                new Patrolling.Wish(matter, Matter.Step.MOVED, 1, "不属其职责", other.body(), List.of());
        assertThat(patrolling.act(keeper, wish)).isEqualTo(new Done(matter, 2));
        assertThat(act(unit, matter, Matter.Step.ANSWERED, 2))
                .isEqualTo(new Refused(Reason.NOT_YOURS));
        assertThat(act(other, matter, Matter.Step.ANSWERED, 2)).isEqualTo(new Done(matter, 3));
    }

    @Test
    void missedRoundsAndOverdueProblemsAreToldOnce() {
        var charge = charge();
        var matter = problem(charge);
        var later = today.plusMonths(3);
        day.begin(REGION, later);
        day.begin(REGION, later);
        day.begin(REGION, later.plusDays(1));
        for (var body : List.of(office, keeper)) {
            // of the three months that ended since it was recorded, the first was visited
            assertThat(told(body, "chiefs.told.missed", charge)).isEqualTo(2);
            assertThat(told(body, "chiefs.told.late", matter)).isEqualTo(1);
        }
        assertThat(told(unit, "chiefs.told.late", matter)).isEqualTo(1);
        assertThat(told(unit, "chiefs.told.missed", charge)).isZero();
    }

    private long told(Actor body, String message, UUID about) {
        return inbox.list(body, false).stream()
                .filter(t -> t.message().equals(message))
                .filter(t -> t.href().endsWith(about.toString()))
                .count();
    }

    @Test
    void anOverdueProblemBecomesANotice() {
        var matter = problem(charge());
        assertThat(act(keeper, matter, Matter.Step.NOTICED, 1))
                .isEqualTo(new Refused(Reason.NOT_YOURS));
        assertThat(act(office, matter, Matter.Step.NOTICED, 1)).isEqualTo(new Done(matter, 2));
        var events = patrolling.find(office, matter).orElseThrow().found().course().events();
        assertThat(events.getLast().notice()).isNotNull();
        assertThat(act(office, matter, Matter.Step.NOTICED, 2))
                .isEqualTo(new Refused(Reason.NOTICE_OPEN));
    }

    @Test
    void whatDoesNotHoldIsRefused() {
        var charge = charge();
        assertThat(patrolling.record(keeper, visit(charge, today.plusDays(1))))
                .isEqualTo(new Refused(Reason.DAY));
        assertThat(patrolling.record(keeper, visit(charge, today.minusYears(3))))
                .isEqualTo(new Refused(Reason.DAY));
        var self = new NewVisit.Problem("x", keeper.body());
        assertThat(patrolling.record(keeper, visit(charge, today, self)))
                .isEqualTo(new Refused(Reason.OWN_CASE));
        var nobody = new NewVisit.Problem("x", "990321/nobody");
        assertThat(patrolling.record(keeper, visit(charge, today, nobody)))
                .isEqualTo(new Refused(Reason.UNIT));
        var silent =
                new NewVisit(
                        patrolling.open(),
                        charge,
                        today,
                        "p",
                        Visit.By.UNIT,
                        "",
                        "",
                        List.of(),
                        false,
                        List.of(),
                        List.of());
        assertThat(patrolling.record(keeper, silent)).isEqualTo(new Refused(Reason.NOTHING_SAID));
        assertThat(chiefs.register(keeper, bay(today, Period.ofMonths(1), unit.body())))
                .isEqualTo(new Refused(Reason.NOT_YOURS));
    }

    @Test
    void theSameObjectIsRecordedOnce() {
        var bay = bay(today, Period.ofMonths(1), unit.body());
        assertThat(chiefs.register(office, bay)).isInstanceOf(Done.class);
        assertThat(chiefs.register(office, bay)).isEqualTo(new Refused(Reason.KNOWN_ALREADY));
    }

    @Test
    void aUnitThatIsNoMoreLosesNothingAndTheOfficeIsToldOnce() {
        var next = new Basin(house, REGION + "-orphan");
        var centre = next.unit("990321/hangdao");
        var first = next.ledger().today();
        var bay = bay(first, Period.ofMonths(1), centre.body());
        var plain =
                new NewCharge(bay.party(), bay.kind(), bay.object(), "", bay.basis(), bay.terms());
        var id = ((Done) chiefs.register(next.office(), plain)).subject();
        chiefs.appoint(next.office(), id, 1, holding(first, keeper.body()));
        var problem = new NewVisit.Problem("护岸塌陷", centre.body());
        assertThat(patrolling.record(next.unit(keeper.body()), visit(id, first, problem)))
                .isInstanceOf(Done.class);
        next.adopt(
                java.util.Map.of(
                        "\"2025.1\"",
                        "\"2025.2\"",
                        "levels: [province, city, county]",
                        "levels: [province, city]"));
        day.begin(next.region(), first);
        day.begin(next.region(), first);
        var matter = patrolling.handed(centre).getFirst().found().matter().id();
        assertThat(told(next.office(), "chiefs.told.orphan", matter)).isEqualTo(1);
        var moved = new Patrolling.Wish(matter, Matter.Step.MOVED, 1, "撤并", unit.body(), List.of());
        assertThat(patrolling.act(next.unit(keeper.body()), moved)).isEqualTo(new Done(matter, 2));
    }

    @Test
    void anObjectThatEndedOwesNothingMore() {
        var charge = charge();
        var file = chiefs.find(office, charge).orElseThrow();
        var now = file.now();
        var end =
                new NewCharge.NewTerms(
                        today, true, now.post(), now.duties(), now.rhythm(), now.units(), "撤销");
        assertThat(chiefs.revise(office, charge, file.version(), end)).isInstanceOf(Done.class);
        assertThat(chiefs.find(office, charge).orElseThrow().isEnded()).isTrue();
        assertThat(patrolling.record(keeper, visit(charge, today)))
                .isEqualTo(new Refused(Reason.ENDED));
    }

    @Test
    void theBoardNamesPostsAndCountsWhereProgressIsPublic() {
        var charge = charge();
        problem(charge);
        var sign =
                chiefs.signs(REGION).orElseThrow().stream()
                        .filter(s -> s.charge().id().equals(charge))
                        .findFirst()
                        .orElseThrow();
        assertThat(sign.open()).isEqualTo(1);
        assertThat(sign.terms().post().zh()).isEqualTo("分管副县长");
    }

    @Test
    void whatTheCompactDeclaresIsTakenOverOnceAndFollowsIt() {
        var declared =
                """
                chiefs:
                  - id: north-isle
                    kind: island
                    object: {zh: 北屿, en: North Isle}
                    post: {zh: 县长, en: Head of the county}
                    party: "990321"
                    duties:
                      - {zh: 护岸, en: Keep the shore}
                    visits: P3M
                    units: [990321/huanjing]
                    settle-within: 10
                    verified: false

                sources:
                """;
        var basinToo = new Basin(house, REGION + "-declared");
        basinToo.adopt(
                java.util.Map.of("\nsources:\n", "\n" + declared, "\"2025.1\"", "\"2025.2\""));
        var first = basinToo.ledger().today();
        day.begin(basinToo.region(), first);
        day.begin(basinToo.region(), first.plusDays(1));
        var all = chiefs.list(basinToo.office());
        assertThat(all).hasSize(1);
        assertThat(all.getFirst().terms()).hasSize(1);
        assertThat(all.getFirst().now().settleWithin()).isEqualTo(10);
        assertThat(all.getFirst().now().rule()).isEqualTo("north-isle@2025.2 unverified");
        var office2 = basinToo.office();
        var now = all.getFirst();
        var change =
                new NewCharge.NewTerms(
                        first, false, now.now().post(), List.of(), Period.ofDays(7), List.of(), "");
        assertThat(chiefs.revise(office2, now.charge().id(), now.version(), change))
                .isEqualTo(new Refused(Reason.DECLARED));
        basinToo.adopt(java.util.Map.of("\"2025.1\"", "\"2025.3\""));
        day.begin(basinToo.region(), first);
        assertThat(chiefs.list(office2).getFirst().isEnded()).isTrue();
    }

    @Test
    void anotherCitySeesNothingOfIt() {
        var charge = charge();
        var matter = problem(charge);
        var other = basin.actor("990200/huanjing", Power.values());
        assertThat(chiefs.find(other, charge)).isEmpty();
        assertThat(patrolling.find(other, matter)).isEmpty();
        assertThat(chiefs.list(other)).isEmpty();
    }
}
