package org.tongquan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongquan.HouseTest;
import org.tongquan.identity.Staffing.Done;
import org.tongquan.journal.Entry;
import org.tongquan.journal.Journal;

/// Every change through a door of identity stands in the journal; a refused one does not.
@HouseTest
class JournalledTest {
    @Autowired private ListableBeanFactory beans;
    @Autowired private Journal journal;
    @Autowired private Demonstration demonstration;

    @Test
    void everyChangeOfAPersonStandsInTheJournal() {
        var doors = new ClockedDoors(beans);
        var region = BodiesForTests.REGION;
        var clerk = doors.someone();
        var granted = ((Done) doors.grant(People.OPERATOR, clerk, region, BodiesForTests.OFFICE));
        var session = doors.signedIn(clerk).session();
        var standing = doors.identity.standing(session).orElseThrow();
        doors.identity.actFor(standing, region, BodiesForTests.OFFICE);
        doors.identity.changePassword(standing, clerk.password(), "four-unrelated-words");
        doors.identity.signIn(clerk.login(), "wrong", doors.address);
        doors.identity.signOut(session);
        doors.identity.signOut(session);
        doors.people.unlock(People.OPERATOR, region, clerk.id());
        doors.people.resetPassword(People.OPERATOR, region, clerk.id());
        doors.people.disable(People.OPERATOR, region, clerk.id());
        doors.people.enable(People.OPERATOR, region, clerk.id());
        doors.people.endMembership(People.OPERATOR, region, granted.subject());
        doors.people.endMembership(People.OPERATOR, region, granted.subject());

        assertThat(kinds(clerk.id()))
                .containsExactly(
                        "person-added",
                        "signed-in",
                        "password-changed",
                        "sign-in-refused",
                        "person-unlocked",
                        "password-reset",
                        "person-disabled",
                        "person-enabled");
        assertThat(kinds(granted.subject()))
                .containsExactly("membership-granted", "membership-ended");
        assertThat(kinds(session)).containsExactly("acting-changed", "signed-out");
    }

    @Test
    void aDelegationStandsInTheJournalWithItsGiver() {
        var doors = new ClockedDoors(beans);
        var giver = doors.someone(BodiesForTests.OFFICE);
        var receiver = doors.someone();
        var actor = doors.acting(giver, BodiesForTests.OFFICE);
        var until = doors.clock.instant().plus(Duration.ofDays(3));
        var made = (Done) doors.delegations.delegate(actor, receiver.login(), until);
        doors.delegations.revoke(actor, made.subject());
        assertThat(entries(made.subject()))
                .extracting(Entry::kind, Entry::person)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "delegation-made", giver.id().toString()),
                        org.assertj.core.groups.Tuple.tuple(
                                "delegation-revoked", giver.id().toString()));
    }

    @Test
    void seedingTheSameDemonstrationAgainChangesNothing() {
        var login = "d" + UUID.randomUUID().toString().substring(0, 10);
        var account =
                new Demonstration.Account(
                        login,
                        "演示",
                        "demo-1234567",
                        BodiesForTests.REGION,
                        List.of(BodiesForTests.OFFICE));
        demonstration.seed(List.of(account));
        var doors = new ClockedDoors(beans);
        var person =
                doors.people.list(People.OPERATOR, BodiesForTests.REGION).stream()
                        .map(People.Entry::person)
                        .filter(p -> p.login().equals(login))
                        .findFirst()
                        .orElseThrow();
        assertThat(kinds(person.id())).containsExactly("person-added");
        demonstration.seed(List.of(account));
        assertThat(kinds(person.id())).containsExactly("person-added");
    }

    private List<Entry> entries(UUID subject) {
        return journal.list(Journal.JOB, subject);
    }

    private List<String> kinds(UUID subject) {
        return entries(subject).stream().map(Entry::kind).toList();
    }
}
