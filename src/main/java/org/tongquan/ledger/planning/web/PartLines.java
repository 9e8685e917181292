package org.tongquan.ledger.planning.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.planning.Adjustment;
import org.tongquan.ledger.planning.PlanFault;
import org.tongquan.ledger.web.Names;

/// The parts of a split as people write them: a line each, wording, weight, deadline, members, lead
/// units, cooperating units and a word when it goes on with the progress, between bars. What is
/// left out or empty is as the whole has it.
final class PartLines {
    private static final int WEIGHT = 1;
    private static final int DEADLINE = 2;
    private static final int MEMBERS = 3;
    private static final int LEAD = 4;
    private static final int COOPERATING = 5;
    private static final int CARRIES = 6;

    private final Names.Of names;
    private final ItemForms units;
    private final List<String> texts = new ArrayList<>();
    private final List<Adjustment.Part> parts = new ArrayList<>();
    private final Set<PlanFault> faults = new LinkedHashSet<>();

    PartLines(Names.Of names, ItemForms units) {
        this.names = names;
        this.units = units;
    }

    /// Reads all lines.
    PartLines read(List<String> lines) {
        for (var line : lines) {
            var fields = line.replace('｜', '|').split("\\|", -1);
            texts.add(fields[0].strip());
            parts.add(
                    new Adjustment.Part(
                            weight(field(fields, WEIGHT)),
                            several(field(fields, MEMBERS)).stream().map(this::member).toList(),
                            units.units(lines(field(fields, LEAD))),
                            units.units(lines(field(fields, COOPERATING))),
                            day(field(fields, DEADLINE)),
                            !field(fields, CARRIES).isEmpty()));
        }
        return this;
    }

    List<String> texts() {
        return List.copyOf(texts);
    }

    /// Empty when no part has anything of its own.
    List<Adjustment.Part> parts() {
        return parts.stream().allMatch(Adjustment.Part.PLAIN::equals) ? List.of() : parts;
    }

    /// What could not be read.
    List<PlanFault> faults() {
        return List.copyOf(faults);
    }

    private static String field(String[] fields, int place) {
        return place < fields.length ? fields[place].strip() : "";
    }

    private static List<String> several(String field) {
        return List.of(field.split("[、,，]")).stream()
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private static String lines(String field) {
        return String.join("\n", several(field));
    }

    private int weight(String field) {
        if (field.isEmpty() || field.matches("[0-9]{1,3}")) {
            return field.isEmpty() ? 0 : Integer.parseInt(field);
        }
        faults.add(PlanFault.WEIGHT);
        return 0;
    }

    private @Nullable LocalDate day(String field) {
        try {
            return field.isEmpty() ? null : LocalDate.parse(field);
        } catch (DateTimeParseException e) {
            faults.add(PlanFault.DAYS);
            return null;
        }
    }

    private String member(String name) {
        return names.members().stream()
                .filter(p -> names.party(p.id()).equals(name) || p.name().zh().equals(name))
                .map(p -> p.id())
                .findFirst()
                .orElseGet(
                        () -> {
                            faults.add(PlanFault.PARTIES);
                            return name;
                        });
    }

    /// A wording of a wish as the list of wishes shows it.
    static String shown(Adjustment.Wish wish, int place, Names.Of names, String carries) {
        var text = new StringBuilder(wish.texts().get(place));
        if (place < wish.parts().size()) {
            var part = wish.parts().get(place);
            add(text, part.weight() == 0 ? "" : "×" + part.weight());
            add(text, part.deadline() == null ? "" : part.deadline().toString());
            add(text, String.join("、", part.parties().stream().map(names::party).toList()));
            add(text, String.join("、", part.lead().stream().map(names::body).toList()));
            add(text, String.join("、", part.cooperating().stream().map(names::body).toList()));
            add(text, part.carries() ? carries : "");
        }
        return text.toString();
    }

    private static void add(StringBuilder text, String more) {
        text.append(more.isEmpty() ? "" : " · ").append(more);
    }
}
