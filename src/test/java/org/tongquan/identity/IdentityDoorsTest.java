package org.tongquan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongquan.HouseTest;
import org.tongquan.host.Vault;
import org.tongquan.identity.Staffing.Done;
import org.tongquan.identity.Staffing.WithPassword;
import org.tongquan.identity.keys.Issuing;
import org.tongquan.identity.keys.Keys;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.CitizenId;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.DrivenDoors;

/// Goes through every public method of the doors of identity: whoever leaves a row leaves an entry
/// in the journal.
@HouseTest
class IdentityDoorsTest {
    private static final String REGION = BodiesForTests.REGION;
    private static final CitizenId NUMBER = new CitizenId("370102188001010331");

    @Autowired private ListableBeanFactory beans;
    @Autowired private Demonstration demonstration;
    @Autowired private Keys keys;

    private final DrivenDoors driven = new DrivenDoors();

    @Test
    void everyChangeOfPeopleLeavesAnEntry() {
        var doors = new ClockedDoors(beans);
        var people = doors.people;
        var officer = doors.acting(doors.someone(BodiesForTests.SYSTEM), BodiesForTests.SYSTEM);
        var login = "o" + UUID.randomUUID().toString().substring(0, 10);
        var added =
                run("People.add", () -> people.add(officer, REGION, login, "经办", NUMBER.number()));
        var person = ((WithPassword) added).person();
        var granted =
                run(
                        "People.grant",
                        () ->
                                people.grant(
                                        officer,
                                        person,
                                        REGION,
                                        BodiesForTests.OFFICE,
                                        people.today(),
                                        Optional.empty()));
        run("People.today", people::today);
        run("People.list", () -> people.list(officer, REGION));
        run("People.find", () -> people.find(officer, REGION, person));
        run("People.findByLogin", () -> people.findByLogin(officer, REGION, login));
        run("People.bodies", () -> people.bodies(REGION));
        run("People.body", () -> people.body(REGION, BodiesForTests.OFFICE));
        run("People.findByNumber", () -> people.findByNumber(officer, REGION, NUMBER));
        run("People.maskedNumber", () -> people.maskedNumber(officer, person));
        run("People.disable", () -> people.disable(officer, REGION, person));
        run("People.enable", () -> people.enable(officer, REGION, person));
        run("People.unlock", () -> people.unlock(officer, REGION, person));
        run("People.resetPassword", () -> people.resetPassword(officer, REGION, person));
        var membership = ((Done) granted).subject();
        run("People.endMembership", () -> people.endMembership(officer, REGION, membership));
        beans.getBean(Vault.class).rotate(Vault.Purpose.BLIND_INDEX);
        run("People.renewNumbers", people::renewNumbers);
        driven.requireAllWriting(List.of(People.class));
    }

    @Test
    void everySignInAndSessionLeavesAnEntry() {
        var doors = new ClockedDoors(beans);
        var identity = doors.identity;
        var clerk = doors.someone(BodiesForTests.OFFICE, BodiesForTests.DEPARTMENT);
        var signedIn = run("Identity.signIn", () -> doors.signedIn(clerk));
        run("Identity.signIn", () -> identity.signIn(clerk.login(), "wrong", doors.address));
        var session = signedIn.session();
        doors.clock.forward(Duration.ofMinutes(5));
        var standing = run("Identity.standing", () -> identity.standing(session)).orElseThrow();
        var actor = standing.actor();
        run("Identity.actFor", () -> identity.actFor(standing, REGION, BodiesForTests.DEPARTMENT));
        run("Identity.bodiesOf", () -> identity.bodiesOf(clerk.id()));
        run("Identity.actorFor", () -> identity.actorFor(clerk.id(), REGION, actor.body()));
        run("Identity.namesOf", () -> identity.namesOf(List.of(clerk.id())));
        run("Identity.signIns", () -> identity.signIns(actor, Long.MAX_VALUE));
        run("Identity.ownSignIns", () -> identity.ownSignIns(actor, 9));
        var wished = "four-unrelated-words";
        run(
                "Identity.changePassword",
                () -> identity.changePassword(standing, clerk.password(), wished));
        run(
                "Identity.signOut",
                () -> {
                    identity.signOut(session);
                    return session;
                });
        driven.requireAllWriting(List.of(Identity.class));
    }

    @Test
    void everyDelegationLeavesAnEntry() {
        var doors = new ClockedDoors(beans);
        var delegations = doors.delegations;
        var giver = doors.acting(doors.someone(BodiesForTests.OFFICE), BodiesForTests.OFFICE);
        var receiver = doors.someone();
        var until = doors.clock.instant().plus(Duration.ofDays(3));
        var made =
                run(
                        "Delegations.delegate",
                        () -> delegations.delegate(giver, receiver.login(), until));
        run("Delegations.list", () -> delegations.list(giver));
        var id = ((Done) made).subject();
        run("Delegations.revoke", () -> delegations.revoke(giver, id));
        driven.requireAllWriting(List.of(Delegations.class));
    }

    @Test
    void everyDemonstrationAccountLeavesAnEntry() {
        var login = "e" + UUID.randomUUID().toString().substring(0, 10);
        var acts = List.of(BodiesForTests.OFFICE);
        var account = new Demonstration.Account(login, "演示", "demo-1234567", REGION, acts);
        run(
                "Demonstration.seed",
                () -> {
                    demonstration.seed(List.of(account));
                    return login;
                });
        run("Demonstration.accounts", demonstration::accounts);
        driven.requireAllWriting(List.of(Demonstration.class));
    }

    @Test
    void everyKeyOfAProgramLeavesAnEntry() {
        var officer = new Actor("-", BodiesForTests.SYSTEM, REGION, Set.of(Power.MANAGE_PEOPLE));
        var last = new ClockedDoors(beans).people.today().plusDays(9);
        var wish = new Keys.Wish(BodiesForTests.OFFICE, "程序", Set.of(Power.DRAFT), last, 60);
        var issued = run("Keys.issue", () -> keys.issue(officer, wish));
        var key = (Issuing.Issued) issued;
        run("Keys.list", () -> keys.list(officer));
        run("Keys.ofBody", () -> keys.ofBody(officer));
        run("Keys.bodies", () -> keys.bodies(officer));
        run("Keys.body", () -> keys.body(REGION, BodiesForTests.OFFICE));
        assertThat(run("Keys.recognise", () -> keys.recognise(key.token()))).isPresent();
        run("Keys.revoke", () -> keys.revoke(officer, key.id()));
        driven.requireAllWriting(List.of(Keys.class));
    }

    private <T> T run(String method, Supplier<T> work) {
        return driven.run(method, work);
    }
}
