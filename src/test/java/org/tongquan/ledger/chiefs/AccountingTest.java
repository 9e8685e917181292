package org.tongquan.ledger.chiefs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.compact.Text;
import org.tongquan.compact.calendar.WorkCalendar;
import org.tongquan.compact.conduct.Chief;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.chiefs.Account.Sums;
import org.tongquan.ledger.chiefs.ChiefAnswer.Done;
import org.tongquan.ledger.chiefs.ChiefAnswer.Reason;
import org.tongquan.ledger.chiefs.ChiefAnswer.Refused;

/// The yearly account: worked numbers, and an issued one that counts the same again.
@HouseTest
class AccountingTest {
    private static final String REGION = "basin-chief-account";
    private static final WorkCalendar CALENDAR =
            new WorkCalendar(Map.of(), Set.of(2026), WorkCalendar.Weekends.STAY);

    @Autowired private ApplicationContext house;
    @Autowired private Chiefs chiefs;
    @Autowired private Patrolling patrolling;
    @Autowired private Accounting accounting;

    private static Charge charge() {
        return new Charge(
                new UUID(1, 1),
                "r",
                "p",
                "",
                Chief.Kind.BAY,
                new Text("湾", null),
                "",
                "b",
                "o",
                LocalDate.of(2026, 1, 1),
                Instant.EPOCH);
    }

    private static Visit visit(LocalDate on) {
        return new Visit(
                UUID.nameUUIDFromBytes(
                        on.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                new UUID(1, 1),
                on,
                "",
                Visit.By.CHIEF,
                "",
                "",
                List.of(),
                List.of(),
                "b",
                on,
                Instant.EPOCH);
    }

    private static ChargeFile.Found found(int n, LocalDate on, @Nullable LocalDate closed) {
        var matter =
                new Matter(
                        new UUID(4, n),
                        new UUID(1, 1),
                        new UUID(3, 1),
                        "r",
                        "p",
                        "u",
                        "t",
                        "b",
                        on,
                        Instant.EPOCH);
        var events = new ArrayList<Matter.Event>();
        events.add(MatterCourseTest.event(1, Matter.Step.FOUND, on, "u"));
        if (closed != null) {
            events.add(MatterCourseTest.event(2, Matter.Step.ANSWERED, closed, "u"));
            events.add(MatterCourseTest.event(3, Matter.Step.CLOSED, closed, "u"));
        }
        var day = LocalDate.of(2026, 6, 30);
        return new ChargeFile.Found(matter, MatterCourse.of(events, CALENDAR, day));
    }

    private static Charge.Holding holding(int seq, LocalDate from) {
        return new Charge.Holding(seq, from, "h" + seq, "", "u", "", "b", Instant.EPOCH);
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    private static ChargeFile file(List<Visit> visits, List<ChargeFile.Found> found) {
        return new ChargeFile(
                charge(),
                List.of(RoundsTest.terms(1, "2026-01-01", Period.ofMonths(1))),
                List.of(holding(1, day(1, 1)), holding(2, day(4, 1))),
                visits,
                found,
                List.of(),
                day(6, 30));
    }

    /// Six months; visits in January, March (twice: makes up for February), June. Problems: closed
    /// after 5 and after 10 days, mean 7.5; one open since March, over its 15 workdays.
    @Test
    void roundsProblemsAndMeanDaysOfHalfAYearWithTwoChiefs() {
        var visits =
                List.of(visit(day(1, 9)), visit(day(3, 2)), visit(day(3, 20)), visit(day(6, 30)));
        var found =
                List.of(
                        found(1, day(1, 9), day(1, 14)),
                        found(2, day(6, 1), day(6, 11)),
                        found(3, day(3, 2), null));
        var account = Account.of(file(visits, found), null);
        assertThat(account.sums()).isEqualTo(new Sums(6, 3, 1, 2, 4, 3, 2, 1, 1, 15));
        assertThat(account.sums().mean()).isEqualTo("7.5");
        assertThat(account.before()).isEqualTo(Sums.NONE);
        assertThat(account.parts()).hasSize(2);
        assertThat(account.parts().getFirst().sums())
                .isEqualTo(new Sums(3, 2, 1, 0, 3, 2, 1, 1, 1, 5));
        assertThat(account.parts().getLast().sums())
                .isEqualTo(new Sums(3, 1, 0, 2, 1, 1, 1, 0, 0, 10));
        assertThat(account.parts().getFirst().sums().plus(account.parts().getLast().sums()))
                .isEqualTo(account.sums());
    }

    @Test
    void meanDaysAreRoundedHalfUp() {
        assertThat(new Sums(0, 0, 0, 0, 0, 4, 4, 0, 0, 5).mean()).isEqualTo("1.3");
        assertThat(new Sums(0, 0, 0, 0, 0, 3, 3, 0, 0, 4).mean()).isEqualTo("1.3");
        assertThat(Sums.NONE.mean()).isEmpty();
    }

    @Test
    void theAccountIsTheSameWhateverOrderTheFactsComeIn() {
        var random = new Random(8);
        for (int trial = 0; trial < 300; trial++) {
            var visits = new ArrayList<Visit>();
            var found = new ArrayList<ChargeFile.Found>();
            for (int i = 0; i < random.nextInt(15); i++) {
                visits.add(visit(day(1, 1).plusDays(random.nextInt(180))));
                var on = day(1, 1).plusDays(random.nextInt(170));
                found.add(
                        found(i, on, random.nextBoolean() ? on.plusDays(random.nextInt(9)) : null));
            }
            var straight = Account.of(file(visits, found), null);
            Collections.shuffle(visits, random);
            Collections.shuffle(found, random);
            assertThat(Account.of(file(visits, found), null)).isEqualTo(straight);
        }
    }

    @Test
    void anIssuedAccountCountsTheSameAgainAlsoAfterMoreWasRecorded() {
        var basin = new Basin(house, REGION);
        var office = basin.office();
        var keeper = basin.unit("990321/shuili");
        var today = basin.ledger().today();
        var from = today.withDayOfYear(1);
        var bay = PatrollingTest.bay(from, Period.ofDays(7), "990321/huanjing");
        var id = ((Done) chiefs.register(office, bay)).subject();
        var named = new NewCharge.NewHolding(from, "甲", "", keeper.body(), "");
        chiefs.appoint(office, id, 1, named);
        record(keeper.body(), basin, id, today);
        var issued =
                ((Done) accounting.issue(office, today.getYear(), "年度履职情况", "云协办〔2026〕9号"))
                        .subject();
        assertThat(accounting.recount(office, issued)).contains(true);
        record(keeper.body(), basin, id, today);
        assertThat(accounting.list(office, today.getYear()).getFirst().sums().found()).isEqualTo(2);
        assertThat(accounting.recount(office, issued)).contains(true);
        assertThat(accounting.issued(keeper)).hasSize(1);
        assertThat(accounting.pdf(office, issued).orElseThrow()).startsWith('%', 'P', 'D', 'F');
        assertThat(accounting.docx(office, issued)).isPresent();
        assertThat(accounting.issue(keeper, today.getYear(), "t", ""))
                .isEqualTo(new Refused(Reason.NOT_YOURS));
        assertThat(accounting.issue(office, today.getYear() + 1, "t", ""))
                .isEqualTo(new Refused(Reason.YEAR));
    }

    private void record(String keeper, Basin basin, UUID charge, LocalDate on) {
        var visit =
                new NewVisit(
                        patrolling.open(),
                        charge,
                        on,
                        "东岸",
                        Visit.By.UNIT,
                        "",
                        "",
                        List.of(),
                        false,
                        List.of(new NewVisit.Problem("垃圾", "990321/huanjing")),
                        List.of());
        assertThat(patrolling.record(basin.unit(keeper), visit)).isEqualTo(new Done(visit.id(), 1));
    }
}
