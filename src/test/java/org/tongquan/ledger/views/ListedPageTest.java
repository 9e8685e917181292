package org.tongquan.ledger.views;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What of an address is a filter.
class ListedPageTest {
    @Test
    void theSameFilterReadsTheSameInWhateverOrderItWasAsked() {
        assertThat(ListedPage.LEDGER.filter("q=%E6%A1%A5&light=red&after=12%7E370100&party="))
                .isEqualTo("light=red&q=%E6%A1%A5")
                .isEqualTo(ListedPage.LEDGER.filter("light=red&q=%E6%A1%A5"));
    }

    @Test
    void whatAPageDoesNotKnowIsNoPartOfItsFilter() {
        assertThat(ListedPage.BOARD.filter("light=red&party=370100&lang=en"))
                .isEqualTo("party=370100");
        assertThat(ListedPage.CALENDAR.filter("month=2027-03")).isEmpty();
        assertThat(ListedPage.NOTICES.filter("overdue=false&state=closed"))
                .isEqualTo("state=closed");
        assertThat(ListedPage.LEDGER.filter("view=&%&q=%zz")).isEmpty();
    }

    @Test
    void whatIsWrittenHoldsNothingButItsParameters() {
        assertThat(ListedPage.LEDGER.filter("q=a%26party%3D1%23%0D%0A"))
                .isEqualTo("q=a%26party%3D1%23");
    }
}
