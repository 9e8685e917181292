package org.tongquan.ledger.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.host.HouseClock;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.Filter;
import org.tongquan.ledger.Obligation;
import org.tongquan.ledger.standing.Light;
import org.tongquan.ledger.standing.Milestone;
import org.tongquan.ledger.standing.Standing;

/// A year's plan from the drawing to the lights of its items, in the invented region.
@HouseTest
class PlanningTest {
    private static final String STAGES =
            """
            procedure:
              - id: plan-examine
                step: examine
                name: {zh: 论证}
                by: basin-desk
                basis: {source: resolution-2025, article: 第五条}
              - id: plan-approve
                step: approve
                name: {zh: 审定}
                by: assembly
                basis: {source: resolution-2025, article: 第五条}
            """;

    @Autowired private ApplicationContext house;
    @Autowired private HouseClock clock;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void aTextThatNamesNoApprovalLetsTheOfficePublishAfterTheComments() {
        var basin = new Basin(house, "basin-plan");
        var year = Year.of(house, basin);
        var plan = year.draw();
        assertThat(plan.items())
                .extracting(PlanItem::parent)
                .contains("y01-locks", "y01-county-bank");
        assertThat(year.take(basin.office(), PlanStep.Kind.PUBLISHED))
                .isEqualTo(PlanAnswer.Refused.of(PlanFault.NOT_NOW));
        assertThat(year.take(basin.office(), PlanStep.Kind.CIRCULATED))
                .isInstanceOf(PlanAnswer.Done.class);
        var unit = basin.unit("990321/shuili");
        var said = (PlanAnswer.Done) year.planning().comment(unit, year.id(), "", "汛期请顺延");
        assertThat(year.take(basin.office(), PlanStep.Kind.PUBLISHED))
                .isEqualTo(PlanAnswer.Refused.of(PlanFault.COMMENTS_OPEN));
        // ten workdays are over after four weeks, whatever holidays lie between
        clock.moveTo(clock.instant().plusSeconds(28 * 86_400));
        assertThat(year.planning().comment(unit, year.id(), "", "迟到的意见"))
                .isEqualTo(PlanAnswer.Refused.of(PlanFault.NOT_NOW));
        assertThat(year.take(basin.office(), PlanStep.Kind.PUBLISHED))
                .isEqualTo(PlanAnswer.Refused.of(PlanFault.COMMENTS_UNANSWERED));
        year.planning().answer(basin.office(), said.id(), true, "已采纳");
        assertThat(year.take(basin.office(), PlanStep.Kind.PUBLISHED))
                .isInstanceOf(PlanAnswer.Done.class);
        assertThat(year.plan().next()).isEmpty();
        assertThat(basin.ledger().find(basin.office(), "basin-plan", plan.items().getFirst().id()))
                .isPresent();
    }

    @Test
    void anotherTextLetsTwoBodiesAgreeFirstAndAReturnLeadsBack() {
        var basin = new Basin(house, "basin-stages");
        basin.adopt(Map.of("version: \"2025.1\"", "version: \"2\"", "procedure:\n", STAGES));
        var year = Year.of(house, basin);
        year.draw();
        year.take(basin.office(), PlanStep.Kind.CIRCULATED);
        clock.moveTo(clock.instant().plusSeconds(28 * 86_400));
        assertThat(year.take(basin.office(), PlanStep.Kind.PUBLISHED))
                .isEqualTo(PlanAnswer.Refused.of(PlanFault.NOT_NOW));
        year.take(basin.office(), PlanStep.Kind.SUBMITTED);
        var desk = basin.actor("basin-stages:basin-desk", Power.EXAMINE, Power.SUPERVISE);
        var assembly = basin.actor("basin-stages:assembly", Power.APPROVE, Power.SUPERVISE);
        assertThat(year.take(assembly, PlanStep.Kind.APPROVED))
                .isEqualTo(PlanAnswer.Refused.of(PlanFault.NOT_NOW));
        assertThat(year.take(basin.office(), PlanStep.Kind.EXAMINED))
                .isEqualTo(PlanAnswer.Refused.of(PlanFault.NOT_YOURS));
        assertThat(year.planning().change(desk, year.id(), year.plan().items().getFirst()))
                .isInstanceOf(PlanAnswer.Done.class);
        year.take(desk, PlanStep.Kind.EXAMINED);
        assertThat(year.steps().take(assembly, year.id(), PlanStep.Kind.RETURNED, ""))
                .isEqualTo(PlanAnswer.Refused.of(PlanFault.REASON));
        assertThat(year.steps().take(assembly, year.id(), PlanStep.Kind.RETURNED, "节点不实"))
                .isInstanceOf(PlanAnswer.Done.class);
        year.take(basin.office(), PlanStep.Kind.SUBMITTED);
        year.take(desk, PlanStep.Kind.EXAMINED);
        year.take(assembly, PlanStep.Kind.APPROVED);
        assertThat(year.take(basin.office(), PlanStep.Kind.PUBLISHED))
                .isInstanceOf(PlanAnswer.Done.class);
        assertThat(year.plan().steps())
                .extracting(PlanStep::kind)
                .endsWith(
                        PlanStep.Kind.SUBMITTED,
                        PlanStep.Kind.EXAMINED,
                        PlanStep.Kind.APPROVED,
                        PlanStep.Kind.PUBLISHED);
    }

    @Test
    void theSecondOfTwoWhoChangeOneItemIsToldAndNothingIsLost() {
        var basin = new Basin(house, "basin-two");
        var year = Year.of(house, basin);
        var item = year.draw().items().getFirst();
        assertThat(year.planning().change(basin.office(), year.id(), Year.worded(item, "先改")))
                .isInstanceOf(PlanAnswer.Done.class);
        assertThat(year.planning().change(basin.office(), year.id(), Year.worded(item, "后改")))
                .isEqualTo(PlanAnswer.Refused.of(PlanFault.CHANGED_MEANWHILE));
        assertThat(year.plan().items().getFirst().textZh()).isEqualTo("先改");
        var changes = Comparison.of(List.of(item), List.of(year.plan().items().getFirst()));
        assertThat(changes)
                .singleElement()
                .extracting(Comparison.Pair::changed)
                .isEqualTo(List.of("text"));
    }

    @Test
    void whatIsWrongWithAnItemIsToldAllAtOnce() {
        var basin = new Basin(house, "basin-wrong");
        var year = Year.of(house, basin);
        var item = year.draw().items().getFirst();
        var wrong =
                new PlanItem(
                        item.id(),
                        1,
                        1,
                        item.parent(),
                        " ",
                        "",
                        item.category(),
                        item.deadline(),
                        item.start(),
                        List.of("nowhere"),
                        List.of("990100/no-such"),
                        List.of(),
                        "",
                        0,
                        List.of(new Milestone(item.deadline(), 50, "")),
                        List.of(item.id()));
        var answer = (PlanAnswer.Refused) year.planning().change(basin.office(), year.id(), wrong);
        assertThat(answer.faults())
                .containsExactlyInAnyOrder(
                        PlanFault.TEXT,
                        PlanFault.DAYS,
                        PlanFault.PARTIES,
                        PlanFault.WEIGHT,
                        PlanFault.MILESTONES,
                        PlanFault.DEPENDS,
                        PlanFault.UNIT);
    }

    @Test
    void anItemOfAllPartiesRollsUpIntoItsCommitment() {
        var basin = new Basin(house, "basin-roll");
        var year = Year.of(house, basin);
        var plan = year.published(clock, basin.office());
        var item =
                plan.items().stream()
                        .filter(i -> i.parent().equals("y02-fair"))
                        .findFirst()
                        .orElseThrow();
        assertThat(basin.obligation(item.id(), "990200").parent()).isEqualTo("y02-fair");
        // the unit that the text names leads the item too, and reports on it
        var unit = basin.unit("990200/gov");
        basin.ledger().report(unit, basin.report(item.id(), "990200", 40));
        var whole = basin.obligation("y02-fair", "990200").standing();
        assertThat(whole.reason()).isEqualTo(Standing.Reason.ROLLED_UP);
        assertThat(whole.percent()).isEqualTo(40);
        assertThat(basin.ledger().list(basin.office(), Filter.all("basin-roll"), START).rows())
                .extracting(Obligation::commitment)
                .containsSequence("y02-fair", item.id())
                .containsSequence(
                        "y01-locks", "y01-locks", "y01-locks", plan.items().getFirst().id());
        clock.moveTo(item.deadline().plusDays(3).atStartOfDay().toInstant(ZoneOffset.UTC));
        basin.ledger().refresh("basin-roll");
        assertThat(basin.obligation(item.id(), "990200").standing().light()).isEqualTo(Light.RED);
        assertThat(basin.obligation("y02-fair", "990200").standing().light()).isEqualTo(Light.RED);
    }

    @Test
    void nobodyElseDrawsUpOrPublishes() {
        var basin = new Basin(house, "basin-not-mine");
        var unit = basin.unit("990100/hangdao");
        assertThat(basin.door(Planning.class).draw(unit, 2027, "计划"))
                .isEqualTo(PlanAnswer.Refused.of(PlanFault.NOT_YOURS));
        var year = Year.of(house, basin);
        year.draw();
        var other = new Basin(house, "basin-elsewhere");
        assertThat(basin.door(Planning.class).find(other.office(), year.id())).isEmpty();
        assertThat(year.take(other.office(), PlanStep.Kind.CIRCULATED))
                .isEqualTo(PlanAnswer.Refused.of(PlanFault.NOT_FOUND));
    }

    private static final Obligation.Cursor START = Obligation.Cursor.START;

    /// The plan of the running year and the doors to it.
    record Year(Basin basin, Planning planning, PlanSteps steps, UUID[] holder) {
        static Year of(ApplicationContext house, Basin basin) {
            return new Year(
                    basin,
                    house.getBean(Planning.class),
                    house.getBean(PlanSteps.class),
                    new UUID[1]);
        }

        Plan draw() {
            var year = LocalDate.now(org.tongquan.ledger.Ledger.ZONE).getYear();
            var drawn = planning.draw(basin.office(), year + 1, "云河年度计划");
            holder[0] = ((PlanAnswer.Done) drawn).id();
            return plan();
        }

        UUID id() {
            return holder[0];
        }

        Plan plan() {
            return planning.find(basin.office(), id()).orElseThrow();
        }

        PlanAnswer take(Actor actor, PlanStep.Kind kind) {
            return steps.take(actor, id(), kind, "");
        }

        /// Drawn up for the next year and published at its beginning.
        Plan published(HouseClock clock, Actor office) {
            draw();
            take(office, PlanStep.Kind.CIRCULATED);
            var newYear = LocalDate.of(plan().head().year(), 2, 1);
            clock.moveTo(newYear.atStartOfDay().toInstant(ZoneOffset.UTC));
            assertThat(take(office, PlanStep.Kind.PUBLISHED)).isInstanceOf(PlanAnswer.Done.class);
            return plan();
        }

        static PlanItem worded(PlanItem item, String text) {
            return new PlanItem(
                    item.id(),
                    item.place(),
                    item.revision(),
                    item.parent(),
                    text,
                    item.textEn(),
                    item.category(),
                    item.start(),
                    item.deadline(),
                    item.parties(),
                    item.lead(),
                    item.shares(),
                    item.responsible(),
                    item.weight(),
                    item.milestones(),
                    item.depends());
        }
    }
}
