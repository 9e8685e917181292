package org.tongquan.ledger.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
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
import org.tongquan.compact.Text;
import org.tongquan.compact.conduct.Chief;
import org.tongquan.compact.reading.CompactFolder;
import org.tongquan.host.HouseClock;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.chasing.Handling;
import org.tongquan.ledger.chasing.Inspecting;
import org.tongquan.ledger.chiefs.ChiefAnswer;
import org.tongquan.ledger.chiefs.Chiefs;
import org.tongquan.ledger.chiefs.NewCharge;
import org.tongquan.ledger.chiefs.NewVisit;
import org.tongquan.ledger.chiefs.Patrolling;
import org.tongquan.ledger.chiefs.Visit;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Told;
import org.tongquan.ledger.matter.Alerting;
import org.tongquan.ledger.matter.Matter;
import org.tongquan.ledger.matter.MatterAnswer;
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

    private String region = "basin-moved";
    private String base = "cn-moved";

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
        telling.begin(region, BEGUN);
        assertThat(told()).isEmpty();

        today(BEGUN.plusDays(1));
        adopt("second", ANNOUNCED);
        assertThat(lastDay(plan)).isEqualTo(AFTER);
        telling.begin(region, BEGUN.plusDays(1));
        telling.begin(region, BEGUN.plusDays(2));
        assertThat(told()).singleElement().extracting(Told::due).isEqualTo(AFTER);
        assertThat(told().getFirst().values())
                .containsExactly("云河年度计划", BEFORE.toString(), AFTER.toString());

        today(AFTER);
        assertThat(publish(plan)).as("the last day is still theirs").isNotInstanceOf(DONE);
        today(AFTER.plusDays(1));
        assertThat(publish(plan)).isInstanceOf(DONE);
    }

    /// Fifteen workdays each: a finding to put right, a major matter to settle, a chief's problem.
    @Test
    void findingsMajorMattersAndProblemsOfChiefsAreToldAsWell() throws IOException {
        region = "basin-moved-2";
        base = "cn-moved-2";
        today(BEGUN);
        adopt("first-2", "");
        var county = "990321";
        var unit = unit("990321/huanjing");
        finding(county);
        matter(unit);
        problem(county, unit);
        telling.begin(region, BEGUN);
        assertThat(moved(unit)).isEmpty();

        today(BEGUN.plusDays(1));
        adopt("second-2", ANNOUNCED);
        telling.begin(region, BEGUN.plusDays(1));
        telling.begin(region, BEGUN.plusDays(2));
        assertThat(moved(unit))
                .as("who puts right, who reported, who has the problem")
                .extracting(t -> t.values().getFirst())
                .contains("危堤再现", "排口有污水");
        assertThat(moved(office())).extracting(t -> t.values().getFirst()).contains("危堤再现");
        var government = actor("liuqiao-departments");
        assertThat(
                        java.util.stream.Stream.of(unit, office(), government)
                                .flatMap(b -> moved(b).stream())
                                .filter(t -> t.values().getFirst().equals("汛前检查")))
                .isNotEmpty();
        assertThat(moved(unit))
                .allSatisfy(
                        t -> {
                            assertThat(t.values().get(1)).isEqualTo("2027-01-12");
                            assertThat(t.due()).isEqualTo(LocalDate.of(2027, 1, 13));
                        })
                .doesNotHaveDuplicates();
        assertThat(moved(unit))
                .hasSameSizeAs(moved(unit).stream().map(Told::values).distinct().toList());
    }

    private void finding(String county) {
        var inspecting = house.getBean(Inspecting.class);
        var plan = new Inspecting.Plan("汛前检查", "堤防", List.of(county), List.of());
        var opened = (Handling.Done) inspecting.open(office(), plan);
        var found = inspecting.find(office(), opened.subject(), county, "", "堤脚缺石");
        assertThat(found).isInstanceOf(Handling.Done.class);
    }

    private void matter(Actor unit) {
        var alerting = house.getBean(Alerting.class);
        var report = new Alerting.Report(alerting.open(), "危堤再现", "堤脚渗水", "", false, List.of());
        assertThat(alerting.report(unit, report)).isInstanceOf(MatterAnswer.Done.class);
        var id = alerting.list(office(), true).getFirst().matter().id();
        var taken = alerting.act(office(), id, Matter.Step.ACKNOWLEDGED, 1, "", List.of());
        assertThat(taken).isInstanceOf(MatterAnswer.Done.class);
    }

    private void problem(String county, Actor unit) {
        var chiefs = house.getBean(Chiefs.class);
        var patrolling = house.getBean(Patrolling.class);
        var from = BEGUN.withDayOfMonth(1);
        var terms =
                new NewCharge.NewTerms(
                        from,
                        false,
                        new Text("分管副县长", "Deputy head of the county"),
                        List.of("巡查岸线"),
                        Period.ofMonths(1),
                        List.of(unit.body()),
                        "");
        var bay =
                new NewCharge(
                        county,
                        Chief.Kind.BAY,
                        new Text("柳湾", "Willow Bay"),
                        "y01-county-bank",
                        "县委办发〔2025〕1号",
                        terms);
        var charge = ((ChiefAnswer.Done) chiefs.register(office(), bay)).subject();
        var keeper = unit("990321/shuili");
        chiefs.appoint(
                office(), charge, 1, new NewCharge.NewHolding(from, "甲", "乙", keeper.body(), "公示"));
        var visit =
                new NewVisit(
                        patrolling.open(),
                        charge,
                        BEGUN,
                        "东岸码头",
                        Visit.By.CHIEF,
                        "甲等三人",
                        "岸线清洁",
                        List.of("巡查岸线"),
                        false,
                        List.of(new NewVisit.Problem("排口有污水", unit.body())),
                        List.of());
        assertThat(patrolling.record(keeper, visit)).isInstanceOf(ChiefAnswer.Done.class);
    }

    private Actor unit(String id) {
        var person = UUID.nameUUIDFromBytes(id.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Actor(person.toString(), id, region, java.util.Set.of(Power.REPORT_PROGRESS));
    }

    private List<Told> moved(Actor actor) {
        return inbox.list(actor, false).stream()
                .filter(t -> t.message().equals("terms.moved"))
                .toList();
    }

    private static final Class<PlanAnswer.Done> DONE = PlanAnswer.Done.class;

    private void today(LocalDate day) {
        clock.moveTo(day.atTime(LocalTime.NOON).atZone(Ledger.ZONE).toInstant());
    }

    /// The invented region on a copy of the national base, of which the second version knows the
    /// holidays; the region's own text stays the same.
    private void adopt(String label, String announced) throws IOException {
        var root = folder.resolve(label);
        copy(TestCompacts.SHIPPED.resolve("cn"), root.resolve(base), "cn", base);
        copy(TestCompacts.INVENTED.resolve("yunhe"), root.resolve(region), "yunhe", region);
        TestCompacts.replace(
                root.resolve(region).resolve("compact.yaml"), "uses: [cn]", "uses: [" + base + "]");
        if (!announced.isEmpty()) {
            Files.writeString(root.resolve(base + "/calendar/2027.yaml"), announced);
            TestCompacts.replace(
                    root.resolve(base + "/compact.yaml"), "version: \"2026.3\"", "version: \"9\"");
        }
        var loaded = TestCompacts.get(new CompactFolder(root).load(region));
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
        return moved(assembly());
    }

    private Actor office() {
        return actor("secretariat", Power.DRAFT, Power.ADOPT, Power.ASSIGN, Power.SUPERVISE);
    }

    private Actor assembly() {
        return actor("assembly");
    }

    private Actor actor(String body, Power... powers) {
        var person = UUID.nameUUIDFromBytes(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Actor(person.toString(), region + ":" + body, region, java.util.Set.of(powers));
    }
}
