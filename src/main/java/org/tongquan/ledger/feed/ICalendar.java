package org.tongquan.ledger.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Writes a calendar as RFC 5545 has it. Pure.
///
/// Lines end in CRLF and are folded at 75 octets, never within a character; text is escaped; whole
/// days are dates without an end (one day); hours name their zone, which the calendar defines.
final class ICalendar {
    /// Octets of a line, its end not counted.
    static final int LONGEST_LINE = 75;

    /// How long a meeting is shown as: nobody notes when one ends.
    static final Duration MEETING = Duration.ofHours(2);

    /// How often programs should read it again.
    private static final String REFRESH = "PT4H";

    private static final String CRLF = "\r\n";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /// The zone has had one offset since 1991; entries are never older.
    private static final List<String> VTIMEZONE =
            List.of(
                    "BEGIN:VTIMEZONE",
                    "TZID:" + ZONE.getId(),
                    "BEGIN:STANDARD",
                    "DTSTART:19910915T020000",
                    "TZOFFSETFROM:+0900",
                    "TZOFFSETTO:+0800",
                    "TZNAME:CST",
                    "END:STANDARD",
                    "END:VTIMEZONE");

    private final StringBuilder text = new StringBuilder();

    private ICalendar() {}

    /// @param name of the calendar
    /// @param root address of the instance, before paths; empty when nobody knows it
    /// @param stamp when it was written
    static String of(String name, List<Entry> entries, String root, Instant stamp) {
        var calendar = new ICalendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Tongquan//Ledger//ZH");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("NAME:" + escaped(name));
        calendar.line("X-WR-CALNAME:" + escaped(name));
        calendar.line("X-WR-TIMEZONE:" + ZONE.getId());
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION:" + REFRESH);
        calendar.line("X-PUBLISHED-TTL:" + REFRESH);
        VTIMEZONE.forEach(calendar::line);
        entries.forEach(e -> calendar.event(e, root, stamp));
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void event(Entry entry, String root, Instant stamp) {
        line("BEGIN:VEVENT");
        line("UID:" + entry.uid());
        line("DTSTAMP:" + STAMP.format(stamp));
        if (entry.starts() == null) {
            line("DTSTART;VALUE=DATE:" + DAY.format(entry.on()));
            line("TRANSP:TRANSPARENT");
        } else {
            var from = LocalDateTime.of(entry.on(), entry.starts());
            line("DTSTART;TZID=" + ZONE.getId() + ":" + HOUR.format(from));
            line("DTEND;TZID=" + ZONE.getId() + ":" + HOUR.format(from.plus(MEETING)));
        }
        line("SUMMARY:" + escaped(entry.title()));
        if (!entry.text().isEmpty()) {
            line("DESCRIPTION:" + escaped(entry.text()));
        }
        if (!entry.place().isEmpty()) {
            line("LOCATION:" + escaped(entry.place()));
        }
        if (!root.isEmpty()) {
            line("URL:" + root + entry.path());
        }
        line("END:VEVENT");
    }

    /// TEXT of section 3.3.11. Other control characters have no place in it.
    static String escaped(String value) {
        return value.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cntrl}&&[^\n]]", " ")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /// Writes a line, folded as section 3.1 has it: a line that goes on begins with a space.
    private void line(String whole) {
        int octets = 0;
        for (int i = 0; i < whole.length(); ) {
            int point = whole.codePointAt(i);
            var character = Character.toString(point);
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST_LINE) {
                text.append(CRLF).append(' ');
                octets = 1;
            }
            text.append(character);
            octets += length;
            i += Character.charCount(point);
        }
        text.append(CRLF);
    }
}
