package org.tongquan.ledger.chiefs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// A patrol or visit as it was recorded. Never changed.
///
/// @param on the day somebody went
/// @param who went, by name or number of people; empty where nobody wrote it down
/// @param seen what was seen
/// @param duties which of the duties were looked at
/// @param filedOn the day it was recorded
public record Visit(
        UUID id,
        UUID charge,
        LocalDate on,
        String place,
        By by,
        String who,
        String seen,
        List<String> duties,
        List<Photo> files,
        String body,
        LocalDate filedOn,
        Instant at) {
    public Visit {
        duties = List.copyOf(duties);
        files = List.copyOf(files);
    }

    /// In which part somebody went.
    public enum By {
        CHIEF,
        DEPUTY,
        UNIT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static By of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /// A photo or paper of a visit or an answer, without its content.
    ///
    /// @param of id of the visit or event
    /// @param size in bytes
    /// @param sha256 lower-case hexadecimal
    public record Photo(UUID id, UUID of, String name, String mediaType, int size, String sha256) {}
}
