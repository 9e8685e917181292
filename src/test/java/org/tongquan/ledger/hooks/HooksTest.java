package org.tongquan.ledger.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.host.HouseClock;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.DrivenDoors;
import org.tongquan.ledger.chasing.Chasing;
import tools.jackson.databind.json.JsonMapper;

/// A body's own system is told what the body is told: signed, again after a failure, and nobody
/// else's.
@HouseTest
class HooksTest {
    private static final String REGION = "basin-hooks";
    private static final String BANK = "y01-county-bank";

    @Autowired private ApplicationContext house;
    @Autowired private Hooks hooks;
    @Autowired private Rounds rounds;
    @Autowired private Chasing chasing;
    @Autowired private HouseClock clock;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;

    private final DrivenDoors doors = new DrivenDoors();
    private Receiver receiver;
    private Basin basin;
    private Actor own;

    @BeforeEach
    void open() {
        receiver = new Receiver();
    }

    @AfterEach
    void close() {
        clock.reset();
        hooks.list(own).forEach(h -> hooks.end(own, h.id()));
        receiver.close();
    }

    private void region(String name) {
        basin = new Basin(house, REGION + name);
        own = basin.unit("990321/shuili");
    }

    /// Sends to the receiver the events of notices alone.
    private Hooking.Made made() {
        return (Hooking.Made) hooks.make(own, receiver.url(), "chasing.");
    }

    private void issue() {
        var target = List.of(new Chasing.Target(BANK, "990321"));
        assertThat(chasing.issue(basin.office(), target, "why").getFirst())
                .isInstanceOf(org.tongquan.ledger.chasing.Handling.Done.class);
    }

    @Test
    void aNoticeReachesTheBodysSystemSigned() throws Exception {
        region("-signed");
        var made = made();
        issue();
        var event = receiver.next();
        var secret = Base64.getDecoder().decode(made.secret().substring("whsec_".length()));
        var at = Instant.ofEpochSecond(Long.parseLong(event.timestamp()));
        assertThat(event.signature())
                .isEqualTo(
                        Seal.of(
                                secret,
                                event.id(),
                                at,
                                event.body().getBytes(StandardCharsets.UTF_8)));
        var json = new JsonMapper().readTree(event.body());
        assertThat(json.path("type").stringValue()).isEqualTo("chasing.issued");
        assertThat(json.at("/data/page").stringValue()).startsWith("/notices/");
        assertThat(json.at("/data/sentenceEn").stringValue()).startsWith("Notice ");
        assertThat("msg_" + json.at("/data/id").stringValue()).isEqualTo(event.id());
    }

    @Test
    void afterAFailureItComesAgainUnderTheSameIdAndARedirectIsNotFollowed() throws Exception {
        region("-again");
        var made = made();
        receiver.answer(500, 302);
        issue();
        var first = receiver.next();
        settled(made.id(), d -> d.status() == 500);
        clock.moveTo(Instant.now().plus(Duration.ofMinutes(1)));
        var second = receiver.next();
        settled(made.id(), d -> d.status() == 302);
        clock.moveTo(Instant.now().plus(Duration.ofMinutes(30)));
        var third = receiver.next();
        assertThat(List.of(second.id(), third.id())).containsOnly(first.id());
        assertThat(third.timestamp()).isNotEqualTo(first.timestamp());
        assertThat(third.body()).isEqualTo(first.body());
        var delivery = settled(made.id());
        assertThat(delivery.state()).isEqualTo(Delivery.State.DELIVERED);
        assertThat(delivery.attempts()).isEqualTo(3);
        assertThat(hooks.again(own, made.id(), delivery.told())).isInstanceOf(Hooking.Done.class);
        assertThat(receiver.next().id()).isEqualTo(first.id());
    }

    /// The delivery once the answer to its attempt is noted.
    private Delivery settled(UUID hook) {
        return settled(hook, d -> d.state() != Delivery.State.WAITING);
    }

    private Delivery settled(UUID hook, Predicate<Delivery> is) {
        var until = Instant.now().plusSeconds(30);
        while (Instant.now().isBefore(until)) {
            var delivery = hooks.deliveries(own, hook).getFirst();
            if (is.test(delivery)) {
                return delivery;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("not settled");
    }

    @Test
    void whatIsGoneIsGivenUpAtOnce() throws Exception {
        region("-gone");
        var made = made();
        receiver.answer(410);
        issue();
        receiver.next();
        var delivery = settled(made.id());
        assertThat(delivery.state()).isEqualTo(Delivery.State.DEAD);
        assertThat(delivery.status()).isEqualTo(410);
    }

    @Test
    void whatWasEndedGetsNothingMoreAndOtherTypesAreNotSent() throws Exception {
        region("-ended");
        var ended = made();
        assertThat(hooks.end(own, ended.id())).isInstanceOf(Hooking.Done.class);
        var other = (Hooking.Made) hooks.make(own, receiver.url(), "planning.");
        issue();
        var live = made();
        chasing.act(
                own,
                chasing.about(own, basin.region(), BANK, "990321").getFirst().notice().id(),
                org.tongquan.ledger.chasing.Step.SIGNED,
                1,
                "");
        assertThat(hooks.deliveries(own, ended.id())).isEmpty();
        assertThat(hooks.deliveries(own, other.id())).isEmpty();
        assertThat(hooks.find(own, live.id())).isPresent();
        assertThat(receiver.isQuiet()).isTrue();
    }

    @Test
    void anotherBodySeesAndChangesNothing() {
        region("-others");
        var made = made();
        var other = basin.unit("990200/huanjing");
        assertThat(hooks.list(other)).isEmpty();
        assertThat(hooks.find(other, made.id())).isEmpty();
        assertThat(hooks.end(other, made.id()))
                .isEqualTo(new Hooking.Refused(Hooking.Reason.NOT_FOUND));
        for (var actor : List.of(other, basin.office(), Actor.job("ledger"), Actor.PUBLIC)) {
            for (var table : List.of("ledger.hook", "ledger.hook_delivery")) {
                int seen =
                        acting.read(
                                actor,
                                () ->
                                        db.sql("select count(*) from " + table)
                                                .query(Integer.class)
                                                .single());
                assertThat(seen).as(actor.body() + " " + table).isZero();
            }
        }
        var steal =
                """
                insert into ledger.hook (id, region, body, url, types, secret, secret_key, made_at,
                    person)
                values (gen_random_uuid(), '%s', '990321/shuili', 'https://8.8.8.8/', '', 'x', 'x',
                    now(), '%s')
                """
                        .formatted(basin.region(), other.person());
        assertThatThrownBy(() -> acting.run(other, () -> db.sql(steal).update()))
                .isInstanceOf(DataAccessException.class);
        var move = "update ledger.hook set url = 'https://8.8.8.8/'";
        assertThatThrownBy(() -> acting.run(own, () -> db.sql(move).update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void anAddressThatCannotBeSentToCountsItsAttemptsAndStopsNoOther() throws Exception {
        region("-broken");
        var id = java.util.UUID.randomUUID();
        var unreadable =
                """
                insert into ledger.hook (id, region, body, url, types, secret, secret_key, made_at,
                    person)
                values ('%s', '%s', '%s', '%s', 'chasing.', 'x', 'x', now(), '%s')
                """
                        .formatted(id, basin.region(), own.body(), receiver.url(), own.person());
        acting.run(own, () -> db.sql(unreadable).update());
        var sound = made();
        issue();
        receiver.next();
        assertThat(settled(sound.id()).state()).isEqualTo(Delivery.State.DELIVERED);
        var broken = settled(id, d -> !d.fault().isEmpty());
        assertThat(broken.fault()).isEqualTo("broken");
        assertThat(broken.attempts()).isPositive();
        assertThat(receiver.isQuiet()).isTrue();
    }

    @Test
    void aBodyThatNoLongerHasAPowerIsSentNothing() {
        region("-past");
        var past = basin.unit("990321/abolished");
        var its = (Hooking.Made) hooks.make(past, receiver.url(), "");
        var live = (Hooking.Made) hooks.make(own, receiver.url(), "");
        rounds.make();
        rounds.make();
        assertThat(hooks.deliveries(past, its.id())).isEmpty();
        assertThat(hooks.deliveries(own, live.id())).isNotEmpty();
        hooks.end(past, its.id());
    }

    @Test
    void twentyWishesAtOnceMakeFiveAddresses() throws Exception {
        region("-at-once");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Hooking> wish = () -> hooks.make(own, receiver.url(), "planning.");
            threads.invokeAll(Collections.nCopies(20, wish));
        }
        assertThat(hooks.list(own)).hasSize(Hooks.MOST);
    }

    @Test
    void unfitWishesAreRefused() {
        region("-unfit");
        assertThat(hooks.make(own, "https://10.0.0.1/", ""))
                .isEqualTo(new Hooking.Refused(Hooking.Reason.ADDRESS));
        assertThat(hooks.make(own, receiver.url(), "Chasing %"))
                .isEqualTo(new Hooking.Refused(Hooking.Reason.TYPES));
        var reader = new Actor("x", "990321/shuili", basin.region(), Set.of());
        assertThat(hooks.make(reader, receiver.url(), ""))
                .isEqualTo(new Hooking.Refused(Hooking.Reason.NOT_ALLOWED));
        for (int i = 0; i < Hooks.MOST; i++) {
            made();
        }
        assertThat(hooks.make(own, receiver.url(), ""))
                .isEqualTo(new Hooking.Refused(Hooking.Reason.TOO_MANY));
    }

    @Test
    void everyChangeIsInTheJournal() throws Exception {
        region("-doors");
        doors.run("Hooks.mayHave", () -> hooks.mayHave(own));
        doors.run("Hooks.type", () -> Hooks.type("chasing.told.issued"));
        var id =
                ((Hooking.Made)
                                doors.run(
                                        "Hooks.make",
                                        () -> hooks.make(own, receiver.url(), "chasing.")))
                        .id();
        assertThat(doors.wrote("Hooks.make")).contains("ledger.hook", "ledger.told");
        issue();
        receiver.next();
        var told = settled(id).told();
        doors.run("Hooks.list", () -> hooks.list(own));
        doors.run("Hooks.find", () -> hooks.find(own, id));
        doors.run("Hooks.deliveries", () -> hooks.deliveries(own, id));
        doors.run("Hooks.again", () -> hooks.again(own, id, told));
        doors.run("Hooks.end", () -> hooks.end(own, id));
        assertThat(hooks.again(own, id, told))
                .as("nothing goes to an address that is no longer in use")
                .isEqualTo(new Hooking.Refused(Hooking.Reason.NOT_FOUND));
        doors.requireAll(List.of(Hooks.class));
    }
}
