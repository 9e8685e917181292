package org.tongquan.ledger.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
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
import org.tongquan.ledger.chasing.Chasing;
import org.tongquan.ledger.chasing.Handling;
import org.tongquan.ledger.chasing.Step;
import org.tongquan.ledger.inbox.Sentences;
import org.tongquan.ledger.meeting.Convening;
import org.tongquan.ledger.meeting.Meeting;
import org.tongquan.ledger.meeting.MeetingAnswer;
import org.tongquan.ledger.meeting.Preparing;

/// A calendar address shows what its person sees, to whoever has it, until it ends.
@HouseTest
class FeedTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern ADDRESS = Pattern.compile("http://[^\"]+/feed/[^\"]+\\.ics");
    private static final String BANK = "y01-county-bank";

    @LocalServerPort private int port;
    @Autowired private ApplicationContext house;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;

    private static String made(TestBrowser browser) throws Exception {
        browser.get("/calendar/feed");
        var page = browser.post("/calendar/feed", Map.of()).body();
        var found = ADDRESS.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group();
    }

    private static HttpResponse<String> read(String address, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static List<VEvent> events(String text) throws Exception {
        return new CalendarBuilder().build(new StringReader(text)).getComponents("VEVENT");
    }

    private static String summaries(String text) throws Exception {
        var all = new StringBuilder();
        events(text).forEach(e -> all.append(e.getSummary().getValue()).append('\n'));
        return all.toString();
    }

    private static UUID issued(Basin basin) {
        var target = new Chasing.Target(BANK, "990321");
        var answers = basin.door(Chasing.class).issue(basin.office(), List.of(target), "加快");
        return ((Handling.Done) answers.getFirst()).subject();
    }

    @Test
    void itShowsNoticesAndMeetingsOfTheBodyAndFollowsThem() throws Exception {
        var basin = new Basin(house, "basin-feed");
        var notice = issued(basin);
        var convening = basin.door(Convening.class);
        var wish =
                new Meeting.Wish(
                        "联席会议",
                        basin.ledger().today().plusDays(7),
                        LocalTime.of(9, 0),
                        "一号会议室",
                        "",
                        List.of("990321/shuili"));
        var called = convening.call(basin.office(), "joint", basin.region() + ":council", wish);
        var meeting = ((MeetingAnswer.Done) called).id();
        basin.account("feed-own", "990321/shuili");
        basin.account("feed-other", "990200/huanjing");
        try (var browser = TestBrowser.signedIn(port, "feed-own", Basin.PASSWORD);
                var elsewhere = TestBrowser.signedIn(port, "feed-other", Basin.PASSWORD)) {
            var address = made(browser);
            var first = read(address);
            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(first.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/calendar");
            assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(summaries(first.body())).contains("待签收").doesNotContain("联席会议");
            var point = new Meeting.Point(new UUID(0, 0), Meeting.Origin.OWN, "", "", "研究进度", "");
            basin.door(Preparing.class).agenda(basin.office(), meeting, 1, List.of(point));
            int seq = convening.find(basin.office(), meeting).orElseThrow().meeting().seq();
            assertThat(convening.invite(basin.office(), meeting, seq))
                    .isInstanceOf(MeetingAnswer.Done.class);
            var tag = first.headers().firstValue("ETag").orElseThrow();
            var second = read(address, "If-None-Match", tag);
            assertThat(second.statusCode()).isEqualTo(200);
            assertThat(summaries(second.body())).contains("联席会议");
            basin.door(Chasing.class).act(basin.unit("990321/shuili"), notice, Step.SIGNED, 1, "");
            var third = read(address);
            assertThat(summaries(third.body())).contains("待反馈").doesNotContain("待签收");
            assertThat(uid(third.body(), "待反馈")).isEqualTo(uid(first.body(), "待签收"));
            var now = third.headers().firstValue("ETag").orElseThrow();
            assertThat(read(address, "If-None-Match", now).statusCode()).isEqualTo(304);
            assertThat(summaries(read(address + "?lang=en").body())).contains("answer it");

            assertThat(summaries(read(made(elsewhere)).body()))
                    .as("another city's unit")
                    .doesNotContain("督办单")
                    .doesNotContain("联席会议");
        }
    }

    private static String uid(String text, String title) throws Exception {
        return events(text).stream()
                .filter(e -> e.getSummary().getValue().contains(title))
                .map(e -> e.getUid().orElseThrow().getValue())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAddressThatWasReplacedOrEndedOpensNothing() throws Exception {
        var basin = new Basin(house, "basin-feed-2");
        basin.account("feed-replaced", "990321/shuili");
        try (var browser = TestBrowser.signedIn(port, "feed-replaced", Basin.PASSWORD)) {
            var first = made(browser);
            var second = made(browser);
            assertThat(read(first).statusCode()).isEqualTo(404);
            assertThat(read(second).statusCode()).isEqualTo(200);
            assertThat(browser.get("/calendar/feed").body())
                    .as("it is shown once")
                    .doesNotContain(second.substring(second.length() - 20));
            browser.post("/calendar/feed/end", Map.of());
            assertThat(read(second).statusCode()).isEqualTo(404);
            assertThat(read(second.replaceAll("feed/.*", "feed/x.ics")).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void whoReadsTooOftenWaits() throws Exception {
        var basin = new Basin(house, "basin-feed-3");
        basin.account("feed-often", "990321/shuili");
        try (var browser = TestBrowser.signedIn(port, "feed-often", Basin.PASSWORD)) {
            var address = made(browser);
            HttpResponse<String> last = read(address);
            for (int i = 0; i < Allowance.READS && last.statusCode() == 200; i++) {
                last = read(address);
            }
            assertThat(last.statusCode()).isEqualTo(429);
            assertThat(last.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void everyDoorLeavesItsEntryAndNothingOfTheSecret() {
        var basin = new Basin(house, "basin-feed-4");
        var feeds = basin.door(Feeds.class);
        var agenda = basin.door(Agenda.class);
        var doors = new DrivenDoors();
        var unit = basin.unit("990321/shuili");
        var say = new Sentences((key, values) -> key, b -> b, p -> p, (zh, en) -> zh);
        var token = doors.run("Feeds.renew", () -> feeds.renew(unit)).orElseThrow();
        assertThat(doors.run("Feeds.own", () -> feeds.own(unit))).isPresent();
        assertThat(doors.run("Feeds.recognise", () -> feeds.recognise(token)))
                .as("the actor of a test is nobody with an account")
                .isEmpty();
        var id =
                acting.<UUID>read(
                        unit,
                        () -> db.sql("select id from ledger.feed").query(UUID.class).single());
        doors.run(
                "Feeds.noteRead",
                () -> {
                    feeds.noteRead(new Feeds.Reader(id, unit));
                    return true;
                });
        assertThat(feeds.own(unit).orElseThrow().readAt()).isNotNull();
        doors.run("Agenda.of", () -> agenda.of(unit, say));
        doors.run("Agenda.write", () -> agenda.write(unit, say, ""));
        assertThat(doors.run("Feeds.end", () -> feeds.end(unit))).isTrue();
        doors.requireAll(List.of(Feeds.class, Agenda.class));
        assertThat(feeds.renew(Actor.PUBLIC)).isEmpty();
    }

    @Test
    void nobodyReachesAnothersAddressBySql() {
        var basin = new Basin(house, "basin-feed-5");
        var unit = basin.unit("990321/shuili");
        basin.door(Feeds.class).renew(unit);
        var colleague = new Actor("x", unit.body(), unit.region(), unit.powers());
        for (var other : List.of(colleague, basin.office(), Actor.PUBLIC)) {
            assertThat(changed(other, "update ledger.feed set ended_at = now()")).isZero();
            assertThat(
                            acting.<Integer>read(
                                    other,
                                    () ->
                                            db.sql("select count(*) from ledger.feed")
                                                    .query(Integer.class)
                                                    .single()))
                    .isZero();
        }
        var insert =
                """
                insert into ledger.feed (id, region, body, person, hash, made_at)
                values (gen_random_uuid(), '%s', '990321/shuili', '%s', sha256('x'), '2026-01-01')
                """
                        .formatted(basin.region(), unit.person());
        assertThatThrownBy(() -> changed(colleague, insert))
                .isInstanceOf(DataAccessException.class);
        basin.door(Feeds.class).end(unit);
        assertThatThrownBy(
                        () ->
                                changed(
                                        unit,
                                        "update ledger.feed set ended_at = null where person = '"
                                                + unit.person()
                                                + "'"))
                .hasStackTraceContaining("stays ended");
    }

    private int changed(Actor actor, String sql) {
        return acting.<Integer>as(actor, () -> db.sql(sql).update());
    }
}
