package org.tongquan.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody in front of a browser: one connection, signed in or not. Fetches whole pages.
public final class Reader implements AutoCloseable {
    public static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                    .build();
    private final String root;
    private String token = "";

    public Reader(String root) {
        this.root = root;
    }

    public void signIn(String login, String password) throws IOException, InterruptedException {
        token("/sign-in", TOKEN);
        post("/sign-in", Map.of("login", login, "password", password, "_csrf", token));
    }

    /// Takes the token of the forms on a page, for the posts that follow.
    ///
    /// @param pattern finds it as its first group
    public String token(String path, Pattern pattern) throws IOException, InterruptedException {
        var found = pattern.matcher(get(path));
        if (!found.find()) {
            throw new IllegalStateException("no form on " + path);
        }
        token = found.group(1);
        return token;
    }

    /// The one taken last.
    public String token() {
        return token;
    }

    /// Sends a form as a browser does.
    ///
    /// @throws IllegalStateException for any answer but 302
    public int post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        var form =
                fields.entrySet().stream()
                        .map(f -> part(f.getKey()) + "=" + part(f.getValue()))
                        .collect(Collectors.joining("&"));
        var request =
                HttpRequest.newBuilder(URI.create(root + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form));
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 302) {
            throw new IllegalStateException(path + " was refused: " + answer.statusCode());
        }
        return answer.statusCode();
    }

    /// @throws IllegalStateException for any answer but 200
    public String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(root + path));
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    public static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
