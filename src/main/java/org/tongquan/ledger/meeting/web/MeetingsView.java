package org.tongquan.ledger.meeting.web;

import java.util.List;
import org.tongquan.site.Option;

/// The calendar of one month, the meetings in it, and what the reader is invited to.
public record MeetingsView(
        String month,
        String before,
        String after,
        List<List<Day>> weeks,
        List<Item> items,
        List<Invite> invitations,
        boolean mayCall) {
    /// @param iso the day
    /// @param number as it stands in the calendar
    public record Day(
            String iso,
            int number,
            boolean inMonth,
            boolean today,
            boolean off,
            List<Item> items) {}

    /// @param tone colour of the state
    public record Item(
            String href,
            String number,
            String title,
            String kind,
            String day,
            String starts,
            String place,
            String meets,
            String caller,
            String state,
            String tone) {}

    /// @param answer word of the answer given, empty while there is none
    public record Invite(Item meeting, String due, boolean late, String answer) {}

    /// The form to call a meeting.
    ///
    /// @param kinds `sitting~body` with a name
    /// @param usual bodies to tick
    public record Form(
            List<Option> kinds,
            List<Option> usual,
            List<String> units,
            Typed typed,
            List<String> faults,
            List<String> unknown) {}

    /// What was typed before it was refused.
    ///
    /// @param others further units by name
    public record Typed(
            String kind,
            String title,
            String day,
            String starts,
            String place,
            String chair,
            List<String> invited,
            String others,
            String reason) {}
}
