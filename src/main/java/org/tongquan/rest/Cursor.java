package org.tongquan.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongquan.kernel.Digest;

/// Where a list goes on, opaque to who reads it. It belongs to one question: with other filters it
/// is refused instead of skipping rows silently.
public final class Cursor {
    public static final int MOST = 200;
    public static final int USUAL = 50;

    private static final int MARK = 8;
    private static final int LONGEST = 400;

    private Cursor() {}

    /// @param question what the list was asked for, its limit not included
    public static String make(Object question, String place) {
        var text = mark(question) + place;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The address of a request with another cursor: the next page of its list.
    public static String next(HttpServletRequest request, Object question, String place) {
        var address = UriComponentsBuilder.fromPath(request.getRequestURI());
        address.query(request.getQueryString());
        return address.replaceQueryParam("cursor", make(question, place)).build(true).toUriString();
    }

    /// The place that [#make] was given; empty for the beginning.
    ///
    /// @throws Rejected when it was made for another question, or by nobody
    public static Optional<String> read(Object question, @Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        try {
            var text =
                    cursor.length() > LONGEST
                            ? ""
                            : new String(
                                    Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.length() > MARK && text.startsWith(mark(question))) {
                return Optional.of(text.substring(MARK));
            }
        } catch (IllegalArgumentException _) {
            // refused below, like every other text that is none of ours
        }
        throw refused("cursor", "rest.wrong.cursor");
    }

    /// How many rows are asked for.
    ///
    /// @throws Rejected when not between 1 and [#MOST]
    public static int limit(@Nullable Integer asked) {
        int limit = asked == null ? USUAL : asked;
        if (limit < 1 || limit > MOST) {
            throw refused("limit", "rest.wrong.limit", MOST);
        }
        return limit;
    }

    private static Rejected refused(String name, String key, Object... values) {
        var wrong = Wrong.at("parameter:" + name, key, values);
        return new Rejected(Trouble.PARAMETER, "rest.trouble.parameter.text", List.of(wrong));
    }

    private static String mark(Object question) {
        return Digest.ofText(question.toString()).hex().substring(0, MARK);
    }
}
