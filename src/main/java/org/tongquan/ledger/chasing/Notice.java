package org.tongquan.ledger.chasing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.Commitment;

/// A notice (督办单): what a unit is to do about one obligation, and by which terms.
///
/// @param serial counts from 1 within region and year
/// @param item the obligation as it read when the notice was issued
/// @param units ids of the responsible bodies; each of them may sign and answer
/// @param issuer the body in whose name it goes out
/// @param text what is demanded
/// @param lastDay last day on which the obligation was in time; `null` when none is set
/// @param body who issued it, the job when it went out by itself
/// @param simulated whether it was issued while made-up reports were kept
public record Notice(
        UUID id,
        String region,
        int year,
        int serial,
        String commitment,
        String party,
        Item item,
        List<String> units,
        String issuer,
        Cause cause,
        String text,
        @Nullable LocalDate lastDay,
        Terms terms,
        String body,
        LocalDate on,
        Instant at,
        boolean simulated) {
    public Notice {
        units = List.copyOf(units);
    }

    /// What a notice is about, in words.
    ///
    /// @param origin chapter and article it stands in
    public record Item(String zh, String en, String origin) {
        static Item of(Commitment commitment) {
            return new Item(
                    commitment.textZh(),
                    commitment.textEn(),
                    (commitment.chapterTitle() + " " + commitment.articleTitle()).strip());
        }
    }

    /// Why it was issued.
    public enum Cause {
        /// A person decided it.
        HAND,
        /// The rule set demands one after so many days.
        OVERDUE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// As it is quoted: year and serial number.
    public String number() {
        return "〔%d〕%d号".formatted(year, serial);
    }

    /// A notice with what happened to it and how it stands.
    public record File(Notice notice, Course course) {}
}
