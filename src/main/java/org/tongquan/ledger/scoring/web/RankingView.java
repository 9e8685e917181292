package org.tongquan.ledger.scoring.web;

import java.util.List;
import org.tongquan.site.BarChart;
import org.tongquan.site.Crumb;
import org.tongquan.site.Option;

/// One evaluation with the ranking of its parties and units.
///
/// @param run number of the run shown; forms send it back
/// @param differences where the ledger now states other facts, after counting again
public record RankingView(
        List<Crumb> crumbs,
        String path,
        EvaluationsView.Item head,
        String until,
        int run,
        BarChart chart,
        List<Row> parties,
        List<Row> units,
        List<ObjectionView> objections,
        List<Option> occasions,
        boolean mayPublish,
        boolean mayFinish,
        boolean mayWithdraw,
        boolean mayDecide,
        String error,
        List<String> differences) {
    /// One place of a ranking.
    ///
    /// @param own whether it is a score of the acting body or its party
    public record Row(
            int rank,
            String href,
            String name,
            String party,
            int led,
            int cooperated,
            String score,
            boolean own) {
        /// Where the obligations of a count are listed.
        public String held(String role) {
            return href.replace("?of=", "/held?of=") + "&role=" + role;
        }
    }

    /// @param outcome `open`, `upheld` or `rejected`
    public record ObjectionView(
            String id,
            String subject,
            String fact,
            boolean hasFact,
            String reason,
            String by,
            String at,
            String outcome,
            String answer,
            String answeredBy,
            String answeredAt) {}
}
