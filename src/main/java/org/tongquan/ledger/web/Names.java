package org.tongquan.ledger.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Category;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Party;
import org.tongquan.compact.Resolved;
import org.tongquan.ledger.Ledger;
import org.tongquan.site.Language;
import org.tongquan.site.NotFound;
import org.tongquan.site.Option;

/// Turns the ids that facts carry into the names that people know, from the compact in force.
@Component
public class Names {
    private final Compacts compacts;
    private final Ledger ledger;

    Names(Compacts compacts, Ledger ledger) {
        this.compacts = compacts;
        this.ledger = ledger;
    }

    /// @throws NotFound when there is no such region
    public Of of(String region, Language language) {
        var today = ledger.today();
        var compact = compacts.inForce(region, today).orElseThrow(NotFound::new);
        return new Of(compact, today, language);
    }

    /// The same, empty when there is no such region.
    public Optional<Of> find(String region, Language language) {
        var today = ledger.today();
        return compacts.inForce(region, today).map(c -> new Of(c, today, language));
    }

    /// The names of one region in one language.
    public record Of(Resolved compact, LocalDate today, Language language) {
        public String region() {
            return compact.compact().compact().name().in(language.locale());
        }

        public List<Party> members() {
            return compact.compact().members(today);
        }

        public String party(String id) {
            return compact.findParty(id).map(p -> p.name().in(language.locale())).orElse(id);
        }

        /// A department's or a body's name; the id itself when nobody declared it.
        public String body(String id) {
            if (id.contains("/")) {
                return compact.findResponsibleUnit(id, today).map(u -> u.name()).orElse(id);
            }
            int colon = id.indexOf(':');
            var local = colon < 0 ? id : id.substring(colon + 1);
            return compact.bodies().stream()
                    .filter(b -> b.id().equals(local))
                    .map(b -> b.name().in(language.locale()))
                    .findFirst()
                    .orElse(id);
        }

        /// The kinds of units that there are today, to choose from.
        public List<Option> kinds() {
            return compact.units().stream()
                    .filter(u -> u.validOn(today))
                    .map(u -> new Option(u.id(), u.name().in(language.locale())))
                    .toList();
        }

        /// The ids, a space between, of the units that a choice stands for: of one unit
        /// (`370900/fgw`) itself, of a kind (`fgw`) those of every holder.
        public String units(String chosen) {
            if (chosen.isEmpty() || chosen.contains("/")) {
                return chosen;
            }
            var ids =
                    compact.responsibleUnits(today).stream()
                            .filter(u -> u.unit().equals(chosen))
                            .map(u -> u.id())
                            .toList();
            return ids.isEmpty() ? chosen : String.join(" ", ids);
        }

        /// The name of one unit, or of a kind of units.
        public String unit(String chosen) {
            return kinds().stream()
                    .filter(k -> k.value().equals(chosen))
                    .map(Option::label)
                    .findFirst()
                    .orElseGet(() -> body(chosen));
        }

        public String category(String id) {
            return category(compact.categories(), id)
                    .map(c -> c.name().in(language.locale()))
                    .orElse(id);
        }

        private static Optional<Category> category(List<Category> all, String id) {
            return all.stream().filter(c -> c.id().equals(id)).findFirst();
        }
    }
}
