package org.tongquan.rest;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import tools.jackson.databind.json.JsonMapper;

/// A change that a program may ask for again without its being made twice. The answer is kept in
/// the transaction of the change: after a crash there are both or neither.
///
/// A key belongs to the body, not to the program's own key, so that a retry stays one when that is
/// replaced. Only answers to changes that were made are kept. A refused request changed nothing, so
// it may be
/// mended and sent again under the same key.
@Component
public class Once {
    /// How long a key is remembered.
    public static final Duration KEPT = Duration.ofHours(24);

    public static final int LONGEST_KEY = 200;

    /// Says that an answer was given before.
    public static final String REPLAYED = "Idempotency-Replayed";

    private final Acting acting;
    private final Answers answers;
    private final JsonMapper json;
    private final Clock clock;

    Once(Acting acting, Answers answers, JsonMapper json, Clock clock) {
        this.acting = acting;
        this.answers = answers;
        this.json = json;
        this.clock = clock;
    }

    /// @param location path of what was made, empty when nothing new has one
    /// @param tag version of what was changed, empty when it has none
    public record Made(int status, String location, String tag, Object body) {}

    /// Makes the change, or gives the answer that it was given before.
    ///
    /// @param key as it stands in `Idempotency-Key`
    /// @param request all that decides what is to be done: method, path, content
    /// @throws Rejected when the key is missing, under way, or was used for another request
    public ResponseEntity<byte[]> run(
            Actor actor, @Nullable String key, String request, Supplier<Made> change) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY || !isPlain(key)) {
            throw new Rejected(Trouble.KEY_MISSING);
        }
        var digest = Digest.ofText(request).bytes();
        return acting.as(
                actor,
                () -> {
                    if (!answers.lock(actor, key)) {
                        throw new Rejected(Trouble.UNDER_WAY);
                    }
                    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    answers.forget(now.minus(KEPT));
                    var before = answers.find(actor, key);
                    if (before.isPresent()) {
                        if (!Arrays.equals(before.get().request(), digest)) {
                            throw new Rejected(Trouble.KEY_REUSED);
                        }
                        return answer(before.get(), true);
                    }
                    var made = change.get();
                    var kept =
                            new Answers.Kept(
                                    digest,
                                    made.status(),
                                    made.location(),
                                    made.tag(),
                                    json.writeValueAsBytes(made.body()));
                    answers.add(actor, key, kept, now);
                    return answer(kept, false);
                });
    }

    private static boolean isPlain(String key) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(key)
                && key.chars().noneMatch(Character::isISOControl);
    }

    private static ResponseEntity<byte[]> answer(Answers.Kept kept, boolean again) {
        var answer = ResponseEntity.status(kept.status()).contentType(MediaType.APPLICATION_JSON);
        if (!kept.location().isEmpty()) {
            answer.header(HttpHeaders.LOCATION, kept.location());
        }
        if (!kept.tag().isEmpty()) {
            answer.eTag(kept.tag());
        }
        if (again) {
            answer.header(REPLAYED, "true");
        }
        return answer.body(kept.answer());
    }
}
