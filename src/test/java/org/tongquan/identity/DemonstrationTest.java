package org.tongquan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongquan.HouseTest;
import org.tongquan.host.TestHost;
import org.tongquan.identity.SignInOutcome.Reason;
import org.tongquan.identity.SignInOutcome.Refused;
import org.tongquan.identity.SignInOutcome.SignedIn;
import org.tongquan.kernel.Ids;

/// An account whose password everybody may read ends with the address that only this machine
/// reaches: the same data, started again on 0.0.0.0, let nobody in by it.
@HouseTest
class DemonstrationTest {
    private static final String PASSWORD = "demo-1234567";

    @Autowired private ListableBeanFactory beans;
    @Autowired private Demonstration demonstration;

    private final String login = "d" + UUID.randomUUID().toString().substring(0, 10);
    private final Demonstration.Account account =
            new Demonstration.Account(
                    login, "演示", PASSWORD, BodiesForTests.REGION, List.of(BodiesForTests.OFFICE));

    @BeforeEach
    void seed() {
        demonstration.seed(List.of(account));
    }

    @Test
    void anAccountOfALocalStartLetsNobodyInOnceTheAddressIsOpen() {
        var local = new ClockedDoors(beans);
        var open = new ClockedDoors(beans, TestHost.boundTo("0.0.0.0"));
        assertThat(local.identity.signIn(login, PASSWORD, local.address))
                .isInstanceOf(SignedIn.class);
        assertThat(open.identity.signIn(login, PASSWORD, open.address))
                .isEqualTo(new Refused(Reason.DISABLED));
    }

    @Test
    void aSessionBegunThereEndsWithTheRestart() {
        var local = new ClockedDoors(beans);
        var session = ((SignedIn) local.identity.signIn(login, PASSWORD, local.address)).session();
        assertThat(local.identity.standing(session)).isPresent();
        var open = new ClockedDoors(beans, TestHost.boundTo("0.0.0.0"));
        assertThat(open.identity.standing(session)).isEmpty();
    }

    @Test
    void noneIsMadeWhereTheAddressIsOpen() {
        var clock = new SettableClock();
        var open =
                new Demonstration(
                        TestHost.boundTo("0.0.0.0"),
                        beans.getBean(Powered.class),
                        beans.getBean(Persons.class),
                        beans.getBean(Memberships.class),
                        beans.getBean(Bodies.class),
                        beans.getBean(Holdings.class),
                        beans.getBean(Passwords.class),
                        beans.getBean(Recording.class),
                        beans.getBean(IdentityParts.IDS, Ids.class),
                        clock);
        assertThatThrownBy(() -> open.seed(List.of(account)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(open.accounts()).as("none to show on the sign-in page").isEmpty();
    }
}
