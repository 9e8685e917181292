package org.tongquan.ledger.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tongquan.ledger.hooks.Deliveries.Answer;

/// How long an answer may take, and what is said when there is none.
class SendingTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final Sending sending = new Sending(Duration.ofMillis(500));

    private static HttpRequest request(int port) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).build();
    }

    @Test
    void anAnswerThatNeverEndsIsCutOff() throws Exception {
        var cut = new CountDownLatch(1);
        var server = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    try (var body = exchange.getResponseBody()) {
                        for (int i = 0; i < 600; i++) {
                            body.write('x');
                            body.flush();
                            pause();
                        }
                    } catch (IOException _) {
                        cut.countDown();
                    }
                });
        server.start();
        try {
            var before = Instant.now();
            assertThat(sending.send(request(server.getAddress().getPort())))
                    .isEqualTo(new Answer(0, "timeout"));
            assertThat(Duration.between(before, Instant.now()))
                    .isBetween(Duration.ofMillis(500), Duration.ofSeconds(5));
            assertThat(cut.await(20, TimeUnit.SECONDS)).as("connection closed").isTrue();
        } finally {
            server.stop(0);
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void nobodyThereIsSaidSo() throws Exception {
        int port;
        try (var socket = new java.net.ServerSocket(0, 1, HERE)) {
            port = socket.getLocalPort();
        }
        var patient = new Sending(Duration.ofSeconds(30));
        assertThat(patient.send(request(port))).isEqualTo(new Answer(0, "connect"));
    }
}
