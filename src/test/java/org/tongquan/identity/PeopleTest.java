package org.tongquan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.host.Vault;
import org.tongquan.identity.Staffing.Done;
import org.tongquan.identity.Staffing.Reason;
import org.tongquan.identity.Staffing.Refused;
import org.tongquan.identity.Staffing.WithPassword;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.CitizenId;
import org.tongquan.kernel.Power;

@HouseTest
class PeopleTest {
    private static final String REGION = BodiesForTests.REGION;

    @Autowired private ListableBeanFactory beans;
    private ClockedDoors doors;
    private Actor officer;

    @BeforeEach
    void open() {
        doors = new ClockedDoors(beans);
        officer = doors.acting(doors.someone(BodiesForTests.SYSTEM), BodiesForTests.SYSTEM);
    }

    @Test
    void theSystemOfficerAddsAPersonGrantsABodyAndEndsIt() {
        var login = "p" + UUID.randomUUID().toString().substring(0, 10);
        var added = doors.people.add(officer, REGION, login.toUpperCase(), "发改委", "");
        assertThat(added).isInstanceOf(WithPassword.class);
        var person = ((WithPassword) added).person();
        assertThat(doors.people.add(officer, REGION, login, "又一个", ""))
                .isEqualTo(new Refused(Reason.LOGIN_TAKEN));
        var granted =
                doors.people.grant(
                        officer,
                        person,
                        REGION,
                        BodiesForTests.DEPARTMENT,
                        doors.today(),
                        Optional.empty());
        assertThat(granted).isInstanceOf(Done.class);
        assertThat(doors.identity.bodiesOf(person)).hasSize(1);
        var membership = ((Done) granted).subject();
        assertThat(doors.people.endMembership(officer, REGION, membership))
                .isEqualTo(new Done(membership));
        assertThat(doors.identity.bodiesOf(person)).isEmpty();
        assertThat(doors.people.endMembership(officer, REGION, membership))
                .isEqualTo(new Refused(Reason.NOT_FOUND));
    }

    @Test
    void aMembershipCountsFromItsFirstToItsLastDay() {
        var clerk = doors.someone();
        var tomorrow = doors.today().plusDays(1);
        doors.people.grant(
                officer,
                clerk.id(),
                REGION,
                BodiesForTests.DEPARTMENT,
                tomorrow,
                Optional.of(tomorrow));
        assertThat(doors.bodiesOf(clerk)).isEmpty();
        doors.clock.forward(Duration.ofDays(1));
        assertThat(doors.bodiesOf(clerk)).containsExactly(BodiesForTests.DEPARTMENT);
        doors.clock.forward(Duration.ofDays(1));
        assertThat(doors.bodiesOf(clerk)).isEmpty();
        assertThat(doors.grant(officer, clerk, REGION, BodiesForTests.DEPARTMENT))
                .isInstanceOf(Done.class);
    }

    @Test
    void theThreeOfficersAreKeptApart() {
        var person = doors.someone(BodiesForTests.SECURITY);
        assertThat(doors.grant(officer, person, REGION, BodiesForTests.AUDIT))
                .isEqualTo(new Refused(Reason.OFFICERS_KEPT_APART));
        assertThat(doors.grant(officer, person, REGION, BodiesForTests.SYSTEM))
                .isEqualTo(new Refused(Reason.OFFICERS_KEPT_APART));
        assertThat(doors.grant(officer, person, REGION, BodiesForTests.OFFICE))
                .isInstanceOf(Done.class);
        // also across regions, which the officer of one cannot see
        var elsewhere = BodiesForTests.OTHER_REGION;
        assertThat(doors.grant(People.OPERATOR, person, elsewhere, BodiesForTests.OTHER_SYSTEM))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theOfficersAreKeptApartAlsoWhereOneIsStillToCome() {
        var person = doors.someone();
        var nextMonth = doors.today().plusDays(30);
        assertThat(
                        doors.people.grant(
                                officer,
                                person.id(),
                                REGION,
                                BodiesForTests.AUDIT,
                                nextMonth,
                                Optional.empty()))
                .isInstanceOf(Done.class);
        assertThat(doors.grant(officer, person, REGION, BodiesForTests.SECURITY))
                .isEqualTo(new Refused(Reason.OFFICERS_KEPT_APART));
    }

    @Test
    void nobodyGrantsToThemself() {
        var self = doors.someone(BodiesForTests.SYSTEM);
        var actor = doors.acting(self, BodiesForTests.SYSTEM);
        assertThat(doors.grant(actor, self, REGION, BodiesForTests.OFFICE))
                .isEqualTo(new Refused(Reason.ONESELF));
    }

    @Test
    void anOfficerOfAnotherRegionReachesNobodyHere() {
        var stranger = doors.someoneOf(BodiesForTests.OTHER_REGION, BodiesForTests.OTHER_SYSTEM);
        var actor =
                doors.identity
                        .actorFor(
                                stranger.id(),
                                BodiesForTests.OTHER_REGION,
                                BodiesForTests.OTHER_SYSTEM)
                        .orElseThrow();
        var clerk = doors.someone(BodiesForTests.DEPARTMENT);
        assertThat(doors.grant(actor, clerk, REGION, BodiesForTests.OFFICE))
                .isEqualTo(new Refused(Reason.NOT_ALLOWED));
        var elsewhere = BodiesForTests.OTHER_REGION;
        assertThat(doors.grant(actor, clerk, elsewhere, BodiesForTests.DEPARTMENT))
                .isEqualTo(new Refused(Reason.UNKNOWN_PERSON));
        assertThat(doors.people.disable(actor, elsewhere, clerk.id()))
                .isEqualTo(new Refused(Reason.UNKNOWN_PERSON));
        assertThat(doors.people.list(actor, elsewhere))
                .noneMatch(e -> e.person().id().equals(clerk.id()));
        assertThat(doors.people.list(actor, REGION)).isEmpty();
    }

    @Test
    void disablingEndsSessionsAndEnablingDoesNotBringThemBack() {
        var clerk = doors.someone(BodiesForTests.DEPARTMENT);
        var session = doors.signedIn(clerk).session();
        doors.clock.forward(Duration.ofSeconds(1));
        assertThat(doors.people.disable(officer, REGION, clerk.id()))
                .isEqualTo(new Done(clerk.id()));
        assertThat(doors.identity.standing(session)).isEmpty();
        assertThat(doors.identity.signIn(clerk.login(), clerk.password(), doors.address))
                .isEqualTo(new SignInOutcome.Refused(SignInOutcome.Reason.DISABLED));
        doors.people.enable(officer, REGION, clerk.id());
        assertThat(doors.identity.standing(session)).isEmpty();
        assertThat(doors.signedIn(clerk)).isNotNull();
    }

    @Test
    void aResetPasswordEndsSessionsAndMustBeChanged() {
        var clerk = doors.someone(BodiesForTests.DEPARTMENT);
        var session = doors.signedIn(clerk).session();
        doors.clock.forward(Duration.ofSeconds(1));
        var reset = (WithPassword) doors.people.resetPassword(officer, REGION, clerk.id());
        assertThat(reset.toString()).doesNotContain(reset.initialPassword());
        assertThat(doors.identity.standing(session)).isEmpty();
        var again = new ClockedDoors.Someone(clerk.id(), clerk.login(), reset.initialPassword());
        assertThat(doors.signedIn(again).mustChange()).isTrue();
    }

    @Test
    void aPersonalNumberIsStoredEncryptedFoundByIndexAndShownMasked() {
        var number = "37010218800101001" + "6";
        var citizen = new CitizenId(number);
        var login = "n" + UUID.randomUUID().toString().substring(0, 10);
        var added = doors.people.add(officer, REGION, login, "有号码", " 37010218800101001６");
        var person = ((WithPassword) added).person();
        assertThat(doors.people.add(officer, REGION, login + "x", "同一号码", number))
                .isEqualTo(new Refused(Reason.NUMBER_TAKEN));
        assertThat(doors.people.add(officer, REGION, login + "y", "错号码", "370102188001010017"))
                .isEqualTo(new Refused(Reason.NUMBER_UNFIT));
        assertThat(doors.people.maskedNumber(officer, person)).contains("370*************16");
        assertThat(doors.people.findByNumber(officer, REGION, citizen)).contains(person);

        var clerk = doors.acting(doors.someone(BodiesForTests.OFFICE), BodiesForTests.OFFICE);
        assertThat(doors.people.maskedNumber(clerk, person)).isEmpty();
        assertThat(doors.people.findByNumber(clerk, REGION, citizen)).isEmpty();
        assertThat(stored(person)).doesNotContain(number).doesNotContain("18800101");
    }

    @Test
    void afterARotationOfKeysNumbersAreFoundAgainOnceRenewed() {
        var citizen = new CitizenId("37010218800101018X");
        var login = "r" + UUID.randomUUID().toString().substring(0, 10);
        var added = doors.people.add(officer, REGION, login, "轮换", citizen.number());
        var person = ((WithPassword) added).person();
        beans.getBean(Vault.class).rotate(Vault.Purpose.BLIND_INDEX);
        beans.getBean(Vault.class).rotate(Vault.Purpose.ENCRYPTION);
        assertThat(doors.people.findByNumber(officer, REGION, citizen)).isEmpty();
        assertThat(doors.people.renewNumbers()).isPositive();
        assertThat(doors.people.findByNumber(officer, REGION, citizen)).contains(person);
        assertThat(doors.people.renewNumbers()).isZero();
    }

    @Test
    void aWithdrawnPowerEndsAtOnce() {
        var clerk = doors.someone(BodiesForTests.OFFICE);
        var session = doors.signedIn(clerk).session();
        assertThat(doors.identity.standing(session).orElseThrow().actor().may(Power.DRAFT))
                .isTrue();
        var membership = doors.people.find(officer, REGION, clerk.id()).orElseThrow().memberships();
        doors.people.endMembership(officer, REGION, membership.getFirst().id());
        var standing = doors.identity.standing(session).orElseThrow();
        assertThat(standing.actor().may(Power.DRAFT)).isFalse();
        assertThat(standing.actor().body()).isEqualTo("person:" + clerk.id());
    }

    private String stored(UUID person) {
        return doors.powered.read(
                People.OPERATOR,
                () ->
                        beans.getBean(JdbcClient.class)
                                .sql(
                                        "select encode(sealed, 'escape') || encode(blind,"
                                                + " 'escape') from identity.personal_number"
                                                + " where person = :p")
                                .param("p", person)
                                .query(String.class)
                                .single());
    }
}
