package org.tongquan.ledger.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.compact.Compacts;
import org.tongquan.host.Acting;
import org.tongquan.host.Host;
import org.tongquan.host.HouseClock;
import org.tongquan.identity.Identity;
import org.tongquan.identity.People;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.DrivenDoors;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Notification;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;

/// Letters over a real SMTP server: sent once, in the words of the inbox, to those who want them.
@HouseTest
class MailTest {
    private static final String UNIT = "990321/shuili";
    private static final String TO = "clerk@unit.example";

    @Autowired private ApplicationContext house;
    @Autowired private HouseClock clock;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;

    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
        clock.reset();
    }

    private MailSettings settings(int port) {
        return new MailSettings(
                "smtp://127.0.0.1:" + port, "office@ledger.example", "https://ledger.example");
    }

    private MailSettings settings() {
        return settings(server.getSmtp().getPort());
    }

    private Mails mails() {
        return new Mails(
                acting,
                house.getBean(MailRows.class),
                settings(),
                house.getBean(Host.class),
                house.getBean(Journal.class),
                house.getBean(Clock.class));
    }

    private Postman postman() {
        return new Postman(
                acting,
                house.getBean(MailRows.class),
                mails(),
                house.getBean(Identity.class),
                house.getBean(Compacts.class),
                house.getBean(Ledger.class),
                house.getBean(Journal.class),
                house.getBean(Messages.class),
                settings(),
                house.getBean(Clock.class));
    }

    /// Somebody with an account, acting for the unit.
    private Actor person(Basin basin, String login) {
        basin.account(login, UNIT);
        var found =
                house.getBean(People.class)
                        .findByLogin(People.OPERATOR, basin.region(), login)
                        .orElseThrow();
        return house.getBean(Identity.class)
                .actorFor(found.person().id(), basin.region(), UNIT)
                .orElseThrow();
    }

    private static void tell(Basin basin, String key) {
        basin.door(Inbox.class)
                .tell(
                        basin.office(),
                        new Notification(
                                basin.region(),
                                UNIT,
                                key,
                                "chasing.told.urged",
                                List.of(
                                        Notification.text("县城堤防" + key, "the bank " + key),
                                        Notification.partyName("990321"),
                                        Notification.bodyName(basin.office().body())),
                                "/ledger/" + basin.region() + "/y01-county-bank",
                                null));
    }

    @Test
    void aTellingArrivesOnceInChineseWithItsLink() throws Exception {
        var basin = new Basin(house, "basin-mail");
        var clerk = person(basin, "mail-once");
        tell(basin, "before");
        assertThat(mails().choose(clerk, TO, Pace.AT_ONCE, Language.ZH))
                .isInstanceOf(Choosing.Done.class);
        tell(basin, "one");
        postman().round();
        postman().round();
        var received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        var mail = received[0];
        assertThat(mail.getSubject()).startsWith("【同圈】").contains("催办", "县城堤防one");
        assertThat(mail.getContent().toString())
                .contains("县城堤防one")
                .contains("https://ledger.example/ledger/basin-mail/y01-county-bank")
                .doesNotContain("mail-once")
                .doesNotContain("before");
        assertThat(mail.getContentType().toLowerCase(java.util.Locale.ROOT))
                .contains("text/plain")
                .contains("utf-8");
        assertThat(mail.getMessageID()).endsWith("@ledger.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getAllRecipients()[0]).hasToString(TO);
        assertThat(mails().list(clerk)).extracting(Sent::state).containsExactly("sent");
    }

    @Test
    void aDailyLetterHoldsWhatIsUnreadAndComesInTheMorning() throws Exception {
        var basin = new Basin(house, "basin-mail-2");
        var clerk = person(basin, "mail-daily");
        at(LocalDate.now(Ledger.ZONE).plusDays(2), "07:00");
        mails().choose(clerk, TO, Pace.DAILY, Language.EN);
        tell(basin, "one");
        tell(basin, "two");
        tell(basin, "three");
        var inbox = basin.door(Inbox.class);
        var three =
                inbox.list(clerk, false).stream()
                        .filter(t -> t.values().getFirst().contains("three"))
                        .findFirst()
                        .orElseThrow();
        inbox.read(clerk, three.id());
        postman().round();
        assertThat(server.getReceivedMessages()).isEmpty();
        at(LocalDate.now(Ledger.ZONE).plusDays(2), "08:05");
        postman().round();
        tell(basin, "four");
        postman().round();
        var received = server.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).contains("2 new messages");
        assertThat(received[0].getContent().toString())
                .contains("the bank one", "the bank two")
                .doesNotContain("three")
                .doesNotContain("four");
        at(LocalDate.now(Ledger.ZONE).plusDays(3), "08:01");
        postman().round();
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    private void at(LocalDate day, String time) {
        clock.moveTo(day.atTime(LocalTime.parse(time)).atZone(Ledger.ZONE).toInstant());
    }

    @Test
    void whatTheServerDidNotTakeIsTriedAgainLater() {
        var basin = new Basin(house, "basin-mail-3");
        var clerk = person(basin, "mail-later");
        mails().choose(clerk, TO, Pace.AT_ONCE, Language.ZH);
        tell(basin, "one");
        var nobody = new Smtp(settings(1));
        postman().round(nobody);
        postman().round(nobody);
        assertThat(mails().list(clerk))
                .extracting(Sent::state, Sent::attempts, Sent::fault)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("waiting", 1, "unreachable"));
        clock.moveTo(clock.instant().plusSeconds(61));
        postman().round(nobody);
        assertThat(mails().list(clerk).getFirst().attempts()).isEqualTo(2);
        clock.moveTo(clock.instant().plusSeconds(301));
        postman().round();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aProgramKilledWhileSendingSendsNothingTwice() {
        var basin = new Basin(house, "basin-mail-4");
        var clerk = person(basin, "mail-killed");
        mails().choose(clerk, TO, Pace.AT_ONCE, Language.ZH);
        tell(basin, "one");
        var dying =
                new Smtp(settings()) {
                    @Override
                    Answer send(Letter letter, String to, Instant at) {
                        super.send(letter, to, at);
                        throw new StackOverflowError("killed here");
                    }
                };
        assertThatThrownBy(() -> postman().round(dying)).isInstanceOf(StackOverflowError.class);
        clock.moveTo(clock.instant().plusSeconds(100_000));
        postman().round();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(mails().list(clerk).getFirst().state()).isEqualTo("sending");
    }

    @Test
    void whatTheServerRefusesForGoodIsGivenUpAndWhoLeftTheBodyGetsNothing() {
        var basin = new Basin(house, "basin-mail-5");
        var clerk = person(basin, "mail-never");
        mails().choose(clerk, TO, Pace.AT_ONCE, Language.ZH);
        tell(basin, "one");
        var never =
                new Smtp(settings()) {
                    @Override
                    Answer send(Letter letter, String to, Instant at) {
                        return Answer.NEVER;
                    }
                };
        postman().round(never);
        assertThat(mails().list(clerk).getFirst().fault()).isEqualTo("refused");
        tell(basin, "two");
        var people = house.getBean(People.class);
        var entry = people.findByLogin(People.OPERATOR, basin.region(), "mail-never").orElseThrow();
        people.disable(People.OPERATOR, basin.region(), entry.person().id());
        postman().round();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void everyDoorLeavesItsEntryAndTheAddressIsSealed() {
        var basin = new Basin(house, "basin-mail-6");
        var unit = basin.unit(UNIT);
        var mails = mails();
        var doors = new DrivenDoors();
        doors.run("Mails.choose", () -> mails.choose(unit, TO, Pace.NONE, Language.ZH));
        assertThat(doors.run("Mails.own", () -> mails.own(unit)).orElseThrow().address())
                .isEqualTo(TO);
        doors.run("Mails.list", () -> mails.list(unit));
        doors.run("Mails.isOn", mails::isOn);
        doors.requireAll(List.of(Mails.class));
        var kept =
                acting.<byte[]>read(
                        unit,
                        () ->
                                db.sql("select address from ledger.mail_choice")
                                        .query(byte[].class)
                                        .single());
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("clerk");
        assertThat(mails.choose(unit, "a@b\r\nBcc: x@y.z", Pace.AT_ONCE, Language.ZH))
                .isEqualTo(new Choosing.Refused(Choosing.Reason.ADDRESS));
        assertThat(mails.choose(Actor.PUBLIC, TO, Pace.AT_ONCE, Language.ZH))
                .isEqualTo(new Choosing.Refused(Choosing.Reason.NOBODY));
        assertThat(basin.door(Mails.class).choose(unit, TO, Pace.DAILY, Language.ZH))
                .as("an instance without a server")
                .isEqualTo(new Choosing.Refused(Choosing.Reason.OFF));
    }

    @Test
    void nobodyReadsOrChangesAnothersChoiceBySql() {
        var basin = new Basin(house, "basin-mail-7");
        var unit = basin.unit(UNIT);
        mails().choose(unit, TO, Pace.NONE, Language.ZH);
        var colleague = new Actor("x", unit.body(), unit.region(), unit.powers());
        for (var other : List.of(colleague, basin.office(), Actor.job("ledger"), Actor.PUBLIC)) {
            assertThat(count(other, "ledger.mail_choice")).isZero();
            assertThat(count(other, "ledger.mail")).isZero();
            assertThat(changed(other, "update ledger.mail_choice set pace = 'daily'")).isZero();
        }
        var insert =
                """
                insert into ledger.mail (told, person, region, body, next_at)
                select id, '%s', region, body, at from ledger.told limit 1
                """;
        tell(basin, "one");
        assertThatThrownBy(() -> changed(colleague, insert.formatted(unit.person())))
                .isInstanceOf(DataAccessException.class);
    }

    private int count(Actor actor, String table) {
        return acting.<Integer>read(
                actor, () -> db.sql("select count(*) from " + table).query(Integer.class).single());
    }

    private int changed(Actor actor, String sql) {
        return acting.<Integer>as(actor, () -> db.sql(sql).update());
    }
}
