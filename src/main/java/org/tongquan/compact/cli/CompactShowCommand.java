package org.tongquan.compact.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.Party;
import org.tongquan.compact.Region;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.form.Json;
import org.tongquan.compact.version.Sealed;
import org.tongquan.console.Exit;
import org.tongquan.console.Listing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `compact show --at DATE`: parties, counties and bodies as they are on a date.
@Command(
        name = "show",
        description = "Shows a compact as of a date. 显示某日的规约。",
        mixinStandardHelpOptions = true)
final class CompactShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID|DIR|FILE", description = "compact to show")
    private String name = "";

    @Option(
            names = "--at",
            paramLabel = "DATE",
            description = "day, as 2026-01-31; without it, the version's first day")
    private @Nullable LocalDate at;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    public Integer call() {
        var resolved = Places.get(name);
        var head = resolved.compact().compact();
        var day = at == null ? head.validFrom() : at;
        var from = head.validFrom();
        var to = head.validTo();
        var inForce = !day.isBefore(from) && (to == null || !day.isAfter(to));
        if (json) {
            System.out.print(Json.pretty(map(resolved, day, inForce)));
        } else {
            print(resolved, day, inForce);
        }
        return inForce ? Exit.OK : Exit.NO;
    }

    private static void print(Resolved resolved, LocalDate day, boolean inForce) {
        var head = resolved.compact().compact();
        System.out.printf(
                "%s %s %s, %s%n",
                head.name().zh(), head.id(), head.version(), inForce ? "in force" : "not in force");
        System.out.println("sha256 " + Sealed.of(resolved.compact()).digestHex());
        var parties = new Listing("party", "name", "kind", "role", "counties");
        for (var party : resolved.parties(day)) {
            parties.row(
                    party.id(),
                    party.name().zh(),
                    party.kind(),
                    party.role(),
                    counties(resolved, party, day).size());
        }
        parties.print(System.out, false);
        var bodies = new Listing("body", "name", "sees", "powers");
        for (var body : resolved.bodies()) {
            bodies.row(body.id(), body.name().zh(), body.sees(), body.powers());
        }
        bodies.print(System.out, false);
        var kinds = new Listing("category", "commitments");
        byCategory(resolved).forEach(kinds::row);
        kinds.print(System.out, false);
    }

    private static Map<String, Integer> byCategory(Resolved resolved) {
        var counts = new TreeMap<String, Integer>();
        resolved.compact().clauses().forEach(c -> counts.merge(c.category(), 1, Integer::sum));
        return counts;
    }

    private static List<Region> counties(Resolved resolved, Party party, LocalDate day) {
        return resolved.counties(party.id(), day);
    }

    private static Map<String, Object> map(Resolved resolved, LocalDate day, boolean inForce) {
        var map = new LinkedHashMap<String, Object>();
        map.put("compact", resolved.compact().compact());
        map.put("at", day.toString());
        map.put("in-force", inForce);
        map.put("digest", Sealed.of(resolved.compact()).digestHex());
        var parties = new ArrayList<Map<String, Object>>();
        for (var party : resolved.parties(day)) {
            var one = new LinkedHashMap<>(Json.mapOf(party));
            one.put("counties", counties(resolved, party, day).stream().map(Region::code).toList());
            parties.add(one);
        }
        map.put("parties", parties);
        map.put("bodies", resolved.bodies());
        map.put("commitments", byCategory(resolved));
        resolved.lights(day).ifPresent(l -> map.put("lights", l));
        return map;
    }
}
