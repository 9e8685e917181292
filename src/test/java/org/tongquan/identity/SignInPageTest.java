package org.tongquan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongquan.HouseTest;

@HouseTest
class SignInPageTest {
    private static final String PASSWORD = "sign-in-page-1";

    @LocalServerPort private int port;
    @Autowired private Demonstration demonstration;

    @BeforeEach
    void accounts() {
        demonstration.seed(
                List.of(
                        new Demonstration.Account(
                                "page-clerk",
                                "发改委（测试）",
                                PASSWORD,
                                BodiesForTests.REGION,
                                List.of(BodiesForTests.DEPARTMENT, BodiesForTests.OFFICE))));
    }

    @Test
    void theEntranceIsOpenAndAPageLeadsToSignInAndBack() throws Exception {
        try (var browser = new TestBrowser(port)) {
            assertThat(browser.get("/").statusCode()).isEqualTo(200);
            var turned = browser.get("/me");
            assertThat(turned.statusCode()).isEqualTo(302);
            assertThat(turned.headers().firstValue("Location"))
                    .get()
                    .asString()
                    .endsWith("/sign-in");
            var signedIn = browser.signIn("page-clerk", PASSWORD);
            assertThat(signedIn.statusCode()).isEqualTo(302);
            assertThat(signedIn.headers().firstValue("Location")).get().asString().endsWith("/me");
            assertThat(browser.get("/me").statusCode()).isNotEqualTo(302);
        }
    }

    @Test
    void saysTheSameForAWrongPasswordAndAnUnknownLogin() throws Exception {
        try (var browser = new TestBrowser(port)) {
            var wrong = browser.signIn("page-clerk", "not-this-one");
            var unknown = browser.signIn("nobody-here", "not-this-one");
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(unknown.statusCode()).isEqualTo(401);
            assertThat(wrong.body()).contains("登录名或密码不正确");
            assertThat(unknown.body()).contains("登录名或密码不正确");
        }
    }

    @Test
    void theApiAnswersWithAProblemInsteadOfAPage() throws Exception {
        try (var browser = new TestBrowser(port)) {
            var answer = browser.get("/api/anything");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .get()
                    .asString()
                    .startsWith("application/problem+json");
        }
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        try (var browser = TestBrowser.signedIn(port, "page-clerk", PASSWORD)) {
            browser.get("/me");
            assertThat(browser.post("/sign-out", Map.of()).statusCode()).isEqualTo(302);
            assertThat(browser.get("/me").statusCode()).isEqualTo(302);
        }
    }
}
