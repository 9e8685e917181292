package org.tongquan.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser without a screen for tests of pages: keeps cookies, sends the form token of the last
/// page, follows no redirect by itself.
public final class TestBrowser implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private static final String BOUNDARY = "tongquan-test-boundary";

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String root;
    private String token = "";

    public TestBrowser(int port) {
        root = "http://127.0.0.1:" + port;
    }

    /// A browser in which this account is signed in.
    public static TestBrowser signedIn(int port, String login, String password)
            throws IOException, InterruptedException {
        var browser = new TestBrowser(port);
        var answer = browser.signIn(login, password);
        if (answer.statusCode() != 302) {
            throw new IllegalStateException(login + " was not let in: " + answer.statusCode());
        }
        return browser;
    }

    public HttpResponse<String> signIn(String login, String password)
            throws IOException, InterruptedException {
        get("/sign-in");
        return post("/sign-in", Map.of("login", login, "password", password));
    }

    public HttpResponse<String> get(String path, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(root + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        var answer = client.send(request.build(), BodyHandlers.ofString());
        var found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        return answer;
    }

    /// A file, byte by byte.
    public HttpResponse<byte[]> file(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(root + path)).build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    /// Sends a form with the token of the last page that had one.
    public HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return post(path, token, fields);
    }

    public HttpResponse<String> post(String path, String token, Map<String, String> fields)
            throws IOException, InterruptedException {
        var form = new java.util.LinkedHashMap<>(fields);
        if (!token.isEmpty()) {
            form.put("_csrf", token);
        }
        var request =
                HttpRequest.newBuilder(URI.create(root + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encode(form)))
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /// Sends one file, its name as given, byte by byte, with the token of the last page.
    public HttpResponse<String> upload(
            String path, Map<String, String> fields, String field, String name, byte[] content)
            throws IOException, InterruptedException {
        var body = new java.io.ByteArrayOutputStream();
        var form = new java.util.LinkedHashMap<>(fields);
        form.put("_csrf", token);
        for (var each : form.entrySet()) {
            var head = "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
            body.writeBytes(
                    head.formatted(BOUNDARY, each.getKey(), each.getValue())
                            .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(
                """
                --%s\r
                Content-Disposition: form-data; name="%s"; filename="%s"\r
                Content-Type: text/plain\r
                \r
                """
                        .formatted(BOUNDARY, field, name)
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var request =
                HttpRequest.newBuilder(URI.create(root + path))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(e -> part(e.getKey()) + "=" + part(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public String token() {
        return token;
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    public void setCookie(String name, String value) {
        var cookie = new java.net.HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setDomain("127.0.0.1");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(root), cookie);
    }

    @Override
    public void close() {
        client.close();
    }
}
