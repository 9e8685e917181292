package org.tongquan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@HouseTest
class FirstPageTest {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self';"
                    + " frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

    private final HttpClient client = HttpClient.newHttpClient();
    @LocalServerPort private int port;

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void theEntranceOpensInChineseAndInEnglish() throws Exception {
        assertThat(get("/").body()).contains("lang=\"zh-CN\"").contains("同圈");
        assertThat(get("/?lang=en").body()).contains("lang=\"en\"").contains("Tongquan");
    }

    /// A page, an error page, a page behind the sign-in, files, the interface's description.
    @ParameterizedTest
    @CsvSource({
        "/, 200",
        "/public/no-such-page, 404",
        "/me, 302",
        "/tongquan.css, 200",
        "/icon.svg, 200",
        "/lib/htmx.min.js, 200",
        "/api/anything, 401",
        "/actuator/health, 200"
    })
    void everyAnswerCarriesTheWholePolicyOnce(String path, int status) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().allValues("content-security-policy")).containsExactly(POLICY);
        assertThat(answer.headers().allValues("x-content-type-options")).containsExactly("nosniff");
    }

    @Test
    void healthIsToldToAnybodyWithoutDetails() throws Exception {
        var answer = get("/actuator/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"").doesNotContain("components");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator"})
    void nothingElseOfTheInnerLifeIsTold(String path) throws Exception {
        assertThat(get(path).statusCode()).isNotEqualTo(200);
    }

    private HttpResponse<String> get(String path) throws Exception {
        var uri = URI.create("http://127.0.0.1:" + port + path);
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
