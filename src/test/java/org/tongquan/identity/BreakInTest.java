package org.tongquan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongquan.HouseTest;
import org.tongquan.identity.Staffing.Done;
import org.tongquan.kernel.Actor;

/// What somebody tries who should not get through.
@HouseTest
class BreakInTest {
    private static final String PASSWORD = "break-in-1234";
    private static final String REGION = BodiesForTests.REGION;

    @LocalServerPort private int port;
    @Autowired private Demonstration demonstration;
    @Autowired private People people;
    @Autowired private Identity identity;
    @Autowired private Delegations delegations;

    @BeforeEach
    void accounts() {
        demonstration.seed(
                List.of(
                        account("break-clerk", BodiesForTests.DEPARTMENT),
                        account("break-other", BodiesForTests.OFFICE),
                        account("break-system", BodiesForTests.SYSTEM),
                        account("break-security", BodiesForTests.SECURITY)));
    }

    private static Demonstration.Account account(String login, String... bodies) {
        return new Demonstration.Account(login, login, PASSWORD, REGION, List.of(bodies));
    }

    @Test
    void aFormWithoutTokenIsRefused() throws Exception {
        try (var clerk = signedIn("break-clerk")) {
            clerk.get("/me");
            var answer = clerk.post("/acting", "", Map.of("body", BodiesForTests.DEPARTMENT));
            assertThat(answer.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void aFormWithTheTokenOfAnotherSessionIsRefused() throws Exception {
        try (var clerk = signedIn("break-clerk");
                var other = signedIn("break-other")) {
            clerk.get("/me");
            other.get("/me");
            var body = Map.of("body", BodiesForTests.DEPARTMENT);
            assertThat(clerk.post("/acting", other.token(), body).statusCode()).isEqualTo(403);
            assertThat(clerk.post("/acting", clerk.token(), body).statusCode()).isEqualTo(302);
        }
    }

    @Test
    void theTokenFromBeforeSignInIsWorthNothingAfterIt() throws Exception {
        try (var clerk = new TestBrowser(port)) {
            clerk.get("/sign-in");
            var before = clerk.token();
            clerk.post("/sign-in", before, Map.of("login", "break-clerk", "password", PASSWORD));
            var answer = clerk.post("/acting", before, Map.of("body", BodiesForTests.DEPARTMENT));
            assertThat(answer.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void aSessionFixedBeforeSignInIsNotTheOneAfterIt() throws Exception {
        try (var victim = new TestBrowser(port);
                var attacker = new TestBrowser(port)) {
            attacker.get("/sign-in");
            var fixed = attacker.cookie("JSESSIONID");
            assertThat(fixed).isNotEmpty();
            victim.setCookie("JSESSIONID", fixed);
            assertThat(victim.signIn("break-clerk", PASSWORD).statusCode()).isEqualTo(302);
            assertThat(victim.cookie("JSESSIONID")).isNotEqualTo(fixed);
            assertThat(attacker.get("/me").statusCode()).isEqualTo(302);
            assertThat(victim.get("/me").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theSessionCookieIsClosedToScriptsAndToOtherSites() throws Exception {
        try (var browser = new TestBrowser(port)) {
            var cookies = browser.get("/sign-in").headers().allValues("Set-Cookie");
            assertThat(cookies)
                    .anyMatch(
                            c ->
                                    c.startsWith("JSESSIONID=")
                                            && c.contains("HttpOnly")
                                            && c.contains("SameSite=Lax"));
        }
    }

    @Test
    void aReaderOfPublicPagesGetsNoSession() throws Exception {
        try (var browser = new TestBrowser(port)) {
            browser.get("/");
            assertThat(browser.cookie("JSESSIONID")).isEmpty();
        }
    }

    @Test
    void aClerkWhoTypesTheAddressOfTheOfficersIsTurnedAway() throws Exception {
        try (var clerk = signedIn("break-clerk")) {
            assertThat(clerk.get("/people").statusCode()).isEqualTo(403);
            assertThat(clerk.get("/security").statusCode()).isEqualTo(403);
            assertThat(clerk.get("/people/" + UUID.randomUUID()).statusCode()).isEqualTo(403);
            clerk.get("/me");
            var added =
                    clerk.post("/people", Map.of("login", "smuggled", "name", "x", "number", ""));
            assertThat(added.statusCode()).isEqualTo(403);
        }
        try (var security = signedIn("break-security")) {
            assertThat(security.get("/people").statusCode()).isEqualTo(403);
            assertThat(security.get("/security").statusCode()).isEqualTo(200);
        }
        try (var system = signedIn("break-system")) {
            assertThat(system.get("/people").statusCode()).isEqualTo(200);
            assertThat(system.get("/security").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void aBodyThatIsNotHeldCannotBeActedFor() throws Exception {
        try (var clerk = signedIn("break-clerk")) {
            clerk.get("/me");
            clerk.post("/acting", Map.of("body", BodiesForTests.SYSTEM));
            assertThat(clerk.get("/people").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void aDisabledPersonIsOutWithTheNextRequest() throws Exception {
        try (var clerk = signedIn("break-clerk")) {
            assertThat(clerk.get("/me").statusCode()).isEqualTo(200);
            var id = person("break-clerk");
            people.disable(People.OPERATOR, REGION, id);
            try {
                assertThat(clerk.get("/me").statusCode()).isEqualTo(302);
                assertThat(clerk.signIn("break-clerk", PASSWORD).statusCode()).isEqualTo(401);
            } finally {
                people.enable(People.OPERATOR, REGION, id);
            }
        }
    }

    @Test
    void anEndedMembershipCountsFromTheNextRequest() throws Exception {
        demonstration.seed(List.of(account("break-leaving", BodiesForTests.SYSTEM)));
        try (var leaving = signedIn("break-leaving")) {
            assertThat(leaving.get("/people").statusCode()).isEqualTo(200);
            var entry = people.find(People.OPERATOR, REGION, person("break-leaving"));
            entry.orElseThrow()
                    .memberships()
                    .forEach(m -> people.endMembership(People.OPERATOR, REGION, m.id()));
            assertThat(leaving.get("/people").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void aRevokedDelegationCountsFromTheNextRequest() throws Exception {
        demonstration.seed(
                List.of(
                        account("break-giver", BodiesForTests.SYSTEM),
                        account("break-taker", new String[0])));
        var giver = person("break-giver");
        Actor actor = identity.actorFor(giver, REGION, BodiesForTests.SYSTEM).orElseThrow();
        var until = java.time.Instant.now().plusSeconds(3_600);
        var lent = (Done) delegations.delegate(actor, "break-taker", until);
        try (var taker = signedIn("break-taker")) {
            assertThat(taker.get("/people").statusCode()).isEqualTo(200);
            delegations.revoke(actor, lent.subject());
            assertThat(taker.get("/people").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void anInitialPasswordOpensTheOwnAccountAlone() throws Exception {
        var login = "i" + UUID.randomUUID().toString().substring(0, 10);
        var added = (Staffing.WithPassword) people.add(People.OPERATOR, REGION, login, "新人", "");
        people.grant(
                People.OPERATOR,
                added.person(),
                REGION,
                BodiesForTests.SYSTEM,
                LocalDate.EPOCH,
                java.util.Optional.empty());
        try (var browser = new TestBrowser(port)) {
            HttpResponse<String> in = browser.signIn(login, added.initialPassword());
            assertThat(in.headers().firstValue("Location")).get().asString().endsWith("/me");
            assertThat(browser.get("/people").statusCode()).isEqualTo(302);
            browser.get("/me");
            var changed =
                    browser.post(
                            "/me/password",
                            Map.of(
                                    "present", added.initialPassword(),
                                    "wished", "quite-another-thing",
                                    "again", "quite-another-thing"));
            assertThat(changed.statusCode()).isEqualTo(302);
            assertThat(browser.get("/people").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aHostileNameStaysText() throws Exception {
        var hostile = "<script>alert(1)</script>\"'&";
        demonstration.seed(
                List.of(
                        new Demonstration.Account(
                                "break-hostile",
                                hostile,
                                PASSWORD,
                                REGION,
                                List.of(BodiesForTests.SYSTEM))));
        try (var browser = signedIn("break-hostile")) {
            for (var page : List.of("/people", "/me", "/people/" + person("break-hostile"))) {
                assertThat(browser.get(page).body())
                        .as(page)
                        .doesNotContain("<script>alert")
                        .contains("&lt;script&gt;alert");
            }
        }
        try (var browser = new TestBrowser(port)) {
            assertThat(browser.signIn("\"><script>alert(1)</script>", "x").body())
                    .doesNotContain("<script>alert");
        }
        demonstration.seed(List.of(account("break-hostile", BodiesForTests.SYSTEM)));
    }

    private TestBrowser signedIn(String login) throws Exception {
        return TestBrowser.signedIn(port, login, PASSWORD);
    }

    private UUID person(String login) {
        return people.list(People.OPERATOR, REGION).stream()
                .map(People.Entry::person)
                .filter(p -> p.login().equals(login))
                .map(Person::id)
                .findFirst()
                .orElseThrow();
    }
}
