package org.tongquan.ledger.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

/// What is written is what RFC 5545 says, and another library reads the same in it.
class ICalendarTest {
    private static final Instant STAMP = Instant.parse("2027-03-31T08:00:00Z");

    private static Entry day(String key, String title, String text) {
        return new Entry(key, LocalDate.parse("2027-04-05"), null, title, text, "", "/ledger/x/y");
    }

    private static String written(Entry... entries) {
        return ICalendar.of("省推进办", List.of(entries), "https://ledger.example", STAMP);
    }

    private static Calendar read(String text) throws Exception {
        var calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate().hasErrors()).isFalse();
        return calendar;
    }

    private static VEvent only(String text) throws Exception {
        return (VEvent) read(text).getComponent("VEVENT").orElseThrow();
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }

    @Test
    void noLineIsLongerThan75OctetsAndNoCharacterIsTornApart() throws Exception {
        var long1 = "推进黄河流域生态保护和高质量发展重大项目库建设𠮷".repeat(6);
        var text = written(day("a", long1, "x".repeat(200)));
        for (var line : text.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
        }
        assertThat(text).doesNotContain("\uFFFD").endsWith("END:VCALENDAR\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(value(only(text), "SUMMARY")).isEqualTo(long1);
        assertThat(value(only(text), "DESCRIPTION")).isEqualTo("x".repeat(200));
    }

    @Test
    void everyCharacterOfATextComesThrough() throws Exception {
        var title = "a;b,c\\d\"e\nf:g";
        assertThat(ICalendar.escaped(title)).isEqualTo("a\\;b\\,c\\\\d\"e\\nf:g");
        assertThat(ICalendar.escaped("a\r\nb\tc\u0007d")).isEqualTo("a\\nb c d");
        assertThat(value(only(written(day("a", title, ""))), "SUMMARY")).isEqualTo(title);
        var sly = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:y";
        assertThat(read(written(day("a", sly, ""))).getComponents("VEVENT")).hasSize(1);
    }

    @Test
    void aWholeDayIsADateAndAMeetingNamesItsZone() throws Exception {
        var text = written(day("a", "due", ""));
        assertThat(text).contains("DTSTART;VALUE=DATE:20270405\r\n").doesNotContain("DTEND");
        var meeting =
                new Entry(
                        "m",
                        LocalDate.parse("2027-04-05"),
                        LocalTime.of(14, 30),
                        "会议",
                        "",
                        "济水厅",
                        "/meetings/m");
        var event = only(written(meeting));
        assertThat(written(meeting))
                .contains("DTSTART;TZID=Asia/Shanghai:20270405T143000\r\n")
                .contains("DTEND;TZID=Asia/Shanghai:20270405T163000\r\n")
                .contains("BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\n");
        var start = (java.time.ZonedDateTime) event.getDateTimeStart().getDate();
        assertThat(start.toInstant()).isEqualTo(Instant.parse("2027-04-05T06:30:00Z"));
        assertThat(value(event, "LOCATION")).isEqualTo("济水厅");
    }

    @Test
    void theSameMatterKeepsItsUidWhateverElseChanges() throws Exception {
        var before = only(written(day("notice 7", "sign", "")));
        var after = only(written(day("notice 7", "answer", "other text")));
        assertThat(value(after, "UID")).isEqualTo(value(before, "UID"));
        assertThat(value(only(written(day("notice 8", "sign", ""))), "UID"))
                .isNotEqualTo(value(before, "UID"));
        assertThat(value(before, "DTSTAMP")).isEqualTo("20270331T080000Z");
        assertThat(value(before, "URL")).isEqualTo("https://ledger.example/ledger/x/y");
    }
}
