package org.tongquan.compact.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tongquan.compact.calendar.Terms.Term;
import org.tongquan.compact.calendar.WorkCalendar.TermUnit;
import org.tongquan.kernel.Problem;
import org.tongquan.kernel.Problems;

class TermsTest {
    private final Problems problems = new Problems();

    @Test
    void readsTheColumnsInAnyOrder() {
        var terms =
                Terms.read(
                        "t.csv",
                        "\uFEFFunit,start,n\r\nday,2026-01-20,30\r\n,2026-02-13,5\r\n",
                        problems);
        assertThat(problems.list()).isEmpty();
        assertThat(terms)
                .containsExactly(
                        new Term(LocalDate.of(2026, 1, 20), 30, TermUnit.DAY),
                        new Term(LocalDate.of(2026, 2, 13), 5, TermUnit.WORKDAY));
    }

    @Test
    void reportsEveryBadRowWithItsLine() {
        Terms.read("t.csv", "start,n\n2026-02-30,1\n2026-02-13,0\n\n2026-02-13\nx,y\n", problems);
        assertThat(problems.list()).extracting(Problem::line).containsExactly(2, 3, 5, 6, 6);
    }

    @Test
    void refusesAHeaderWithoutTheNeededColumns() {
        Terms.read("t.csv", "begin,n\n2026-02-13,1\n", problems);
        assertThat(problems.list())
                .extracting(Problem::what)
                .containsExactly("unknown column 'begin'", "the column 'start' must stand once");
    }

    @Test
    void refusesAnEmptyTable() {
        Terms.read("t.csv", "", problems);
        assertThat(problems.list()).extracting(Problem::what).containsExactly("the table is empty");
    }
}
