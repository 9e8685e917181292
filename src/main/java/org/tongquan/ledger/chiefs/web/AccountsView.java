package org.tongquan.ledger.chiefs.web;

import java.util.List;
import org.tongquan.site.Crumb;

/// The yearly account, those issued, and the public board.
///
/// @param day for which it holds
/// @param error word of the refusal; empty without
public record AccountsView(
        List<Crumb> crumbs,
        int year,
        List<Integer> years,
        String day,
        Row total,
        Row before,
        List<Row> rows,
        List<Issued> issued,
        boolean mayIssue,
        String title,
        String number,
        String error) {

    /// Figures of one object or holder.
    ///
    /// @param part a holder's part of the object in the row before
    public record Row(
            String name,
            String href,
            String who,
            boolean part,
            int owed,
            int done,
            int late,
            int missed,
            int visits,
            int found,
            int closed,
            int overdue,
            String mean,
            String beforeDone,
            String beforeMean) {}

    public record Issued(
            String id,
            String title,
            String number,
            String asOf,
            String body,
            String at,
            boolean simulated,
            String sha256) {}

    /// What stands on the boards by the shore.
    public record Board(String region, String href, String day, List<Sign> signs) {}

    public record Sign(
            String object,
            String kind,
            String party,
            String post,
            String holder,
            String unit,
            List<String> duties,
            int open,
            int closed) {}
}
