package org.tongquan.ledger.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.compact.AdoptionOutcome;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.TestCompacts;
import org.tongquan.compact.reading.CompactFolder;
import org.tongquan.host.HouseClock;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Told;
import org.tongquan.ledger.planning.PlanAnswer;
import org.tongquan.ledger.planning.PlanStep;
import org.tongquan.ledger.planning.PlanSteps;
import org.tongquan.ledger.planning.Planning;

/// The holidays of a year are announced while terms run into it.
///
/// Counted from Monday 2026-12-21: the tenth workday is 2027-01-05 while only the statutory New
/// Year's Day is known, and 2027-01-06 once the Monday after it is announced as a day off.
@HouseTest
class MovedTermsTest {
    private static final String REGION = "basin-moved";
    private static final LocalDate BEGUN = LocalDate.of(2026, 12, 21);
    private static final LocalDate BEFORE = LocalDate.of(2027, 1, 5);
    private static final LocalDate AFTER = LocalDate.of(2027, 1, 6);
    private static final String ANNOUNCED =
            """
            calendar:
              - year: 2027
                issued: 2026-12-22
                notice: {number: 虚构〔2026〕1号, verified: false}
                note: 虚构
                days:
                  - {date: 2027-01-01, name: 元旦, rest: true}
                  - {date: 2027-01-04, name: 元旦, rest: true}
            """;

    @Autowired private ApplicationContext house;
    @Autowired private HouseClock clock;
    @Autowired private TellingMoves telling;
    @Autowired private Inbox inbox;
    @TempDir private Path folder;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void aTermThatRanIntoAnUnannouncedYearEndsByTheNewHolidaysAndEachIsToldOnce()
            throws IOException {
        today(BEGUN);
        adopt("first", "");
        var plan = circulated();
        assertThat(lastDay(plan)).isEqualTo(BEFORE);
        telling.begin(REGION, BEGUN);
        assertThat(told()).isEmpty();

        today(BEGUN.plusDays(1));
        adopt("second", ANNOUNCED);
        assertThat(lastDay(plan)).isEqualTo(AFTER);
        telling.begin(REGION, BEGUN.plusDays(1));
        telling.begin(REGION, BEGUN.plusDays(2));
        assertThat(told()).singleElement().extracting(Told::due).isEqualTo(AFTER);
        assertThat(told().getFirst().values())
                .containsExactly("云河年度计划", BEFORE.toString(), AFTER.toString());

        today(AFTER);
        assertThat(publish(plan)).as("the last day is still theirs").isNotInstanceOf(DONE);
        today(AFTER.plusDays(1));
        assertThat(publish(plan)).isInstanceOf(DONE);
    }

    private static final Class<PlanAnswer.Done> DONE = PlanAnswer.Done.class;

    private void today(LocalDate day) {
        clock.moveTo(day.atTime(LocalTime.NOON).atZone(Ledger.ZONE).toInstant());
    }

    /// The invented region on a copy of the national base, of which the second version knows the
    /// holidays; the region's own text stays the same.
    private void adopt(String label, String announced) throws IOException {
        var root = folder.resolve(label);
        copy(TestCompacts.SHIPPED.resolve("cn"), root.resolve("cn-moved"), "cn", "cn-moved");
        copy(TestCompacts.INVENTED.resolve("yunhe"), root.resolve(REGION), "yunhe", REGION);
        TestCompacts.replace(
                root.resolve(REGION).resolve("compact.yaml"), "uses: [cn]", "uses: [cn-moved]");
        if (!announced.isEmpty()) {
            Files.writeString(root.resolve("cn-moved/calendar/2027.yaml"), announced);
            TestCompacts.replace(
                    root.resolve("cn-moved/compact.yaml"), "version: \"2026.3\"", "version: \"9\"");
        }
        var loaded = TestCompacts.get(new CompactFolder(root).load(REGION));
        var outcome =
                house.getBean(Compacts.class)
                        .adoptWithBases(Actor.job("ledger"), loaded, List.of(), Map.of());
        assertThat(outcome).isNotInstanceOf(AdoptionOutcome.Refused.class);
    }

    private static void copy(Path from, Path to, String id, String now) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                var text = Files.readString(file);
                Files.writeString(
                        target, text.replace("\n  id: " + id + "\n", "\n  id: " + now + "\n"));
            }
        }
    }

    private UUID circulated() {
        var drawn = (PlanAnswer.Done) house.getBean(Planning.class).draw(office(), 2027, "云河年度计划");
        var step =
                house.getBean(PlanSteps.class)
                        .take(office(), drawn.id(), PlanStep.Kind.CIRCULATED, "");
        assertThat(step).isInstanceOf(DONE);
        return drawn.id();
    }

    private PlanAnswer publish(UUID plan) {
        return house.getBean(PlanSteps.class).take(office(), plan, PlanStep.Kind.PUBLISHED, "");
    }

    private LocalDate lastDay(UUID plan) {
        var last = house.getBean(Planning.class).find(office(), plan).orElseThrow().last();
        return java.util.Objects.requireNonNull(last.answerBy());
    }

    private List<Told> told() {
        return inbox.list(assembly(), false).stream()
                .filter(t -> t.message().equals("terms.moved"))
                .toList();
    }

    private static Actor office() {
        return actor("secretariat", Power.DRAFT, Power.ADOPT, Power.ASSIGN, Power.SUPERVISE);
    }

    private static Actor assembly() {
        return actor("assembly");
    }

    private static Actor actor(String body, Power... powers) {
        var person = UUID.nameUUIDFromBytes(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Actor(person.toString(), REGION + ":" + body, REGION, java.util.Set.of(powers));
    }
}
