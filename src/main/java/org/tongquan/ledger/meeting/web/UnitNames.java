package org.tongquan.ledger.meeting.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongquan.compact.Level;
import org.tongquan.ledger.web.Names;

/// Bodies and units by the names that people write, one for each line or between 、 and ；.
final class UnitNames {
    private final Map<String, String> ids = new HashMap<>();
    private final Names.Of names;
    private final List<String> unknown = new ArrayList<>();

    UnitNames(Names.Of names) {
        this.names = names;
        var region = names.compact().compact().id() + ":";
        for (var body : names.compact().compact().bodies()) {
            ids.put(body.name().zh(), region + body.id());
            ids.putIfAbsent(body.name().in(java.util.Locale.ENGLISH), region + body.id());
        }
        names.compact().responsibleUnits(names.today()).stream()
                .filter(u -> !u.generic())
                .forEach(u -> ids.putIfAbsent(u.name(), u.id()));
    }

    /// Ids of those named; names that nobody declared are kept in [#unknown].
    List<String> read(String text) {
        var found = new ArrayList<String>();
        Arrays.stream(text.split("[\\n\\r、；;]+"))
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .forEach(
                        n -> {
                            var id = ids.get(n);
                            if (id == null) {
                                unknown.add(n);
                            } else {
                                found.add(id);
                            }
                        });
        return found;
    }

    String write(List<String> all) {
        return String.join("、", all.stream().map(names::body).toList());
    }

    List<String> unknown() {
        return List.copyOf(unknown);
    }

    /// Names to choose from: bodies first, then units below the nation.
    List<String> all() {
        var all = new ArrayList<String>();
        var region = names.compact().compact().id() + ":";
        names.compact().compact().bodies().forEach(b -> all.add(names.body(region + b.id())));
        names.compact().responsibleUnits(names.today()).stream()
                .filter(u -> !u.generic() && u.level() != Level.NATION)
                .map(u -> u.name())
                .distinct()
                .forEach(all::add);
        return all;
    }
}
