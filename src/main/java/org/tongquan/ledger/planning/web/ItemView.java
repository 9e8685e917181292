package org.tongquan.ledger.planning.web;

import java.util.List;
import org.tongquan.site.Crumb;
import org.tongquan.site.Option;

/// One item of a plan as a form. Units, milestones and predecessors are written one a line.
///
/// @param basis wording and document of the commitment it serves
public record ItemView(
        String plan,
        Form form,
        boolean isNew,
        boolean mayChange,
        String basis,
        List<Option> commitments,
        List<Option> categories,
        List<Option> parties,
        List<String> units,
        List<String> faults,
        List<String> unknownUnits,
        List<Crumb> crumbs) {
    /// What the form holds, as text.
    public record Form(
            String id,
            int revision,
            String parent,
            String textZh,
            String textEn,
            String category,
            String start,
            String deadline,
            List<String> parties,
            String lead,
            String cooperating,
            String responsible,
            String weight,
            String milestones,
            String depends) {}
}
