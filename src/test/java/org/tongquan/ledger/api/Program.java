package org.tongquan.ledger.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.Set;
import org.tongquan.identity.keys.Issuing;
import org.tongquan.identity.keys.Keys;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program of a body, as it asks over HTTP with its key.
final class Program {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final String root;
    private final String token;

    Program(int port, String token) {
        this.root = "http://127.0.0.1:" + port;
        this.token = token;
    }

    /// A program with a key just issued by the region's officer.
    static Program of(int port, Basin basin, String body, Power... powers) {
        return new Program(port, token(basin, body, 6_000, powers));
    }

    static Actor officer(Basin basin) {
        return basin.actor(basin.region() + ":keeper-of-people", Power.MANAGE_PEOPLE);
    }

    static String token(Basin basin, String body, int perMinute, Power... powers) {
        var wish = new Keys.Wish(body, "test", Set.of(powers), today(basin).plusDays(7), perMinute);
        return ((Issuing.Issued) basin.door(Keys.class).issue(officer(basin), wish)).token();
    }

    private static LocalDate today(Basin basin) {
        return basin.ledger().today();
    }

    /// @param headers name, value, name, value
    Answer get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers).GET());
    }

    Answer post(String path, String key, String body, String... headers)
            throws IOException, InterruptedException {
        var request = request(path, headers).header("Content-Type", "application/json");
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return send(request.POST(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(root + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
    }

    record Answer(HttpResponse<String> http) {
        int status() {
            return http.statusCode();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            return JSON.readTree(http.body());
        }

        /// The last part of the problem's type.
        String problem() {
            var type = json().path("type").stringValue("");
            return type.substring(type.indexOf('#') + 1);
        }
    }
}
