package org.tongquan.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import org.tongquan.HouseTest;

@HouseTest
class ErrorsTest {
    private static final String SECRET = FailingPages.SECRET;

    private final HttpClient client = HttpClient.newHttpClient();
    @LocalServerPort private int port;
    @Autowired private Errors errors;

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void anUnknownAddressShowsAPageWithTheWayOutInBothLanguages() throws Exception {
        var chinese = get("/public/no-such-page");
        assertThat(chinese.statusCode()).isEqualTo(404);
        assertThat(chinese.body()).contains("没有找到").contains("href=\"/\"");
        assertThat(get("/public/no-such-page?lang=en").body()).contains("Not found");
    }

    @Test
    void anAddressOrAQuestionThatCannotBeReadIsNoFailureOfTheHouse() throws Exception {
        assertThat(get("/public/failing/number/seven").statusCode()).isEqualTo(404);
        assertThat(get("/public/failing/asked?number=seven").statusCode()).isEqualTo(400);
    }

    @Test
    void aFailureOfTheApiIsAProblemDocument() throws Exception {
        var request = new MockHttpServletRequest("GET", "/api/ledger/7");
        var answer = (ResponseEntity<?>) errors.thrown(new NotFound(), request);
        assertThat(answer.getStatusCode().value()).isEqualTo(404);
        assertThat(answer.getHeaders().getContentType())
                .isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        var problem = (ProblemDetail) answer.getBody();
        assertThat(problem.getTitle()).isEqualTo("没有找到");
        assertThat(problem.getInstance()).hasToString("/api/ledger/7");
    }

    @Test
    void anAddressThatCannotBeReadIsTheAskersFault() throws Exception {
        var request = new MockHttpServletRequest("GET", "/public/no-such-page");
        var fault = new InvalidParameterException("%zz");
        var shown = (ModelAndView) errors.thrown(fault, request);
        assertThat(shown.getStatus().value()).isEqualTo(400);
    }

    @Test
    void aForbiddenThingSaysWhatToDo() throws Exception {
        var answer = get("/public/failing/as/forbidden");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("没有权限").contains("href=\"/sign-in\"");
    }

    @Test
    void everyProblemOfARejectedInputIsListed() throws Exception {
        var answer = get("/public/failing/as/rejected");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("parties.yaml", "第 7 行", "the code is missing", "write six digits")
                .contains("第 9 行", "&lt;b&gt;is no name");
    }

    @Test
    void aBugShowsAReferenceAndNothingOfItsOwnText() throws Exception {
        var answer = get("/public/failing/as/bug");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("查询编号").doesNotContain(SECRET, "Exception");
        var forHtmx = send(request("/public/failing/as/bug").header("HX-Request", "true"));
        assertThat(forHtmx.body()).contains("\"reference\"").doesNotContain(SECRET);
    }

    @Test
    void aFormWithoutItsTokenIsSentBackWithAnExplanation() throws Exception {
        var answer = send(request("/public/failing/upload").POST(BodyPublishers.ofString("a=b")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("页面放得太久了");
    }

    @Test
    void openingAFormsAddressSaysThatItOnlyTakesForms() throws Exception {
        var answer = get("/public/failing/upload");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("不能这样打开");
    }

    @Test
    void aFileBeyondTheLimitIsRefusedWithAPage() throws Exception {
        var large =
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"
                        + "0".repeat(55 * 1024 * 1024)
                        + "\r\n--x--\r\n";
        var answer =
                send(
                        request("/public/failing/upload")
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(BodyPublishers.ofString(large)));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("文件太大");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
