package org.tongquan.ledger.reading.grammar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.reading.Commitment;
import org.tongquan.ledger.reading.grammar.UnitNames.Named;
import org.tongquan.ledger.reading.text.Span;

/// A commitment while it is being put together, in units of the normalised text.
public final class Draft {
    public final int start;
    public final int end;
    public final @Nullable Heading heading;
    public final int line;

    public final List<Named> lead = new ArrayList<>();
    public final List<Named> coop = new ArrayList<>();
    public final Map<String, String> rules = new LinkedHashMap<>();

    /// Where time labels of its bracket stand.
    public final List<Span> timeLabels = new ArrayList<>();

    public boolean explicit;
    public boolean bracketed;
    public Commitment.LeadSource source = Commitment.LeadSource.NONE;

    public Draft(int start, int end, @Nullable Heading heading, int line) {
        this.start = start;
        this.end = end;
        this.heading = heading;
        this.line = line;
    }

    /// Whether it stands in the paragraph of a block, under the same heading.
    boolean isIn(Block block) {
        return line == block.line() && heading == block.heading();
    }

    boolean isUnder(List<Heading> headings) {
        return heading != null && headings.stream().anyMatch(heading::within);
    }

    public void give(Brackets.Duty duty, boolean inherited) {
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

    /// The document says that its bracket lists only those who take part.
    void onlyTakesPart() {
        if (bracketed && !explicit) {
            Brackets.addNew(coop, lead);
            lead.clear();
        }
    }

    /// Takes from a statement around it what its own bracket leaves open: somebody in charge; and
    /// those who only take part everywhere.
    void complete(Brackets.Duty duty, boolean inherited) {
        if (lead.isEmpty()) {
            give(duty, inherited);
        } else if (duty.onlyCooperating()) {
            Brackets.addNew(coop, duty.coop());
            coop.removeIf(c -> lead.stream().anyMatch(l -> l.name().equals(c.name())));
        }
    }
}
