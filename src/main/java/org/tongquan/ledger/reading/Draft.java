package org.tongquan.ledger.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.reading.UnitNames.Named;

/// A commitment while it is being put together, in units of the normalised text.
final class Draft {
    final int start;
    final int end;
    final @Nullable Heading heading;
    final int line;

    final List<Named> lead = new ArrayList<>();
    final List<Named> coop = new ArrayList<>();
    final Map<String, String> rules = new LinkedHashMap<>();

    /// Where time labels of its bracket stand.
    final List<Span> timeLabels = new ArrayList<>();

    boolean explicit;
    boolean bracketed;
    Commitment.LeadSource source = Commitment.LeadSource.NONE;

    Draft(int start, int end, @Nullable Heading heading, int line) {
        this.start = start;
        this.end = end;
        this.heading = heading;
        this.line = line;
    }

    void give(Brackets.Duty duty, boolean inherited) {
        if (bracketed && explicit && !duty.explicit()) {
            Brackets.addNew(coop, duty.lead());
        } else if (bracketed && !explicit && duty.explicit()) {
            var before = List.copyOf(lead);
            lead.clear();
            Brackets.addNew(lead, duty.lead());
            Brackets.addNew(coop, before);
        } else {
            Brackets.addNew(lead, duty.lead());
        }
        Brackets.addNew(coop, duty.coop());
        coop.removeIf(c -> lead.stream().anyMatch(l -> l.name().equals(c.name())));
        explicit |= duty.explicit();
        bracketed = true;
        source = inherited ? Commitment.LeadSource.INHERITED : Commitment.LeadSource.BRACKET;
        rules.put("leadUnits", duty.rule());
    }
}
