package org.tongquan.ledger.drafting.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.drafting.Drafting;
import org.tongquan.ledger.drafting.RowFields;
import org.tongquan.ledger.standing.Duty;

/// The fields of a row as the form sends them: units and indicators one to a line.
///
/// @param meant for units that nobody knows: what the document writes, a tab, and the known unit
///     that is meant
record RowForm(
        String text,
        String kind,
        @Nullable List<String> parties,
        @Nullable String lead,
        @Nullable String cooperating,
        @Nullable String deadline,
        @Nullable String cycle,
        @Nullable String indicators,
        String category,
        @Nullable List<String> meant) {
    private static final int PARTS = 4;

    /// The fields, taking over what the form does not show; empty when something cannot be read.
    Optional<RowFields> fields(RowFields before, String region, Drafting drafting) {
        try {
            var bound = parties == null ? List.<String>of() : parties;
            return Optional.of(
                    new RowFields(
                            text.strip(),
                            kind,
                            bound,
                            before.otherPlaces(),
                            drafting.units(region, meant(lines(lead)), bound),
                            true,
                            drafting.units(region, meant(lines(cooperating)), bound),
                            before.start(),
                            blank(deadline) ? null : LocalDate.parse(deadline),
                            rhythm(),
                            targets(),
                            category,
                            before.article()));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<String> meant(List<String> units) {
        var known = new HashMap<String, String>();
        for (var one : meant == null ? List.<String>of() : meant) {
            int tab = one.indexOf('\t');
            if (tab > 0) {
                known.put(one.substring(0, tab), one.substring(tab + 1));
            }
        }
        return units.stream().map(u -> known.getOrDefault(u, u)).distinct().toList();
    }

    private @Nullable String rhythm() {
        if (cycle == null || cycle.isBlank()) {
            return null;
        }
        var rhythm = Period.parse(cycle.strip());
        if (!Duty.isForward(rhythm)) {
            throw new IllegalArgumentException("a rhythm leads on");
        }
        return rhythm.toString();
    }

    private List<RowFields.Target> targets() {
        var targets = new ArrayList<RowFields.Target>();
        for (var line : lines(indicators)) {
            var parts = line.split("\\|", -1);
            if (parts.length != PARTS) {
                throw new IllegalArgumentException("an indicator has four parts");
            }
            targets.add(
                    new RowFields.Target(
                            parts[0].strip(),
                            parts[1].strip(),
                            new BigDecimal(parts[2].strip()),
                            parts[3].strip()));
        }
        return targets;
    }

    private static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines().map(String::strip).filter(l -> !l.isEmpty()).distinct().toList();
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
