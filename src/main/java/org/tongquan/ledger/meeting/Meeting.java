package org.tongquan.ledger.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A meeting as it was called, with its last sheet.
///
/// @param serial counts from 1 within region and year
/// @param sitting what kind of meeting it is, by the compact's rule
/// @param meets the body that meets
/// @param body who called it and writes its minutes
/// @param simulated whether it was called while made-up reports were kept
/// @param sheet how it stands
public record Meeting(
        UUID id,
        String region,
        int year,
        int serial,
        Sitting sitting,
        String meets,
        String body,
        boolean simulated,
        Step.State state,
        Sheet sheet) {

    /// The kind of a meeting as the rule gave it when it was called.
    ///
    /// @param word the rule's word for it
    /// @param rule id of the rule set
    /// @param calls power of the body that calls it
    /// @param confirms power of the body that confirms its minutes
    public record Sitting(
            String word,
            String zh,
            String en,
            String rule,
            String calls,
            String confirms,
            int answerWithin,
            int minutesWithin) {}

    /// A meeting's whole state after one change. Never changed itself.
    ///
    /// @param agenda number of the sheet that its agenda was kept with; 0 before the first
    /// @param text reason of a change or cancellation; may be empty
    /// @param due until when something is asked for: the answers, the minutes
    /// @param by the body that made the change
    public record Sheet(
            UUID id,
            int seq,
            Step step,
            Wish wish,
            int agenda,
            String text,
            @Nullable LocalDate due,
            boolean provisional,
            String by,
            LocalDate on,
            Instant at) {}

    /// Time, place and bodies as a clerk notes them.
    ///
    /// @param chair who presides, by post; may be empty
    /// @param invited ids of bodies and units
    public record Wish(
            String title,
            LocalDate day,
            LocalTime starts,
            String place,
            String chair,
            List<String> invited) {
        public Wish {
            title = title.strip();
            place = place.strip();
            chair = chair.strip();
            invited = invited.stream().distinct().toList();
        }
    }

    /// One point of the agenda (议题).
    ///
    /// @param id stays the same through all editions of the agenda
    /// @param subject what it is about, as its origin names it; empty for an own point
    /// @param party member it concerns; empty when it is none or all
    /// @param text what is asked of the meeting; may be empty
    public record Point(
            UUID id, Origin origin, String subject, String party, String title, String text) {}

    /// Where a point of the agenda comes from, the most pressing first.
    public enum Origin {
        /// 重大事项
        MATTER,
        /// 催办未果: a notice whose step is late.
        NOTICE,
        /// 红灯事项
        RED,
        /// 进展有异议: a report that a cooperating unit contradicted.
        CONTRADICTED,
        /// 上次会议议定事项
        RESOLUTION,
        /// 待决调整: `plan~adjustment`
        ADJUSTMENT,
        /// 待办环节 of a yearly plan
        PLAN,
        /// 其他
        OWN;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Origin of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /// A paper for the meeting, without its content.
    ///
    /// @param size in bytes
    /// @param sha256 lower-case hexadecimal
    public record Paper(UUID id, String name, String mediaType, int size, String sha256) {}

    /// How a body answered, or whether it was there.
    public enum Presence {
        /// 参会
        ATTENDING,
        /// 委派代表
        DEPUTY,
        /// 请假
        EXCUSED,
        /// 缺席
        ABSENT;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Presence of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }

        public boolean isThere() {
            return this == ATTENDING || this == DEPUTY;
        }
    }

    /// The last version of an answer or of the attendance of one body.
    ///
    /// @param who names and posts, or the reason of an absence; may be empty
    public record Seat(String body, int version, Presence presence, String who, Instant at) {}

    /// The last version of the minutes of one point.
    public record Minute(UUID point, int version, String text, Instant at) {}

    /// A meeting with all that the body that asks may see of it.
    ///
    /// @param sheets oldest first
    /// @param points in the order of the agenda
    /// @param answers and `attendance`: one for each body that has any
    public record File(
            Meeting meeting,
            List<Sheet> sheets,
            List<Point> points,
            List<Paper> papers,
            List<Seat> answers,
            List<Seat> attendance,
            List<Minute> minutes,
            List<Resolution.File> resolutions,
            boolean issued) {
        public File {
            sheets = List.copyOf(sheets);
            points = List.copyOf(points);
            papers = List.copyOf(papers);
            answers = List.copyOf(answers);
            attendance = List.copyOf(attendance);
            minutes = List.copyOf(minutes);
            resolutions = List.copyOf(resolutions);
        }

        public String minutesOf(UUID point) {
            return minutes.stream()
                    .filter(m -> m.point().equals(point))
                    .map(Minute::text)
                    .findFirst()
                    .orElse("");
        }
    }

    /// As it is quoted: year and serial number.
    public String number() {
        return "〔%d〕%d号".formatted(year, serial);
    }

    public Wish wish() {
        return sheet.wish();
    }

    public int seq() {
        return sheet.seq();
    }
}
