package org.tongquan.ledger.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.compact.conduct.PlanRule.Change;
import org.tongquan.host.HouseClock;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;

/// Two changes of one item: the second is decided with both wordings in sight, or not at all.
@HouseTest
class OverlapTest {
    @Autowired private ApplicationContext house;
    @Autowired private HouseClock clock;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void theSecondOfTwoWishesOnOneItemIsDecidedOnTheTextAsItIsNowOrNotAtAll() {
        var basin = new Basin(house, "basin-overlap");
        var year = PlanningTest.Year.of(house, basin);
        var item = year.published(clock, basin.office()).items().getFirst();
        var adjusting = basin.door(Adjusting.class);
        var first = ask(adjusting, basin.office(), year.id(), target(item, "先提的目标"));
        var second = ask(adjusting, basin.office(), year.id(), target(item, "后提的目标"));
        assertThat(adjusting.changed(basin.office(), year.id())).isEmpty();
        var assembly = basin.actor("basin-overlap:assembly", Power.APPROVE);
        assertThat(adjusting.decide(assembly, first, true, "同意"))
                .isInstanceOf(PlanAnswer.Done.class);

        assertThat(adjusting.decide(assembly, second, true, "同意"))
                .isEqualTo(PlanAnswer.Refused.of(PlanFault.CHANGED_MEANWHILE));
        assertThat(year.plan().items().getFirst().textZh()).isEqualTo("先提的目标");
        var pair = adjusting.changed(basin.office(), year.id()).get(second).getFirst();
        assertThat(pair.before()).isNotNull().extracting(PlanItem::textZh).isEqualTo(item.textZh());
        assertThat(pair.after()).isNotNull().extracting(PlanItem::textZh).isEqualTo("先提的目标");

        int shown = year.plan().edition();
        assertThat(adjusting.decide(assembly, second, true, "改用后者", shown - 1))
                .as("who looked at the text before knows nothing of the change")
                .isEqualTo(PlanAnswer.Refused.of(PlanFault.CHANGED_MEANWHILE));
        assertThat(adjusting.decide(assembly, second, true, "改用后者", shown + 1))
                .as("nobody has seen what is still to come")
                .isEqualTo(PlanAnswer.Refused.of(PlanFault.CHANGED_MEANWHILE));
        assertThat(adjusting.decide(assembly, second, true, "改用后者", shown))
                .isInstanceOf(PlanAnswer.Done.class);
        assertThat(year.plan().items().getFirst().textZh()).isEqualTo("后提的目标");
        assertThat(adjusting.register(basin.office(), year.id()).getFirst().reworded())
                .isEqualTo(2);
    }

    @Test
    void aWishOnAnotherItemIsNotHeldUp() {
        var basin = new Basin(house, "basin-overlap-not");
        var year = PlanningTest.Year.of(house, basin);
        var items = year.published(clock, basin.office()).items();
        var adjusting = basin.door(Adjusting.class);
        var one = ask(adjusting, basin.office(), year.id(), target(items.get(0), "甲"));
        var other = ask(adjusting, basin.office(), year.id(), target(items.get(1), "乙"));
        var assembly = basin.actor("basin-overlap-not:assembly", Power.APPROVE);
        adjusting.decide(assembly, one, true, "同意");
        assertThat(adjusting.decide(assembly, other, true, "同意"))
                .isInstanceOf(PlanAnswer.Done.class);
        assertThat(year.plan().items()).extracting(PlanItem::textZh).startsWith("甲", "乙");
    }

    @Test
    void aWishWhoseItemIsGoneCanOnlyBeRefused() {
        var basin = new Basin(house, "basin-overlap-gone");
        var year = PlanningTest.Year.of(house, basin);
        var item = year.published(clock, basin.office()).items().getFirst();
        var adjusting = basin.door(Adjusting.class);
        var drop =
                ask(
                        adjusting,
                        basin.office(),
                        year.id(),
                        wish(Change.CANCEL, item, List.of(), null));
        var later = item.deadline().plusDays(9);
        var move =
                ask(
                        adjusting,
                        basin.office(),
                        year.id(),
                        wish(Change.MOVE_DEADLINE, item, List.of(), later));
        var assembly = basin.actor("basin-overlap-gone:assembly", Power.APPROVE);
        adjusting.decide(assembly, drop, true, "同意");
        assertThat(adjusting.changed(basin.office(), year.id()).get(move).getFirst().after())
                .isNull();
        assertThat(adjusting.decide(assembly, move, true, "同意"))
                .isEqualTo(PlanAnswer.Refused.of(PlanFault.CHANGED_MEANWHILE));
        assertThat(adjusting.decide(assembly, move, true, "同意", year.plan().edition()))
                .isEqualTo(PlanAnswer.Refused.of(PlanFault.NOT_FOUND));
        assertThat(adjusting.decide(assembly, move, false, "事项已取消"))
                .isInstanceOf(PlanAnswer.Done.class);
    }

    @Test
    void aFormOpenedBeforeAChangeAsksForNothing() {
        var basin = new Basin(house, "basin-overlap-form");
        var year = PlanningTest.Year.of(house, basin);
        var plan = year.published(clock, basin.office());
        var item = plan.items().getFirst();
        var adjusting = basin.door(Adjusting.class);
        var office = basin.office();
        var first = ask(adjusting, office, year.id(), target(item, "甲"));
        adjusting.decide(
                basin.actor("basin-overlap-form:assembly", Power.APPROVE), first, true, "同意");
        assertThat(adjusting.ask(office, year.id(), target(item, "乙"), null, plan.edition()))
                .isEqualTo(PlanAnswer.Refused.of(PlanFault.CHANGED_MEANWHILE));
        int now = year.plan().edition();
        assertThat(adjusting.ask(office, year.id(), target(item, "乙"), null, now))
                .isInstanceOf(PlanAnswer.Done.class);
        assertThat(adjusting.list(office, year.id()))
                .extracting(Adjustment::edition)
                .containsExactly(now, plan.edition());
    }

    private static UUID ask(Adjusting door, Actor actor, UUID plan, Adjustment.Wish wish) {
        return ((PlanAnswer.Done) door.ask(actor, plan, wish, null)).id();
    }

    private static Adjustment.Wish target(PlanItem item, String text) {
        return wish(Change.CHANGE_TARGET, item, List.of(text), null);
    }

    private static Adjustment.Wish wish(
            Change change, PlanItem item, List<String> texts, @Nullable LocalDate day) {
        return new Adjustment.Wish(
                change, List.of(item.id()), texts, "", List.of(), List.of(), day, "情况变化");
    }
}
