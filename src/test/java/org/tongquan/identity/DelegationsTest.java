package org.tongquan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongquan.HouseTest;
import org.tongquan.identity.Staffing.Done;
import org.tongquan.identity.Staffing.Reason;
import org.tongquan.identity.Staffing.Refused;

@HouseTest
class DelegationsTest {
    @Autowired private ListableBeanFactory beans;
    private ClockedDoors doors;

    @BeforeEach
    void open() {
        doors = new ClockedDoors(beans);
    }

    @Test
    void aDelegationGivesTheBodyUntilItsEndAndNoLonger() {
        var giver = doors.someone(BodiesForTests.OFFICE);
        var receiver = doors.someone(BodiesForTests.DEPARTMENT);
        assertThat(delegate(giver, receiver)).isInstanceOf(Done.class);
        assertThat(doors.bodiesOf(receiver))
                .containsExactly(BodiesForTests.DEPARTMENT, BodiesForTests.OFFICE);
        assertThat(delegate(giver, receiver)).isEqualTo(new Refused(Reason.ALREADY_HELD));
        doors.clock.forward(Duration.ofDays(7));
        assertThat(doors.bodiesOf(receiver)).containsExactly(BodiesForTests.DEPARTMENT);
    }

    @Test
    void aDelegationEndsWithTheGiversOwnMembershipAndAccount() {
        var giver = doors.someone(BodiesForTests.OFFICE);
        var receiver = doors.someone();
        delegate(giver, receiver);
        var region = BodiesForTests.REGION;
        doors.people.disable(People.OPERATOR, region, giver.id());
        assertThat(doors.bodiesOf(receiver)).isEmpty();
        doors.people.enable(People.OPERATOR, region, giver.id());
        assertThat(doors.bodiesOf(receiver)).containsExactly(BodiesForTests.OFFICE);
        var entry = doors.people.find(People.OPERATOR, region, giver.id()).orElseThrow();
        doors.people.endMembership(People.OPERATOR, region, entry.memberships().getFirst().id());
        assertThat(doors.bodiesOf(receiver)).isEmpty();
    }

    @Test
    void onlyWhatOneHoldsOneselfCanBeLent() {
        var giver = doors.someone(BodiesForTests.OFFICE);
        var receiver = doors.someone();
        var third = doors.someone();
        delegate(giver, receiver);
        var lent = doors.acting(receiver, BodiesForTests.OFFICE);
        assertThat(doors.delegations.delegate(lent, third.login(), inAWeek()))
                .isEqualTo(new Refused(Reason.NOT_HELD));
        assertThat(
                        doors.delegations.delegate(
                                doors.acting(giver, BodiesForTests.OFFICE),
                                giver.login(),
                                inAWeek()))
                .isEqualTo(new Refused(Reason.ONESELF));
    }

    @Test
    void theOfficersAreKeptApartAlsoByDelegation() {
        var security = doors.someone(BodiesForTests.SECURITY);
        var audit = doors.someone(BodiesForTests.AUDIT);
        var actor = doors.acting(security, BodiesForTests.SECURITY);
        assertThat(doors.delegations.delegate(actor, audit.login(), inAWeek()))
                .isEqualTo(new Refused(Reason.OFFICERS_KEPT_APART));
        var clerk = doors.someone();
        assertThat(doors.delegations.delegate(actor, clerk.login(), inAWeek()))
                .isInstanceOf(Done.class);
        assertThat(doors.grant(People.OPERATOR, clerk, BodiesForTests.REGION, BodiesForTests.AUDIT))
                .isEqualTo(new Refused(Reason.OFFICERS_KEPT_APART));
    }

    @Test
    void theEndLiesAheadAndWithinNinetyDays() {
        var actor = doors.acting(doors.someone(BodiesForTests.OFFICE), BodiesForTests.OFFICE);
        var receiver = doors.someone();
        var now = doors.clock.instant();
        assertThat(doors.delegations.delegate(actor, receiver.login(), now))
                .isEqualTo(new Refused(Reason.PERIOD_UNFIT));
        assertThat(
                        doors.delegations.delegate(
                                actor, receiver.login(), now.plus(Duration.ofDays(91))))
                .isEqualTo(new Refused(Reason.TOO_LONG));
    }

    @Test
    void theGiverAloneTakesItBack() {
        var giver = doors.someone(BodiesForTests.OFFICE);
        var receiver = doors.someone();
        var delegation = ((Done) delegate(giver, receiver)).subject();
        var lent = doors.acting(receiver, BodiesForTests.OFFICE);
        assertThat(doors.delegations.revoke(lent, delegation))
                .isEqualTo(new Refused(Reason.NOT_FOUND));
        var actor = doors.acting(giver, BodiesForTests.OFFICE);
        assertThat(doors.delegations.list(actor)).hasSize(1);
        assertThat(doors.delegations.revoke(actor, delegation)).isEqualTo(new Done(delegation));
        assertThat(doors.bodiesOf(receiver)).isEmpty();
        assertThat(doors.delegations.list(actor)).isEmpty();
    }

    @Test
    void aPersonOfAnotherRegionReceivesNothing() {
        var giver = doors.someone(BodiesForTests.OFFICE);
        var stranger = doors.someoneOf(BodiesForTests.OTHER_REGION);
        assertThat(delegate(giver, stranger)).isEqualTo(new Refused(Reason.UNKNOWN_PERSON));
        assertThat(
                        doors.identity.actorFor(
                                stranger.id(), BodiesForTests.REGION, BodiesForTests.OFFICE))
                .isEqualTo(Optional.empty());
    }

    private Staffing delegate(ClockedDoors.Someone giver, ClockedDoors.Someone receiver) {
        var actor = doors.acting(giver, BodiesForTests.OFFICE);
        return doors.delegations.delegate(actor, receiver.login(), inAWeek());
    }

    private Instant inAWeek() {
        return doors.clock.instant().plus(Duration.ofDays(7));
    }
}
