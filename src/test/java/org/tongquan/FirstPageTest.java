package org.tongquan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HouseTest
class FirstPageTest {
    @LocalServerPort private int port;

    @Test
    void theEntranceOpensInChineseAndInEnglish() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            assertThat(body(client, "/")).contains("lang=\"zh-CN\"").contains("同圈");
            assertThat(body(client, "/?lang=en")).contains("lang=\"en\"").contains("Tongquan");
        }
    }

    private String body(HttpClient client, String path) throws Exception {
        var uri = URI.create("http://127.0.0.1:" + port + path);
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }
}
