package org.tongquan.ledger.hooks;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.hooks.Deliveries.Answer;

/// One request to a body's system. The bound on time is for the whole answer, its body included:
/// the timeout of a request ends with the headers, and a body may be sent byte by byte for ever.
final class Sending {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Duration longest;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /// @param longest from the request to the end of the answer
    Sending(Duration longest) {
        this.longest = longest;
    }

    Answer send(HttpRequest request) {
        var answer = client.sendAsync(request, BodyHandlers.discarding());
        try {
            var whole = answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(whole.statusCode(), "");
        } catch (TimeoutException _) {
            return new Answer(0, "timeout");
        } catch (ExecutionException e) {
            return new Answer(0, fault(e.getCause()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer(0, "broken");
        } finally {
            // closes the connection of an answer that did not end
            answer.cancel(true);
        }
    }

    /// A word for why there was no answer; `hooks.fault.<word>` is its sentence.
    private static String fault(@Nullable Throwable thrown) {
        return switch (thrown) {
            case HttpTimeoutException _ -> "timeout";
            case ConnectException _ -> "connect";
            case SSLException _ -> "tls";
            case null, default -> "broken";
        };
    }
}
