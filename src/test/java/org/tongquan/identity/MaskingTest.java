package org.tongquan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongquan.HouseTest;
import org.tongquan.identity.ClockedDoors.Someone;
import org.tongquan.identity.Staffing.WithPassword;

/// A personal number leaves the house masked: on the page of its person, on the officer's page, in
/// the answer to a form that was refused, and in whatever is logged meanwhile.
@HouseTest
@ExtendWith(OutputCaptureExtension.class)
class MaskingTest {
    private static final String NUMBER = "370102188001010374";
    private static final String MASKED = "370*************74";
    private static final String BIRTH = "18800101";
    private static final String WISHED = "four-unrelated-words";

    @LocalServerPort private int port;
    @Autowired private ListableBeanFactory beans;

    @Test
    void neitherPagesNorLogsShowANumber(CapturedOutput output) throws Exception {
        var doors = new ClockedDoors(beans);
        var login = "m" + UUID.randomUUID().toString().substring(0, 10);
        var region = BodiesForTests.REGION;
        var added = (WithPassword) doors.people.add(People.OPERATOR, region, login, "有号码", NUMBER);
        var person = new Someone(added.person(), login, added.initialPassword());
        var officer = doors.someone(BodiesForTests.SYSTEM);
        settle(doors, person);
        settle(doors, officer);
        try (var own = TestBrowser.signedIn(port, login, WISHED);
                var other = TestBrowser.signedIn(port, officer.login(), WISHED)) {
            assertThat(own.get("/me").body()).contains(MASKED).doesNotContain(BIRTH);
            assertThat(other.get("/people/" + person.id()).body())
                    .contains(MASKED)
                    .doesNotContain(BIRTH);
            assertThat(other.get("/people").body()).doesNotContain(BIRTH);
            var again = Map.of("login", login + "x", "name", "同一号码", "number", NUMBER);
            var refused = other.post("/people", again);
            assertThat(refused.statusCode()).isNotEqualTo(302);
            assertThat(other.get("/people?number=" + NUMBER + "9").body()).isNotEmpty();
        }
        assertThat(added.toString()).doesNotContain(NUMBER);
        assertThat(output.getAll()).doesNotContain(NUMBER).doesNotContain(BIRTH);
    }

    private static void settle(ClockedDoors doors, Someone someone) {
        var session = doors.signedIn(someone).session();
        var standing = doors.identity.standing(session).orElseThrow();
        assertThat(doors.identity.changePassword(standing, someone.password(), WISHED))
                .isInstanceOf(PasswordChange.Changed.class);
    }
}
