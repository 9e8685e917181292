package org.tongquan.ledger.meeting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.meeting.Meeting;
import org.tongquan.ledger.meeting.Proposal;
import org.tongquan.site.NotFound;

/// Reads the forms of a meeting.
final class MeetingForms {
    private static final UUID NEW = new UUID(0, 0);

    private MeetingForms() {}

    static MeetingsView.Typed typed(HttpServletRequest request) {
        return new MeetingsView.Typed(
                one(request, "kind"),
                one(request, "title"),
                one(request, "day"),
                one(request, "starts"),
                one(request, "place"),
                one(request, "chair"),
                all(request, "invited"),
                one(request, "others"),
                one(request, "reason"));
    }

    /// What a form wishes; null when day or time cannot be read.
    static Meeting.@Nullable Wish wish(MeetingsView.Typed typed, UnitNames units) {
        var invited = new ArrayList<>(typed.invited());
        invited.addAll(units.read(typed.others()));
        var day = day(typed.day());
        if (day == null) {
            return null;
        }
        try {
            var starts = LocalTime.parse(typed.starts());
            return new Meeting.Wish(
                    typed.title(), day, starts, typed.place(), typed.chair(), invited);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// The agenda as a form orders it: points that stay, proposals taken, own points.
    static List<Meeting.Point> agenda(
            HttpServletRequest request,
            List<Meeting.Point> before,
            List<Proposal> proposals,
            java.util.function.Function<Proposal, Meeting.Point> made) {
        var places = all(request, "place");
        var titles = all(request, "title");
        var texts = all(request, "text");
        var points = all(request, "point");
        var gone = new HashSet<>(all(request, "remove"));
        var known = new HashMap<String, Meeting.Point>();
        before.forEach(p -> known.put(p.id().toString(), p));
        record Placed(int place, Meeting.Point point) {}
        var placed = new ArrayList<Placed>();
        boolean whole =
                places.size() == points.size()
                        && titles.size() == points.size()
                        && texts.size() == points.size();
        if (!whole) {
            throw new NotFound();
        }
        for (int i = 0; i < points.size(); i++) {
            var old = known.get(points.get(i));
            if (old == null) {
                throw new NotFound();
            }
            if (!gone.contains(points.get(i))) {
                var point =
                        new Meeting.Point(
                                old.id(),
                                old.origin(),
                                old.subject(),
                                old.party(),
                                titles.get(i).strip(),
                                texts.get(i).strip());
                placed.add(new Placed(number(places.get(i), i + 1), point));
            }
        }
        var agenda = new ArrayList<Meeting.Point>();
        placed.stream()
                .sorted(Comparator.comparingInt(Placed::place))
                .forEach(p -> agenda.add(p.point()));
        var taken = new HashSet<>(all(request, "take"));
        proposals.stream().filter(p -> taken.contains(p.key())).map(made).forEach(agenda::add);
        all(request, "own").stream()
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .map(t -> new Meeting.Point(NEW, Meeting.Origin.OWN, "", "", t, ""))
                .forEach(agenda::add);
        return agenda;
    }

    /// Who was there, a row for each body.
    static List<Meeting.Seat> seats(HttpServletRequest request) {
        var bodies = all(request, "body");
        var versions = all(request, "version");
        var presences = all(request, "presence");
        var who = all(request, "who");
        if (versions.size() != bodies.size()
                || presences.size() != bodies.size()
                || who.size() != bodies.size()) {
            throw new NotFound();
        }
        var seats = new ArrayList<Meeting.Seat>();
        for (int i = 0; i < bodies.size(); i++) {
            seats.add(
                    new Meeting.Seat(
                            bodies.get(i),
                            number(versions.get(i), 0),
                            presence(presences.get(i)),
                            who.get(i),
                            Instant.EPOCH));
        }
        return seats;
    }

    static Meeting.Presence presence(String word) {
        return Arrays.stream(Meeting.Presence.values())
                .filter(p -> p.word().equals(word))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    static int number(String text, int otherwise) {
        return text.strip().matches("[0-9]{1,4}") ? Integer.parseInt(text.strip()) : otherwise;
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    static String one(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /// Every value as it was sent: a comma in one divides nothing.
    static List<String> all(HttpServletRequest request, String name) {
        var values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }
}
