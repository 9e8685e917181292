package org.tongquan.ledger.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.host.HouseClock;
import org.tongquan.identity.TestBrowser;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Basin;

/// Minutes that were confirmed before documents were kept as OFD.
@HouseTest
class MinutesBeforeOfdTest {
    @LocalServerPort private int port;
    @Autowired private ApplicationContext house;
    @Autowired private HouseClock clock;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void theirPageOffersTheFilesThatThereAreAndNoOther() throws Exception {
        var held = new MeetingTest.Held(new Basin(house, "basin-meet-old"));
        held.begin(clock);
        issuedWithoutOfd(held.office, held.id);
        held.basin.account("meet-old", held.office.body());
        try (var browser = TestBrowser.signedIn(port, "meet-old", Basin.PASSWORD)) {
            var page = browser.get("/meetings/" + held.id).body();
            assertThat(page)
                    .contains("/meetings/" + held.id + ".pdf")
                    .contains("/meetings/" + held.id + ".docx")
                    .doesNotContain("/meetings/" + held.id + ".ofd");
            assertThat(browser.get("/meetings/" + held.id + ".pdf").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void minutesConfirmedTodayOfferAllThree() throws Exception {
        var held = new MeetingTest.Held(new Basin(house, "basin-meet-new"));
        held.decided(clock, held.basin.ledger().today().plusDays(90));
        held.basin.account("meet-new", held.office.body());
        try (var browser = TestBrowser.signedIn(port, "meet-new", Basin.PASSWORD)) {
            assertThat(browser.get("/meetings/" + held.id).body())
                    .contains("/meetings/" + held.id + ".pdf")
                    .contains("/meetings/" + held.id + ".ofd");
            assertThat(browser.get("/meetings/" + held.id + ".ofd").statusCode()).isEqualTo(200);
        }
    }

    /// The row as it was written then.
    private void issuedWithoutOfd(Actor office, UUID meeting) {
        acting.run(
                office,
                () ->
                        db.sql(
                                        """
                                        insert into ledger.meeting_issued
                                            (meeting, region, docx, pdf, sha256, body, person, at)
                                        values (:meeting, :region, 'd', 'p', 's', :body, :person,
                                            now())
                                        """)
                                .param("meeting", meeting)
                                .param("region", office.region())
                                .param("body", office.body())
                                .param("person", office.person())
                                .update());
    }
}
