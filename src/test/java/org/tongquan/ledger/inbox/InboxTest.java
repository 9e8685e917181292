package org.tongquan.ledger.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Ids;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.DrivenDoors;

/// The inbox on a real database: told once, read by the body that was told alone.
@HouseTest
class InboxTest {
    private static final String REGION = "basin-inbox";
    private static final Actor JOB = Actor.job("ledger");

    @Autowired private ApplicationContext house;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;
    @Autowired private Inbox inbox;
    @Autowired private Ids ids;

    private Basin basin;
    private Actor own;
    private Actor other;

    @BeforeEach
    void region() {
        basin = new Basin(house, REGION);
        own = basin.unit("990321/shuili");
        other = basin.unit("990200/huanjing");
    }

    private Notification told(String body, String key) {
        return new Notification(
                REGION,
                body,
                key,
                "inbox.unread",
                List.of("7"),
                "/ledger/" + REGION,
                basin.ledger().today());
    }

    private String key() {
        return "test " + ids.next();
    }

    @Test
    void theSameKeyIsToldToABodyOnce() {
        var key = key();
        assertThat(inbox.tell(JOB, told(own.body(), key))).isTrue();
        assertThat(inbox.tell(JOB, told(own.body(), key))).isFalse();
        assertThat(inbox.tell(basin.office(), told(own.body(), key))).isFalse();
        assertThat(inbox.tell(JOB, told(other.body(), key))).as("another body").isTrue();
    }

    @Test
    void whatIsRolledBackWasNotTold() {
        var key = key();
        assertThatThrownBy(
                        () ->
                                acting.run(
                                        JOB,
                                        () -> {
                                            inbox.tell(JOB, told(own.body(), key));
                                            throw new IllegalStateException("killed between");
                                        }))
                .hasMessage("killed between");
        assertThat(inbox.tell(JOB, told(own.body(), key))).isTrue();
    }

    @Test
    void aPersonReadsForItselfAndOnlyWhatItsBodyWasTold() {
        inbox.readAll(own);
        inbox.tell(JOB, told(own.body(), key()));
        inbox.tell(JOB, told(own.body(), key()));
        var colleague = new Actor("colleague", own.body(), REGION, own.powers());
        var first = inbox.list(own, true).getFirst();
        assertThat(inbox.unread(own)).isEqualTo(2);
        assertThat(inbox.read(other, first.id())).as("not another body's").isFalse();
        assertThat(inbox.read(own, first.id())).isTrue();
        assertThat(inbox.read(own, first.id())).as("read before").isFalse();
        assertThat(inbox.unread(own)).isEqualTo(1);
        assertThat(inbox.list(own, false)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(inbox.list(colleague, true)).extracting(Told::id).contains(first.id());
        assertThat(inbox.readAll(own)).isEqualTo(1);
        assertThat(inbox.unread(own)).isZero();
    }

    @Test
    void everyChangeIsInTheJournal() {
        var doors = new DrivenDoors();
        doors.run("Inbox.tell", () -> inbox.tell(JOB, told(own.body(), key())));
        var one = doors.run("Inbox.list", () -> inbox.list(own, true)).getFirst();
        doors.run("Inbox.unread", () -> inbox.unread(own));
        doors.run("Inbox.read", () -> inbox.read(own, one.id()));
        inbox.tell(JOB, told(own.body(), key()));
        doors.run("Inbox.readAll", () -> inbox.readAll(own));
        assertThat(doors.wrote("Inbox.tell")).containsExactly("ledger.told");
        assertThat(doors.wrote("Inbox.readAll")).containsExactly("ledger.told_read");
        doors.requireAll(List.of(Inbox.class));
    }

    @Test
    void nobodyReadsOrChangesAnothersInboxBySql() {
        inbox.tell(JOB, told(own.body(), key()));
        assertThat(count(own)).isPositive();
        for (var stranger : List.of(other, basin.office(), Actor.PUBLIC, JOB)) {
            assertThat(count(stranger)).as(stranger.body()).isZero();
        }
        refused(own, "update ledger.told set href = '/'");
        refused(own, "delete from ledger.told");
        refused(own, insert(REGION, "990200/huanjing", own.person()));
        refused(own, insert("basin-break", own.body(), own.person()));
        refused(Actor.PUBLIC, insert(REGION, "public", "-"));
    }

    private static String insert(String region, String by, String person) {
        return """
        insert into ledger.told (id, region, body, key, message, vals, href, by_body, by_person, at)
        values (gen_random_uuid(), '%s', '990321/shuili', 'x', 'inbox.menu', '{}', '/', '%s', '%s',
            now())
        """
                .formatted(region, by, person);
    }

    private long count(Actor actor) {
        return acting.<Long>as(
                actor, () -> db.sql("select count(*) from ledger.told").query(Long.class).single());
    }

    private void refused(Actor actor, String sql) {
        assertThatThrownBy(() -> acting.as(actor, () -> db.sql(sql).update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void namesAreThoseOfTheReadersLanguage() {
        var sentences =
                new Sentences(
                        (key, values) -> key + List.of(values),
                        id -> "body " + id,
                        id -> "party " + id,
                        (zh, en) -> en);
        var values =
                List.of(
                        Notification.bodyName("a/b"),
                        Notification.partyName("9"),
                        Notification.word("inbox.menu"),
                        Notification.text("中", "en"),
                        "7");
        assertThat(sentences.of("k", values))
                .isEqualTo("k[body a/b, party 9, inbox.menu[], en, 7]");
    }

    @Test
    void aNotificationLeadsIntoThisInstanceAlone() {
        for (var href : List.of("https://example.org", "//example.org", "")) {
            assertThatThrownBy(
                            () ->
                                    new Notification(
                                            REGION, "b", "k", "inbox.menu", List.of(), href, null))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
