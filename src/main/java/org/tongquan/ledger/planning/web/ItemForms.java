package org.tongquan.ledger.planning.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.Level;
import org.tongquan.ledger.planning.PlanFault;
import org.tongquan.ledger.planning.PlanItem;
import org.tongquan.ledger.standing.Milestone;
import org.tongquan.ledger.web.Names;

/// Reads and writes the form of an item: units by their names, a line each.
final class ItemForms {
    private static final String COLON = "：";

    private final Map<String, String> ids = new HashMap<>();
    private final Names.Of names;
    private final List<String> unknown = new ArrayList<>();
    private final List<PlanFault> faults = new ArrayList<>();

    ItemForms(Names.Of names) {
        this.names = names;
        names.compact().responsibleUnits(names.today()).stream()
                .filter(u -> !u.generic())
                .forEach(u -> ids.putIfAbsent(u.name(), u.id()));
    }

    /// Names that lines of units may hold.
    List<String> unitNames() {
        return names.compact().responsibleUnits(names.today()).stream()
                .filter(u -> !u.generic() && u.level() != Level.NATION)
                .map(u -> u.name())
                .distinct()
                .toList();
    }

    ItemView.Form write(PlanItem item) {
        return new ItemView.Form(
                item.id(),
                item.revision(),
                item.parent(),
                item.textZh(),
                item.textEn(),
                item.category(),
                item.start().toString(),
                item.deadline().toString(),
                item.parties(),
                item.lead().stream().map(names::body).collect(Collectors.joining("\n")),
                item.shares().stream().map(this::share).collect(Collectors.joining("\n")),
                item.responsible(),
                Integer.toString(item.weight()),
                item.milestones().stream().map(ItemForms::line).collect(Collectors.joining("\n")),
                String.join("\n", item.depends()));
    }

    private String share(PlanItem.Share share) {
        var name = names.body(share.unit());
        return share.work().isEmpty() ? name : name + COLON + share.work();
    }

    private static String line(Milestone milestone) {
        return (milestone.due() + " " + milestone.percent() + " " + milestone.text()).strip();
    }

    /// The item that the form means; null when a field cannot be read ([#faults]).
    @Nullable PlanItem read(ItemView.Form form) {
        var start = day(form.start());
        var deadline = day(form.deadline());
        var lead = units(form.lead());
        var shares = lines(form.cooperating()).stream().map(this::shareOf).toList();
        var milestones = new ArrayList<Milestone>();
        lines(form.milestones()).forEach(l -> milestone(l, milestones));
        int weight = weight(form.weight());
        if (!unknown.isEmpty()) {
            faults.add(PlanFault.UNIT);
        }
        if (start == null || deadline == null || !faults.isEmpty()) {
            return null;
        }
        return new PlanItem(
                form.id(),
                1,
                form.revision(),
                form.parent(),
                form.textZh().strip(),
                form.textEn().strip(),
                form.category(),
                start,
                deadline,
                form.parties(),
                lead,
                shares,
                form.responsible().strip(),
                weight,
                milestones,
                lines(form.depends()));
    }

    /// What could not be read.
    List<PlanFault> faults() {
        return List.copyOf(faults);
    }

    /// Names of units that nobody declared.
    List<String> unknown() {
        return List.copyOf(unknown);
    }

    private @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            if (!faults.contains(PlanFault.DAYS)) {
                faults.add(PlanFault.DAYS);
            }
            return null;
        }
    }

    private int weight(String text) {
        if (text.strip().matches("[0-9]{1,3}")) {
            return Integer.parseInt(text.strip());
        }
        faults.add(PlanFault.WEIGHT);
        return 0;
    }

    private String unit(String name) {
        var id = ids.get(name);
        if (id == null) {
            unknown.add(name);
            return name;
        }
        return id;
    }

    private PlanItem.Share shareOf(String line) {
        int colon = line.replace(':', '：').indexOf(COLON);
        return colon < 0
                ? new PlanItem.Share(unit(line), "")
                : new PlanItem.Share(
                        unit(line.substring(0, colon).strip()), line.substring(colon + 1).strip());
    }

    private void milestone(String line, List<Milestone> milestones) {
        var parts = line.replace("%", "").split("\\s+", 3);
        boolean isWhole = parts.length >= 2 && parts[1].matches("[1-9][0-9]?|100");
        try {
            if (isWhole) {
                var text = parts.length > 2 ? parts[2] : "";
                milestones.add(
                        new Milestone(LocalDate.parse(parts[0]), Integer.parseInt(parts[1]), text));
                return;
            }
        } catch (DateTimeParseException e) {
            isWhole = false;
        }
        if (!faults.contains(PlanFault.MILESTONES)) {
            faults.add(PlanFault.MILESTONES);
        }
    }

    /// Ids of the units that lines name; unknown names are kept in [#unknown].
    List<String> units(String text) {
        return lines(text).stream().map(this::unit).toList();
    }

    static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }
}
