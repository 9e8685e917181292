package org.tongquan.ledger.hooks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A body's own system: takes events and answers as it is told to, otherwise 204.
final class Receiver implements AutoCloseable {
    private static final int WAIT_S = 30;

    private final HttpServer server;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

    /// What arrived.
    record Event(String id, String timestamp, String signature, String body) {}

    Receiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/",
                exchange -> {
                    var headers = exchange.getRequestHeaders();
                    var body = exchange.getRequestBody().readAllBytes();
                    var status = answers.poll();
                    if (status != null && status == 302) {
                        exchange.getResponseHeaders().add("Location", "/elsewhere");
                    }
                    exchange.sendResponseHeaders(status == null ? 204 : status, -1);
                    exchange.close();
                    events.add(
                            new Event(
                                    headers.getFirst("webhook-id"),
                                    headers.getFirst("webhook-timestamp"),
                                    headers.getFirst("webhook-signature"),
                                    new String(body, StandardCharsets.UTF_8)));
                });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
    }

    /// The statuses of the next answers.
    void answer(int... statuses) {
        for (int status : statuses) {
            answers.add(status);
        }
    }

    /// The next event.
    Event next() throws InterruptedException {
        var event = events.poll(WAIT_S, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("nothing arrived");
        }
        return event;
    }

    boolean isQuiet() {
        return events.isEmpty();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
