package org.tongquan.ledger.suggesting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tongquan.compact.calendar.WorkCalendar;
import org.tongquan.ledger.suggesting.Handling.Shown;
import org.tongquan.ledger.suggesting.SuggestionEvent.Kind;

/// The rule with worked days, and the measure of likeness with worked texts.
class HandlingsTest {
    private static final LocalDate LOOK_BY = LocalDate.of(2026, 3, 4);
    private static final LocalDate DUE = LocalDate.of(2026, 3, 24);

    @Test
    void isPendingUntilSomebodyLooksAtIt() {
        assertThat(Handlings.of(LOOK_BY, List.of(), LOOK_BY).stage()).isEqualTo("pending");
        assertThat(Handlings.of(LOOK_BY, List.of(), LOOK_BY).unseenTooLong()).isFalse();
        assertThat(Handlings.of(LOOK_BY, List.of(), LOOK_BY.plusDays(1)).unseenTooLong()).isTrue();
    }

    @Test
    void anAnswerOnTheLastDayIsInTimeAndADayLaterItIsLate() {
        var open = List.of(event(1, Kind.PUBLISHED, LOOK_BY), assigned(2, "a/b", DUE));
        assertThat(Handlings.of(LOOK_BY, open, DUE).overdue()).isFalse();
        assertThat(Handlings.of(LOOK_BY, open, DUE.plusDays(1)).overdue()).isTrue();
        var inTime = Handlings.of(LOOK_BY, with(open, event(3, Kind.ANSWERED, DUE)), DUE);
        assertThat(inTime.wasLate()).isFalse();
        assertThat(inTime.stage()).isEqualTo("answered");
        var late = event(3, Kind.ANSWERED, DUE.plusDays(1));
        var handling = Handlings.of(LOOK_BY, with(open, late), DUE.plusDays(9));
        assertThat(handling.wasLate()).isTrue();
        assertThat(handling.overdue()).isFalse();
    }

    @Test
    void namingAnotherUnitDoesNotBeginTheTimeAnew() {
        var events = List.of(assigned(1, "a/b", DUE), assigned(2, "a/c", DUE.plusDays(30)));
        var handling = Handlings.of(LOOK_BY, events, DUE);
        assertThat(handling.unit()).isEqualTo("a/c");
        assertThat(handling.due()).isEqualTo(DUE);
    }

    @Test
    void aHiddenOneIsNotOverdueAndSaysWhy() {
        var events =
                List.of(
                        event(1, Kind.PUBLISHED, LOOK_BY),
                        assigned(2, "a/b", DUE),
                        event(3, Kind.HIDDEN, LOOK_BY));
        var handling = Handlings.of(LOOK_BY, events, DUE.plusDays(1));
        assertThat(handling.shown()).isEqualTo(Shown.HIDDEN);
        assertThat(handling.hiddenBecause()).isEqualTo("text 3");
        assertThat(handling.overdue()).isFalse();
    }

    @Test
    void theOrderInWhichEventsAreReadDoesNotMatter() {
        var random = new Random(15);
        for (int round = 0; round < 500; round++) {
            var events = new ArrayList<SuggestionEvent>();
            for (int i = 1; i <= random.nextInt(9); i++) {
                var kind = Kind.values()[random.nextInt(Kind.values().length)];
                var on = LOOK_BY.plusDays(random.nextInt(40));
                events.add(
                        kind == Kind.ASSIGNED
                                ? assigned(i, "a/" + random.nextInt(3), on)
                                : event(i, kind, on));
            }
            var day = LOOK_BY.plusDays(random.nextInt(60));
            var inOrder = Handlings.of(LOOK_BY, events, day);
            Collections.shuffle(events, random);
            assertThat(Handlings.of(LOOK_BY, events, day)).isEqualTo(inOrder);
        }
    }

    @Test
    void fifteenWorkdaysAfterAMondayEndOnAMonday() {
        var calendar = new WorkCalendar(Map.of(), Set.of(2026), WorkCalendar.Weekends.STAY);
        var due = Handlings.due(calendar, LocalDate.of(2026, 3, 2), 15);
        assertThat(due.date()).isEqualTo(LocalDate.of(2026, 3, 23));
        assertThat(due.provisional()).isFalse();
        var later = Handlings.due(calendar, LocalDate.of(2026, 12, 28), 15);
        assertThat(later.provisional()).as("the next year is not announced").isTrue();
    }

    @Test
    void countsThePairsThatBothTextsHave() {
        // 公交 交车 车站 / 公交 交车 车道: two of three are shared, 2 * 2 / 6
        assertThat(Likeness.percent(Likeness.pairs("公交车站"), Likeness.pairs("公交车道"))).isEqualTo(66);
        assertThat(Likeness.percent(Likeness.pairs("公交，车站！"), Likeness.pairs("公交车站")))
                .isEqualTo(100);
        assertThat(Likeness.percent(Likeness.pairs("AB c"), Likeness.pairs("abC"))).isEqualTo(100);
        assertThat(Likeness.percent(Likeness.pairs("。"), Likeness.pairs(""))).isZero();
    }

    @Test
    void aTrackingCodeIsReadWithoutHyphensAndInSmallLetters() {
        var code = TrackingCode.make(new java.security.SecureRandom());
        assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}");
        assertThat(TrackingCode.digest(code.toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .isEqualTo(TrackingCode.digest(code));
        assertThat(TrackingCode.digest("O1L")).isEqualTo(TrackingCode.digest("0i1"));
    }

    private static List<SuggestionEvent> with(List<SuggestionEvent> some, SuggestionEvent more) {
        var all = new ArrayList<>(some);
        all.add(more);
        return all;
    }

    private static SuggestionEvent assigned(int ordinal, String unit, LocalDate due) {
        return event(ordinal, Kind.ASSIGNED, LOOK_BY, unit, due);
    }

    private static SuggestionEvent event(int ordinal, Kind kind, LocalDate on) {
        return event(ordinal, kind, on, "", null);
    }

    private static SuggestionEvent event(
            int ordinal,
            Kind kind,
            LocalDate on,
            String unit,
            @org.jspecify.annotations.Nullable LocalDate due) {
        return new SuggestionEvent(
                new UUID(0, ordinal),
                ordinal,
                kind,
                "office",
                on,
                Instant.EPOCH,
                "text " + ordinal,
                unit,
                "",
                due,
                15,
                false,
                "rule");
    }
}
