package org.tongquan.ledger.planning.sheet;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongquan.compact.Category;
import org.tongquan.compact.Party;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.ResponsibleUnit;

/// Names for ids and back, as the version in force has them. A name that two units share is no
// name:
/// such a unit is written by its id.
final class Words {
    private final Map<String, String> unitNames = new HashMap<>();
    private final Map<String, Optional<String>> unitIds = new HashMap<>();
    private final Map<String, String> partyNames = new HashMap<>();
    private final Map<String, String> partyIds = new HashMap<>();
    private final Map<String, String> categoryNames = new HashMap<>();
    private final Map<String, String> categoryIds = new HashMap<>();

    Words(Resolved version, LocalDate day) {
        for (ResponsibleUnit unit : version.responsibleUnits(day)) {
            unitNames.put(unit.id(), unit.name());
            unitIds.merge(unit.name(), Optional.of(unit.id()), (a, b) -> Optional.empty());
        }
        for (Party party : version.parties(day)) {
            pair(partyNames, partyIds, party.id(), party.name().zh());
        }
        for (Category category : version.categories()) {
            pair(categoryNames, categoryIds, category.id(), category.name().zh());
        }
    }

    private static void pair(
            Map<String, String> names, Map<String, String> ids, String id, String name) {
        names.put(id, name);
        ids.put(name, id);
    }

    String unit(String id) {
        var name = unitNames.getOrDefault(id, id);
        return unitIds.getOrDefault(name, Optional.empty()).filter(id::equals).isPresent()
                ? name
                : id;
    }

    Optional<String> unitId(String name) {
        return unitNames.containsKey(name)
                ? Optional.of(name)
                : unitIds.getOrDefault(name, Optional.empty());
    }

    String parties(List<String> ids) {
        return String.join("、", ids.stream().map(i -> partyNames.getOrDefault(i, i)).toList());
    }

    Optional<String> partyId(String name) {
        return partyNames.containsKey(name)
                ? Optional.of(name)
                : Optional.ofNullable(partyIds.get(name));
    }

    String category(String id) {
        return categoryNames.getOrDefault(id, id);
    }

    Optional<String> categoryId(String name) {
        return categoryNames.containsKey(name)
                ? Optional.of(name)
                : Optional.ofNullable(categoryIds.get(name));
    }
}
