package org.tongquan.ledger.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Resolved;
import org.tongquan.host.HouseClock;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.chasing.Chasing;
import org.tongquan.ledger.chasing.Handling;
import org.tongquan.ledger.matter.Alerting;
import org.tongquan.ledger.rehearsing.Said;
import org.tongquan.ledger.suggesting.NewSuggestion;
import org.tongquan.ledger.suggesting.Submission;
import org.tongquan.ledger.suggesting.Suggesting;
import org.tongquan.ledger.suggesting.Visit;

/// Chasing and terms under rules that are not in force, over the facts that are kept.
@HouseTest
class RehearsingTest {
    private static final LocalDate FROM = LocalDate.of(2025, 7, 1);
    private static final LocalDate TO = LocalDate.of(2026, 6, 30);
    private static final String BANK = "y01-county-bank";
    private static final String COUNTY = "990321";

    /// Reminds once, issues notices late, climbs no ladder within the period.
    private static final String SLOW =
            """
            chasing:
              - id: chasing-slow
                valid-from: 2020-01-01
                remind-before: [7]
                notice-after: 20
                sign-within: 9
                answer-within: 5
                review-within: 5
                rectify-within: 15
                ladder:
                  - {after: 900, to: office}
                verified: false

            suggestions:
              - id: suggestions-slow
                valid-from: 2020-01-01
                moderate-within: 30
                answer-within: 40
                verified: false

            bodies:
            """;

    @Autowired private ApplicationContext house;
    @Autowired private HouseClock clock;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    /// The same text with the slow rules, in force long after the period.
    private Resolved slow(Basin basin) {
        basin.adopt(
                Map.of(
                        "version: \"2025.1\"",
                        "version: \"slow\"",
                        "valid-from: 2025-03-01",
                        "valid-from: 2030-01-01",
                        "\nbodies:\n",
                        "\n" + SLOW));
        return house.getBean(Compacts.class).find(basin.region(), "slow").orElseThrow();
    }

    @Test
    void chasingIsRunDayByDayUnderBothVersions() {
        var basin = new Basin(house, "basin-if-chase");
        var rules = basin.door(WhatIf.class).compare(basin.office(), slow(basin), FROM, TO).rules();
        var bank =
                rules.other().stream()
                        .filter(o -> o.party().equals(COUNTY) && o.subject().startsWith(BANK + " "))
                        .toList();
        // due on 2025-12-31: reminded 30, 7 and 1 days before; of these the slow rule has one
        assertThat(bank)
                .filteredOn(o -> o.what() == Said.What.REMINDER)
                .extracting(Outcome.Other::was)
                .containsExactlyInAnyOrder("2025-12-01", "2025-12-30");
        assertThat(bank)
                .filteredOn(o -> o.what() == Said.What.NOTICE)
                .singleElement()
                .satisfies(
                        o -> {
                            assertThat(o.was()).isEqualTo("2026-01-01");
                            assertThat(o.would()).isEqualTo("2026-01-20");
                        });
        assertThat(bank)
                .filteredOn(o -> o.what() == Said.What.ESCALATION)
                .extracting(Outcome.Other::was)
                .containsExactlyInAnyOrder("2026-01-10", "2026-01-30", "2026-03-01");
        assertThat(bank)
                .as("the last day and the day after are the same")
                .noneMatch(o -> o.what() == Said.What.DUE || o.what() == Said.What.OVERDUE);
        assertThat(rules.counts())
                .filteredOn(c -> c.what() == Said.What.DUE)
                .singleElement()
                .satisfies(c -> assertThat(c.was()).isPositive().isEqualTo(c.would()));
        assertThat(rules.others()).isEqualTo(rules.other().size());
    }

    @Test
    void termsOfNoticesAndSuggestionsFollowTheRuleOfTheVersion() {
        var basin = new Basin(house, "basin-if-terms");
        var today = basin.ledger().today();
        var target = new Chasing.Target(BANK, COUNTY);
        var issued = basin.door(Chasing.class).issue(basin.office(), List.of(target), "why");
        assertThat(issued.getFirst()).isInstanceOf(Handling.Done.class);
        suggest(basin);
        var rules =
                basin.door(WhatIf.class)
                        .compare(basin.office(), slow(basin), today.minusDays(1), today)
                        .rules();
        assertThat(rules.other())
                .extracting(Outcome.Other::what)
                .contains(Said.What.NOTICE_TERM, Said.What.SUGGESTION_TERM);
        assertThat(rules.other())
                .filteredOn(
                        o ->
                                o.what() == Said.What.NOTICE_TERM
                                        || o.what() == Said.What.SUGGESTION_TERM)
                .allMatch(o -> LocalDate.parse(o.was()).isBefore(LocalDate.parse(o.would())));
    }

    @Test
    void theTermsThatWereToldAreThoseThatWere() {
        var basin = new Basin(house, "basin-if-told");
        var today = basin.ledger().today();
        var office = basin.office();
        var chasing = basin.door(Chasing.class);
        var issued = chasing.issue(office, List.of(new Chasing.Target(BANK, COUNTY)), "why");
        var notice = chasing.find(office, ((Handling.Done) issued.getFirst()).subject());
        var alerting = basin.door(Alerting.class);
        var report = new Alerting.Report(alerting.open(), "管涌", "堤脚出现管涌", "", true, List.of());
        alerting.report(basin.unit("990321/shuili"), report);
        var matter = alerting.list(office, true).getFirst();
        var version = house.getBean(Compacts.class).inForce(basin.region(), today).orElseThrow();
        var trial =
                new org.tongquan.ledger.rehearsing.Trial(
                        office,
                        basin.region(),
                        day -> java.util.Optional.of(version),
                        house.getBean(Compacts.class).calendar(basin.region(), today).orElseThrow(),
                        today,
                        today);
        var said =
                house
                        .getBeansOfType(org.tongquan.ledger.rehearsing.Rehearsed.class)
                        .values()
                        .stream()
                        .flatMap(area -> area.under(trial).stream())
                        .toList();
        assertThat(said)
                .filteredOn(s -> s.what() == Said.What.NOTICE_TERM)
                .extracting(Said::says)
                .containsExactly(String.valueOf(notice.orElseThrow().course().due()));
        assertThat(said)
                .filteredOn(s -> s.what() == Said.What.MATTER_TERM)
                .extracting(Said::says)
                .containsExactly(String.valueOf(matter.course().due()));
    }

    private void suggest(Basin basin) {
        var suggesting = basin.door(Suggesting.class);
        var category =
                house.getBean(Compacts.class)
                        .inForce(basin.region(), basin.ledger().today())
                        .orElseThrow()
                        .categories()
                        .getFirst()
                        .id();
        var sent = new NewSuggestion(category, "在河岸增设夜间照明", "夜间行人多，请增设照明。", "");
        var form = suggesting.open();
        clock.moveTo(clock.instant().plusSeconds(60));
        var visit = new Visit("rehearsal", form, "", true);
        assertThat(suggesting.submit(Actor.PUBLIC, basin.region(), sent, visit))
                .isInstanceOf(Submission.Filed.class);
    }
}
