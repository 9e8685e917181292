package org.tongquan.ledger.web;

import gg.jte.Content;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.standing.Standing;
import org.tongquan.site.Crumb;
import org.tongquan.site.Option;
import org.tongquan.site.Page;

/// One commitment: what it says, on what basis, how it stands, what was reported.
///
/// @param basis document and article it rests on
/// @param parent the commitment that a plan item serves; empty for a commitment
/// @param milestones of a plan item, each as `2027-03-31 25 %`
/// @param together how several parties stand together, by the rule that the compact declares
/// @param sections what areas add to the page
/// @param mayReport parties this reader may report for
public record CommitmentView(
        String region,
        String id,
        String text,
        String kind,
        String category,
        String chapter,
        String article,
        String basis,
        String document,
        String version,
        String start,
        String deadline,
        String cycle,
        String parent,
        List<String> milestones,
        String light,
        @Nullable Standing together,
        List<String> indicators,
        List<String> names,
        List<PartyView> parties,
        List<ReportView> reports,
        List<Function<Page, Content>> sections,
        List<Option> mayReport,
        boolean maySupervise,
        boolean mayAssign,
        List<Option> units,
        String today,
        String error,
        List<Crumb> crumbs) {
    /// The rules that the lights were judged by, as the compact names them.
    public List<String> rules() {
        return parties.stream().map(p -> p.standing().rule()).distinct().toList();
    }

    /// How it stands with one party.
    public record PartyView(String id, String name, Standing standing, List<UnitView> units) {}

    /// @param role `lead` or `cooperating`
    /// @param byText whether the document itself names the unit
    public record UnitView(String name, String role, boolean byText) {}

    /// @param returned reason of the return, empty when it counts
    /// @param notes what areas add to it
    public record ReportView(
            String id,
            String on,
            String at,
            String party,
            String body,
            int percent,
            String text,
            boolean simulated,
            String returned,
            List<EvidenceView> evidence,
            List<Function<Page, Content>> notes) {}

    public record EvidenceView(String href, String name, String size, String sha256) {}
}
