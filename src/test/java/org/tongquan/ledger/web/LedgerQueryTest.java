package org.tongquan.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.ledger.Assignment;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.Filter;
import org.tongquan.ledger.Obligation;
import org.tongquan.site.Language;

/// What a list shows when its address sets one filter alone.
@HouseTest
class LedgerQueryTest {
    private static final String REGION = "basin-filters";
    private static final String TEA_OF_THE_COUNTY = "990321/chaye";

    @Autowired private ApplicationContext house;
    private Basin basin;
    private List<Obligation> all;

    @BeforeEach
    void report() {
        basin = new Basin(house, REGION);
        var done = basin.report("y02-brand", "990321", 100);
        basin.ledger().report(basin.unit(TEA_OF_THE_COUNTY), done);
        all = rows(query(null, null, null, null, null, null, null, null, null));
    }

    @Test
    void showsTheRowsThatItNamesAndNoOther() {
        assertThat(all).hasSizeGreaterThan(5);
        var chapter = all.getFirst().chapterTitle();
        shows(
                query(chapter, null, null, null, null, null, null, null, null),
                o -> o.chapterTitle().equals(chapter));
        shows(
                query(null, "990321", null, null, null, null, null, null, null),
                o -> o.party().equals("990321"));
        shows(
                query(null, null, null, "red", null, null, null, null, null),
                o -> o.standing().light().word().equals("red"));
        var category = all.getFirst().category();
        shows(
                query(null, null, null, null, category, null, null, null, null),
                o -> o.category().equals(category));
        shows(
                query(null, null, null, null, null, null, null, "finished", null),
                o -> o.standing().percent() == 100);
    }

    @Test
    void daysAreBothIncluded() {
        var days =
                all.stream().map(o -> o.standing().due()).filter(d -> d != null).sorted().toList();
        var middle = days.get(days.size() / 2);
        shows(
                query(null, null, null, null, null, middle.toString(), null, null, null),
                o -> isNot(o.standing().due(), d -> d.isBefore(middle)));
        shows(
                query(null, null, null, null, null, null, middle.toString(), null, null),
                o -> isNot(o.standing().due(), d -> d.isAfter(middle)));
    }

    @Test
    void aUnitIsOneDepartmentOrThoseOfItsKindInEveryPlace() {
        var one = query(null, null, TEA_OF_THE_COUNTY, null, null, null, null, null, null);
        shows(one, o -> units(o).contains(TEA_OF_THE_COUNTY));
        var kind = query(null, null, "chaye", null, null, null, null, null, null);
        shows(kind, o -> units(o).stream().anyMatch(u -> u.endsWith("/chaye")));
        assertThat(rows(query(null, null, "no-such", null, null, null, null, null, null)))
                .isEmpty();
    }

    private void shows(LedgerQuery query, Predicate<Obligation> which) {
        var expected = all.stream().filter(which).toList();
        assertThat(expected).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(rows(query)).isEqualTo(expected);
    }

    private static boolean isNot(@Nullable LocalDate day, Predicate<LocalDate> excluded) {
        return day != null && !excluded.test(day);
    }

    private Set<String> units(Obligation of) {
        var card = basin.ledger().find(basin.office(), REGION, of.commitment()).orElseThrow();
        return card.assignments().stream()
                .filter(a -> a.party().equals(of.party()))
                .map(Assignment::unit)
                .collect(Collectors.toSet());
    }

    private List<Obligation> rows(LedgerQuery query) {
        Filter filter = query.filter(REGION, basin.door(Names.class).of(REGION, Language.ZH));
        return basin.ledger().list(basin.office(), filter, Obligation.Cursor.START).rows();
    }

    private static LedgerQuery query(
            @Nullable String chapter,
            @Nullable String party,
            @Nullable String unit,
            @Nullable String light,
            @Nullable String category,
            @Nullable String dueFrom,
            @Nullable String dueBy,
            @Nullable String only,
            @Nullable String words) {
        return new LedgerQuery(
                chapter, party, unit, light, category, dueFrom, dueBy, only, words, null);
    }
}
