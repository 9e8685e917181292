package org.tongquan.ledger.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.identity.TestBrowser;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.DrivenDoors;

/// Views are kept, found above the list, shared with the own body and with nobody else.
@HouseTest
class SavedViewsTest {
    @LocalServerPort private int port;
    @Autowired private ApplicationContext house;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;

    private static Actor person(Basin basin, String name, String body) {
        return new Actor(name, body, basin.region(), Set.of());
    }

    private static UUID saved(Saving saving) {
        return ((Saving.Done) saving).id();
    }

    @Test
    void aViewIsKeptSharedChosenAndRemoved() {
        var basin = new Basin(house, "basin-views");
        var views = basin.door(SavedViews.class);
        var doors = new DrivenDoors();
        var mine = person(basin, "wang", "990100/hangdao");
        var page = ListedPage.LEDGER;
        var saving =
                doors.run(
                        "SavedViews.save",
                        () -> views.save(mine, page, " 红灯 ", "light=red&after=9", false));
        var id = saved(saving);
        var listed = doors.run("SavedViews.list", () -> views.list(mine, page));
        assertThat(listed).extracting(SavedView::name).containsExactly("红灯");
        assertThat(listed.getFirst().href()).isEqualTo("/ledger?light=red");
        assertThat(views.list(mine)).hasSize(1);

        doors.run("SavedViews.choose", () -> views.choose(mine, id, true));
        assertThat(doors.run("SavedViews.usual", () -> views.usual(mine, page)))
                .map(SavedView::id)
                .contains(id);
        var colleague = person(basin, "li", "990100/hangdao");
        assertThat(views.list(colleague, page)).isEmpty();
        doors.run("SavedViews.share", () -> views.share(mine, id, true));
        assertThat(views.list(colleague, page)).extracting(SavedView::own).containsExactly(false);
        assertThat(views.usual(colleague, page)).as("chosen by one alone").isEmpty();
        views.choose(colleague, id, true);
        doors.run("SavedViews.remove", () -> views.remove(mine, id));
        assertThat(views.usual(colleague, page)).isEmpty();
        doors.requireAll(List.of(SavedViews.class));
    }

    @Test
    void whatCannotBeKeptIsRefusedWithItsReason() {
        var basin = new Basin(house, "basin-views-2");
        var views = basin.door(SavedViews.class);
        var mine = person(basin, "wang", "990100/hangdao");
        assertThat(views.save(mine, ListedPage.BOARD, " ", "party=1", false))
                .isEqualTo(new Saving.Refused(Saving.Reason.NAME));
        assertThat(views.save(mine, ListedPage.BOARD, "x", "light=red", false))
                .isEqualTo(new Saving.Refused(Saving.Reason.FILTER));
        assertThat(views.save(Actor.PUBLIC, ListedPage.BOARD, "x", "party=1", false))
                .isEqualTo(new Saving.Refused(Saving.Reason.NOBODY));
        for (int i = 0; i < SavedViews.MOST; i++) {
            saved(views.save(mine, ListedPage.BOARD, "n" + i, "party=" + i, false));
        }
        assertThat(views.save(mine, ListedPage.BOARD, "one more", "party=1", false))
                .isEqualTo(new Saving.Refused(Saving.Reason.TOO_MANY));
        saved(views.save(mine, ListedPage.LEDGER, "n0", "party=1", false));
        assertThat(views.save(mine, ListedPage.LEDGER, "n0", "party=2", false))
                .isEqualTo(new Saving.Refused(Saving.Reason.TAKEN));
    }

    @Test
    void nobodyReachesAnothersViewByDoorOrBySql() {
        var basin = new Basin(house, "basin-views-3");
        var views = basin.door(SavedViews.class);
        var mine = person(basin, "wang", "990100/hangdao");
        var id = saved(views.save(mine, ListedPage.LEDGER, "mine", "light=red", false));
        var shared = saved(views.save(mine, ListedPage.LEDGER, "ours", "light=green", true));
        var colleague = person(basin, "li", "990100/hangdao");
        var stranger = person(basin, "wang", "990200/huanjing");
        for (var other : List.of(colleague, stranger)) {
            for (var one : List.of(id, shared)) {
                assertThat(views.remove(other, one)).isInstanceOf(Saving.Refused.class);
                assertThat(views.share(other, one, true)).isInstanceOf(Saving.Refused.class);
            }
            assertThat(views.choose(other, id, true)).isInstanceOf(Saving.Refused.class);
            assertThat(changed(other, "delete from ledger.saved_view")).isZero();
            assertThat(changed(other, "update ledger.saved_view set shared = true")).isZero();
        }
        assertThat(views.list(stranger, ListedPage.LEDGER)).isEmpty();
        var insert =
                """
                insert into ledger.saved_view
                    (id, region, body, person, page, name, query, shared, at)
                values (gen_random_uuid(), '%s', '990100/hangdao', 'wang', 'ledger', 'x', 'q=1',
                    true, '2026-01-01')
                """
                        .formatted(basin.region());
        assertThatThrownBy(() -> changed(stranger, insert)).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> changed(colleague, insert))
                .isInstanceOf(DataAccessException.class);
    }

    private int changed(Actor actor, String sql) {
        return acting.<Integer>as(actor, () -> db.sql(sql).update());
    }

    @Test
    void theRowAboveTheListKeepsTheFilterAndTheUsualViewOpens() throws Exception {
        var basin = new Basin(house, "basin-views-4");
        basin.account("views-clerk", "990100/hangdao");
        try (var browser = TestBrowser.signedIn(port, "views-clerk", Basin.PASSWORD)) {
            assertThat(browser.get("/ledger?light=red").body()).contains("name=\"filter\"");
            var kept =
                    browser.post(
                            "/views",
                            Map.of("page", "ledger", "name", "红灯", "filter", "light=red"));
            assertThat(kept.headers().firstValue("Location").orElse(""))
                    .endsWith("/ledger?light=red");
            assertThat(browser.get("/ledger?light=").body()).contains("href=\"/ledger?light=red\"");
            var page = browser.get("/views").body();
            var id = page.substring(page.indexOf("/views/") + 7).substring(0, 36);
            browser.post("/views/" + id + "/usual", Map.of("usual", "true"));
            var plain = browser.get("/ledger");
            assertThat(plain.statusCode()).isEqualTo(302);
            assertThat(plain.headers().firstValue("Location").orElse(""))
                    .endsWith("/ledger?light=red");
            assertThat(browser.get("/ledger?view=").statusCode()).isEqualTo(200);
            browser.post("/views/" + id + "/removal", Map.of());
            assertThat(browser.get("/ledger").statusCode()).isEqualTo(200);
            for (var other : List.of("/board", "/calendar", "/notices")) {
                assertThat(browser.get(other + "?party=990100").body())
                        .as(other)
                        .contains("name=\"filter\"");
            }
        }
    }
}
