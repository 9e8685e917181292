package org.tongquan.ledger.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.compact.conduct.PlanRule.Change;
import org.tongquan.host.HouseClock;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.ProgressReport;
import org.tongquan.ledger.handover.Handed;
import org.tongquan.ledger.handover.HandingOver;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Told;
import org.tongquan.ledger.standing.Standing;

/// What an approved change does around the plan: to units that are gone, to who is told, to the
/// journal, to the light of a part; and who decides about it, by the compact's data.
@HouseTest
class AdjustedTest {
    private static final String BOAT = "990100/hangdao";

    /// A region that lets its office move deadlines, wants a file with it, and cancels nothing.
    private static final String RULE =
            """
            planning:
              - id: planning-own
                valid-from: 2025-03-01
                comment-days: 10
                answer-days: 10
                milestones: P3M
                roll-up: worst
                reports: P1M
                report-for: period
                report-within: 5
                idle-reports: 2
                adjustments:
                  - {change: move-deadline, decides: adopt, evidence: true}
                  - {change: split, decides: approve}
                basis: {source: resolution-2025, article: 第七条}

            procedure:
            """;

    @Autowired private ApplicationContext house;
    @Autowired private HouseClock clock;
    @Autowired private Journal journal;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    /// A published plan, its doors, and who decides.
    private record Running(Basin basin, PlanningTest.Year year, Adjusting adjusting) {
        Actor assembly() {
            return basin.actor(basin.region() + ":assembly", Power.APPROVE);
        }

        PlanItem item(String lead) {
            return year.plan().items().stream()
                    .filter(i -> i.lead().contains(lead))
                    .findFirst()
                    .orElseThrow();
        }

        PlanAnswer ask(Adjustment.Wish wish) {
            return adjusting.ask(basin.office(), year.id(), wish, null);
        }

        UUID asked(Adjustment.Wish wish) {
            return ((PlanAnswer.Done) ask(wish)).id();
        }
    }

    private Running running(String region, Map<String, String> changes) {
        var basin = new Basin(house, region);
        if (!changes.isEmpty()) {
            basin.adopt(changes);
        }
        var year = PlanningTest.Year.of(house, basin);
        year.published(clock, basin.office());
        return new Running(basin, year, basin.door(Adjusting.class));
    }

    private static Adjustment.Wish wish(
            Change change, List<String> items, List<String> texts, @Nullable LocalDate day) {
        return new Adjustment.Wish(
                change, items, texts, "", List.of(), List.of(), day, "情况变化", List.of());
    }

    @Test
    void aUnitThatIsGoneKeepsNothingFromBeingAdjusted() {
        var run = running("basin-gone-unit", Map.of());
        var basin = run.basin();
        var item = run.item(BOAT);
        var yesterday = basin.ledger().today().minusDays(1);
        basin.adopt(
                Map.of(
                        "version: \"2025.1\"",
                        "version: \"2\"",
                        "  - id: hangdao\n",
                        "  - id: hangdao\n    valid-to: \"" + yesterday + "\"\n"));
        var gone = basin.door(HandingOver.class);
        assertThat(gone.handOver(basin.office(), BOAT, "990100/shuili", "撤并"))
                .isInstanceOf(Handed.Done.class);
        var later = item.deadline().plusDays(20);
        var moved = run.asked(wish(Change.MOVE_DEADLINE, List.of(item.id()), List.of(), later));
        assertThat(run.adjusting().decide(run.assembly(), moved, true, "同意"))
                .isInstanceOf(PlanAnswer.Done.class);
        var card = basin.ledger().find(basin.office(), basin.region(), item.id()).orElseThrow();
        assertThat(card.commitment().deadline()).isEqualTo(later);
        assertThat(card.leads("990100")).containsExactly("990100/shuili");
        assertThat(
                        run.ask(
                                new Adjustment.Wish(
                                        Change.ADD,
                                        List.of(),
                                        List.of("新事项"),
                                        "",
                                        List.of("990100"),
                                        List.of(BOAT),
                                        later,
                                        "新任务")))
                .as("but nobody gives it anything new")
                .isEqualTo(PlanAnswer.Refused.of(PlanFault.UNIT));
    }

    @Test
    void unitsAndMembersHearOfWhatConcernsThem() {
        var run = running("basin-told", Map.of());
        var basin = run.basin();
        var item = run.item(BOAT);
        var later = item.deadline().plusDays(20);
        var moved = run.asked(wish(Change.MOVE_DEADLINE, List.of(item.id()), List.of(), later));
        run.adjusting().decide(run.assembly(), moved, true, "汛期停航");
        for (var body : List.of(BOAT, "990200/hangdao", "basin-told:yunchuan-gov")) {
            assertThat(told(basin, body))
                    .as(body)
                    .singleElement()
                    .satisfies(t -> assertThat(t.values()).contains(item.id(), "汛期停航"));
        }
        assertThat(told(basin, "990321/huanjing")).as("it has no part in it").isEmpty();
        assertThat(told(basin, basin.office().body())).as("who asked is told otherwise").isEmpty();
    }

    private static List<Told> told(Basin basin, String body) {
        return basin.door(Inbox.class).list(basin.actor(body), false).stream()
                .filter(t -> t.message().equals("planning.told.changed"))
                .toList();
    }

    @Test
    void theJournalCoversStepAndItemsOfTheNewEdition() throws Exception {
        var run = running("basin-digest", Map.of());
        var item = run.year().plan().items().getFirst();
        var asked = run.asked(wish(Change.CHANGE_TARGET, List.of(item.id()), List.of("新"), null));
        run.adjusting().decide(run.assembly(), asked, true, "同意");
        var plan = run.year().plan();
        var decision = run.adjusting().list(run.basin().office(), run.year().id()).getFirst();
        var items =
                run.year()
                        .planning()
                        .edition(run.basin().office(), plan.head().id(), plan.edition());
        var text =
                asked + "\n" + decision.decision() + "\n" + plan.steps().getLast() + "\n" + items;
        clock.reset();
        await(asked, Digest.ofText(text));
        assertThat(items.getFirst().textZh()).isEqualTo("新");
    }

    /// An entry is in its place within a second or so of the commit.
    private void await(UUID subject, Digest of) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            var found =
                    journal.list(Journal.JOB, subject).stream()
                            .filter(e -> e.kind().equals("adjustment-approved"))
                            .toList();
            if (!found.isEmpty()) {
                assertThat(found).singleElement().matches(e -> e.isOf(of.bytes()));
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no entry");
    }

    @Test
    void aPartThatCarriesKeepsItsProgressAndTheOtherMissesNothing() {
        var run = running("basin-carried", Map.of());
        var basin = run.basin();
        var item = run.item(BOAT);
        basin.ledger().report(basin.unit(BOAT), basin.report(item.id(), "990100", 60));
        // the first quarter's milestone has passed
        clock.moveTo(clock.instant().plusSeconds(80 * 86_400L));
        basin.ledger().refresh(basin.region());
        var parts =
                List.of(
                        new Adjustment.Part(0, List.of(), List.of(), List.of(), null, true),
                        Adjustment.Part.PLAIN);
        var split =
                new Adjustment.Wish(
                        Change.SPLIT,
                        List.of(item.id()),
                        List.of("一期", "二期"),
                        "",
                        List.of(),
                        List.of(),
                        null,
                        "分期",
                        parts);
        var asked = run.asked(split);
        assertThat(run.adjusting().list(basin.office(), run.year().id()).getFirst().wish().parts())
                .isEqualTo(parts);
        assertThat(run.adjusting().decide(basin.office(), asked, true, "同意"))
                .isInstanceOf(PlanAnswer.Done.class);
        assertThat(basin.obligation(item.id(), "990100").standing().percent()).isEqualTo(60);
        var register = run.adjusting().register(basin.office(), run.year().id());
        var other =
                register.stream()
                        .filter(e -> e.from().contains(item.id()))
                        .findFirst()
                        .orElseThrow();
        assertThat(other.promised()).isEqualTo(item);
        var standing = basin.obligation(other.id(), "990100").standing();
        assertThat(standing.percent()).isZero();
        assertThat(standing.reason()).isNotEqualTo(Standing.Reason.MILESTONE_MISSED);
    }

    @Test
    void moreTimeByAMergeIsDecidedLikeAMovedDeadline() {
        var run = running("basin-merge-late", Map.of());
        var ids = run.year().plan().items().stream().limit(2).map(PlanItem::id).toList();
        var end = run.year().plan().items().getFirst().deadline();
        var second = run.year().plan().items().get(1).deadline();
        var latest = end.isAfter(second) ? end : second;
        var late = run.asked(wish(Change.MERGE, ids, List.of("合"), latest.plusDays(30)));
        assertThat(run.adjusting().decide(run.basin().office(), late, true, "同意"))
                .isEqualTo(PlanAnswer.Refused.of(PlanFault.NOT_YOURS));
        assertThat(run.adjusting().decide(run.assembly(), late, true, "同意"))
                .isInstanceOf(PlanAnswer.Done.class);
        assertThat(run.year().plan().items().getFirst().deadline()).isEqualTo(latest.plusDays(30));
        var register = run.adjusting().register(run.basin().office(), run.year().id());
        assertThat(register.stream().filter(e -> ids.contains(e.id())))
                .extracting(Register.Entry::moved)
                .containsExactly(1, 1);
    }

    @Test
    void anotherRegionDecidesOtherwiseByItsDataAndAsksForEvidence() {
        var run =
                running(
                        "basin-own-rule",
                        Map.of("version: \"2025.1\"", "version: \"2\"", "procedure:\n", RULE));
        var basin = run.basin();
        var item = run.year().plan().items().getFirst();
        var later = item.deadline().plusDays(20);
        var move = wish(Change.MOVE_DEADLINE, List.of(item.id()), List.of(), later);
        assertThat(run.ask(move)).isEqualTo(PlanAnswer.Refused.of(PlanFault.EVIDENCE));
        var file = new ProgressReport.Attachment("说明.txt", "text/plain", new byte[] {65});
        var answer = run.adjusting().ask(basin.office(), run.year().id(), move, file);
        var asked = ((PlanAnswer.Done) answer).id();
        assertThat(run.adjusting().decide(run.assembly(), asked, true, "同意"))
                .as("here the office decides")
                .isEqualTo(PlanAnswer.Refused.of(PlanFault.NOT_YOURS));
        assertThat(run.adjusting().decide(basin.office(), asked, true, "同意"))
                .isInstanceOf(PlanAnswer.Done.class);
        var dropped = run.asked(wish(Change.CANCEL, List.of(item.id()), List.of(), null));
        for (var body : List.of(basin.office(), run.assembly())) {
            assertThat(run.adjusting().decide(body, dropped, true, "同意"))
                    .as("its rule names nobody who cancels")
                    .isEqualTo(PlanAnswer.Refused.of(PlanFault.NOT_YOURS));
        }
    }
}
