package org.tongquan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongquan.HouseTest;
import org.tongquan.identity.SignInOutcome.Reason;
import org.tongquan.identity.SignInOutcome.Refused;
import org.tongquan.identity.SignInOutcome.SignedIn;
import org.tongquan.kernel.Power;

@HouseTest
class IdentityTest {
    @Autowired private ListableBeanFactory beans;
    private ClockedDoors doors;

    @BeforeEach
    void open() {
        doors = new ClockedDoors(beans);
    }

    @Test
    void theStandingOfASessionCarriesBodyAndPowersOfTheCompact() {
        var clerk = doors.someone(BodiesForTests.DEPARTMENT, BodiesForTests.OFFICE);
        var session = doors.signedIn(clerk).session();
        var standing = doors.identity.standing(session).orElseThrow();
        assertThat(standing.actor().body()).isEqualTo(BodiesForTests.DEPARTMENT);
        assertThat(standing.actor().region()).isEqualTo(BodiesForTests.REGION);
        assertThat(standing.actor().powers()).containsExactly(Power.REPORT_PROGRESS);
        assertThat(standing.held()).hasSize(2);
        assertThat(standing.mustChange()).isTrue();

        assertThat(doors.identity.actFor(standing, BodiesForTests.REGION, BodiesForTests.OFFICE))
                .isTrue();
        assertThat(doors.identity.actFor(standing, BodiesForTests.REGION, BodiesForTests.AUDIT))
                .isFalse();
        assertThat(doors.identity.standing(session).orElseThrow().actor().body())
                .isEqualTo(BodiesForTests.OFFICE);
        // the next session goes on with the body of the last one
        var next = doors.signedIn(clerk).session();
        assertThat(doors.identity.standing(next).orElseThrow().actor().body())
                .isEqualTo(BodiesForTests.OFFICE);
    }

    @Test
    void aPersonWithoutAnyBodyActsForThemselfWithoutPowers() {
        var nobody = doors.someone();
        var standing = doors.identity.standing(doors.signedIn(nobody).session()).orElseThrow();
        assertThat(standing.actor().body()).isEqualTo("person:" + nobody.id());
        assertThat(standing.actor().powers()).isEmpty();
    }

    @Test
    void theFifthWrongPasswordLocksForFifteenMinutes() {
        var clerk = doors.someone(BodiesForTests.DEPARTMENT);
        for (int i = 0; i < 5; i++) {
            assertThat(wrong(clerk)).isEqualTo(new Refused(Reason.WRONG));
        }
        assertThat(right(clerk)).isEqualTo(new Refused(Reason.LOCKED));
        doors.clock.forward(Duration.ofMinutes(14));
        assertThat(right(clerk)).isEqualTo(new Refused(Reason.LOCKED));
        doors.clock.forward(Duration.ofMinutes(2));
        assertThat(right(clerk)).isInstanceOf(SignedIn.class);
    }

    @Test
    void aRightPasswordForgetsTheWrongOnesBefore() {
        var clerk = doors.someone(BodiesForTests.DEPARTMENT);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                assertThat(wrong(clerk)).isEqualTo(new Refused(Reason.WRONG));
            }
            assertThat(right(clerk)).isInstanceOf(SignedIn.class);
        }
    }

    @Test
    void attemptsAtTheSameTimeTryNoMorePasswordsThanOneAfterTheOther() throws Exception {
        var clerk = doors.someone(BodiesForTests.DEPARTMENT);
        var attempts = new ArrayList<Callable<SignInOutcome>>();
        for (int i = 0; i < 12; i++) {
            attempts.add(() -> wrong(clerk));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long looked = 0;
            for (var answer : threads.invokeAll(attempts)) {
                looked += answer.get().equals(new Refused(Reason.WRONG)) ? 1 : 0;
            }
            assertThat(looked).isLessThanOrEqualTo(5);
        }
        assertThat(right(clerk)).isEqualTo(new Refused(Reason.LOCKED));
    }

    @Test
    void anUnknownLoginTakesAsLongAsAWrongPassword() {
        var clerk = doors.someone(BodiesForTests.DEPARTMENT);
        long known = 0;
        long unknown = 0;
        for (int i = 0; i < 4; i++) {
            long began = System.nanoTime();
            wrong(clerk);
            known += System.nanoTime() - began;
            began = System.nanoTime();
            doors.identity.signIn("no-such-login", "wrong-password", doors.address);
            unknown += System.nanoTime() - began;
        }
        assertThat((double) unknown / known).isBetween(0.4, 2.5);
    }

    @Test
    void anAddressWithThirtyFailuresWaitsWhateverItSends() {
        var address = "thirty " + doors.address;
        for (int i = 0; i < 30; i++) {
            doors.identity.signIn("x" + UUID.randomUUID().toString().substring(0, 8), "", address);
        }
        var clerk = doors.someone(BodiesForTests.DEPARTMENT);
        assertThat(doors.identity.signIn(clerk.login(), clerk.password(), address))
                .isEqualTo(new Refused(Reason.TOO_MANY));
        assertThat(doors.identity.signIn(clerk.login(), clerk.password(), address))
                .isEqualTo(new Refused(Reason.TOO_MANY));
        assertThat(right(clerk)).isInstanceOf(SignedIn.class);
        doors.clock.forward(Duration.ofMinutes(11));
        assertThat(doors.identity.signIn(clerk.login(), clerk.password(), address))
                .isInstanceOf(SignedIn.class);
    }

    @Test
    void theSixthSessionEndsTheOldest() {
        var clerk = doors.someone(BodiesForTests.DEPARTMENT);
        var sessions = new ArrayList<UUID>();
        for (int i = 0; i < 6; i++) {
            doors.clock.forward(Duration.ofSeconds(1));
            sessions.add(doors.signedIn(clerk).session());
        }
        assertThat(doors.identity.standing(sessions.getFirst())).isEmpty();
        for (var session : sessions.subList(1, 6)) {
            assertThat(doors.identity.standing(session)).isPresent();
        }
    }

    @Test
    void aSessionEndsUnusedAfterThirtyMinutesAndUsedAfterTwelveHours() {
        var clerk = doors.someone(BodiesForTests.DEPARTMENT);
        var idle = doors.signedIn(clerk).session();
        doors.clock.forward(Duration.ofMinutes(31));
        assertThat(doors.identity.standing(idle)).isEmpty();

        var used = doors.signedIn(clerk).session();
        for (int i = 0; i < 35; i++) {
            doors.clock.forward(Duration.ofMinutes(20));
            assertThat(doors.identity.standing(used)).isPresent();
        }
        doors.clock.forward(Duration.ofMinutes(20));
        assertThat(doors.identity.standing(used)).isEmpty();
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndTheOldPassword() {
        var clerk = doors.someone(BodiesForTests.DEPARTMENT);
        var other = doors.signedIn(clerk).session();
        var own = doors.signedIn(clerk).session();
        var standing = doors.identity.standing(own).orElseThrow();
        assertThat(doors.identity.changePassword(standing, "not it", "four-unrelated-words"))
                .isEqualTo(new PasswordChange.Refused(PasswordChange.Reason.WRONG));
        assertThat(doors.identity.changePassword(standing, clerk.password(), "short"))
                .isEqualTo(new PasswordChange.Refused(PasswordChange.Reason.TOO_SHORT));
        assertThat(
                        doors.identity.changePassword(
                                standing, clerk.password(), "four-unrelated-words"))
                .isEqualTo(new PasswordChange.Changed());
        assertThat(doors.identity.standing(own).orElseThrow().mustChange()).isFalse();
        assertThat(doors.identity.standing(other)).isEmpty();
        assertThat(right(clerk)).isEqualTo(new Refused(Reason.WRONG));
    }

    @Test
    void theAuditKeepsEveryAttemptAndMasksLoginsThatDoNotExist() {
        var clerk = doors.someone(BodiesForTests.DEPARTMENT);
        var officer = doors.someone(BodiesForTests.SECURITY);
        wrong(clerk);
        right(clerk);
        doors.identity.signIn("MySecretPassword!", "", doors.address);
        var security = doors.acting(officer, BodiesForTests.SECURITY);
        var audit = doors.identity.signIns(security, Long.MAX_VALUE);
        assertThat(audit.get(0).login()).isEqualTo("M…(17)");
        assertThat(audit.get(1).login()).isEqualTo(clerk.login());
        assertThat(audit.get(1).refusal()).isEmpty();
        assertThat(audit.get(2).refusal()).contains(Reason.WRONG);

        var office = doors.acting(clerk, BodiesForTests.DEPARTMENT);
        assertThat(doors.identity.signIns(office, Long.MAX_VALUE)).isEmpty();
        assertThat(doors.identity.ownSignIns(office, 10)).hasSize(2);
    }

    @Test
    void theSecurityOfficerOfAnotherRegionSeesNoSignInOfThisOne() {
        var clerk = doors.someone(BodiesForTests.DEPARTMENT);
        right(clerk);
        var stranger = doors.someoneOf(BodiesForTests.OTHER_REGION, BodiesForTests.OTHER_SECURITY);
        var actor =
                doors.identity
                        .actorFor(
                                stranger.id(),
                                BodiesForTests.OTHER_REGION,
                                BodiesForTests.OTHER_SECURITY)
                        .orElseThrow();
        assertThat(doors.identity.signIns(actor, Long.MAX_VALUE))
                .noneMatch(s -> s.login().equals(clerk.login()));
    }

    private SignInOutcome wrong(ClockedDoors.Someone someone) {
        return doors.identity.signIn(someone.login(), "wrong-password", doors.address);
    }

    private SignInOutcome right(ClockedDoors.Someone someone) {
        return doors.identity.signIn(someone.login(), someone.password(), "right " + doors.address);
    }
}
