package org.tongquan.ledger.feed;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing in a calendar.
///
/// @param key what it is about, once and for all
/// @param starts when it begins there; `null` for a whole day
/// @param path where the matter stands, of this instance
public record Entry(
        String key,
        LocalDate on,
        @Nullable LocalTime starts,
        String title,
        String text,
        String place,
        String path) {

    /// The same for the same matter, in every calendar and at every reading.
    String uid() {
        var name = ("tongquan\n" + key).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString();
    }
}
