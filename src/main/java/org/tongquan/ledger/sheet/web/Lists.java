package org.tongquan.ledger.sheet.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.Simulation;
import org.tongquan.ledger.sheet.Columns;
import org.tongquan.ledger.sheet.Listing;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;

/// Answers with a list as a workbook whose second sheet says what it is, of when and for whom;
/// simulated data is named as such in its name as well.
@Component
public class Lists {
    private final Messages messages;
    private final Simulation simulation;
    private final Ledger ledger;

    Lists(Messages messages, Simulation simulation, Ledger ledger) {
        this.messages = messages;
        this.simulation = simulation;
        this.ledger = ledger;
    }

    /// What a listing is of.
    ///
    /// @param region name of the region
    /// @param body name of the acting body: the rows are those that it sees
    /// @param filter what the rows were chosen by; empty texts are passed over
    public record Head(String title, String region, String body, List<String> filter) {
        public Head {
            filter = List.copyOf(filter);
        }
    }

    public <T> ResponseEntity<byte[]> answer(
            Actor actor, Language language, Head head, Columns<T> columns, List<T> rows) {
        boolean isCut = rows.size() > Listing.MOST_ROWS;
        var shown = isCut ? rows.subList(0, Listing.MOST_ROWS) : rows;
        var notes = new ArrayList<String>();
        notes.add(head.region() + " " + head.title());
        var day = ledger.today().toString();
        notes.add(messages.say(language, "sheet.note", day, head.body(), shown.size()));
        var filter = head.filter().stream().filter(f -> !f.isEmpty()).toList();
        if (!filter.isEmpty()) {
            notes.add(messages.say(language, "sheet.filter", String.join("、", filter)));
        }
        if (isCut) {
            notes.add(messages.say(language, "sheet.cut", Listing.MOST_ROWS));
        }
        var name = head.title();
        if (simulation.isPresent(actor, actor.region())) {
            var simulated = messages.say(language, "site.simulated");
            notes.add(simulated);
            name = name + " " + simulated;
        }
        return SheetFile.of(columns.list(name, 1, shown, notes));
    }
}
