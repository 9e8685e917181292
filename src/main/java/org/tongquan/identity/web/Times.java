package org.tongquan.identity.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Instants as these pages write them, in the zone of the settings.
final class Times {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private Times() {}

    static String of(Instant instant, ZoneId zone) {
        return FORM.format(instant.atZone(zone));
    }
}
