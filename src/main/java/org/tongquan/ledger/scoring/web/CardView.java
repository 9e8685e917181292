package org.tongquan.ledger.scoring.web;

import java.util.List;
import org.tongquan.site.Crumb;
import org.tongquan.site.LineChart;
import org.tongquan.site.Option;

/// The scorecard of a unit or a party in one evaluation: every line behind the score.
///
/// @param kind `unit` or `party`
/// @param lines shown when `seen`; not for everybody
/// @param units of a party
/// @param facts what an objection may name
public record CardView(
        List<Crumb> crumbs,
        String path,
        String back,
        String kind,
        String subject,
        String name,
        EvaluationsView.Item head,
        int rank,
        int led,
        int cooperated,
        String base,
        String points,
        String raw,
        String score,
        boolean bounded,
        String cap,
        String floor,
        boolean seen,
        List<LineView> lines,
        List<RankingView.Row> units,
        String ledger,
        LineChart history,
        boolean mayObject,
        List<Option> facts,
        String error) {
    /// @param occasion an occasion's word
    /// @param href page of the commitment, empty when there is none
    /// @param role `lead` or `cooperating`
    public record LineView(
            String occasion,
            int fromDays,
            String what,
            String href,
            String party,
            String why,
            String on,
            int days,
            String role,
            String points,
            boolean minus) {}

    /// Where the obligations of a count are listed.
    public String held(String role) {
        return path + "/held?of=" + ScoreNames.encoded(subject) + "&role=" + role;
    }
}
