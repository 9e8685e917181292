package org.tongquan.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tongquan.ledger.standing.Milestone;

/// Milestones as three arrays of a row: `milestone_due`, `milestone_percent`, `milestone_text`.
public final class Milestones {
    private Milestones() {}

    /// ISO dates; PostgreSQL casts them.
    public static String[] due(List<Milestone> all) {
        return all.stream().map(m -> m.due().toString()).toArray(String[]::new);
    }

    public static Integer[] percent(List<Milestone> all) {
        return all.stream().map(Milestone::percent).toArray(Integer[]::new);
    }

    public static String[] text(List<Milestone> all) {
        return all.stream().map(Milestone::text).toArray(String[]::new);
    }

    public static List<Milestone> read(ResultSet row) throws SQLException {
        var due = (java.sql.Date[]) row.getArray("milestone_due").getArray();
        var percent = (Integer[]) row.getArray("milestone_percent").getArray();
        var text = (String[]) row.getArray("milestone_text").getArray();
        var all = new ArrayList<Milestone>();
        for (int i = 0; i < due.length; i++) {
            all.add(new Milestone(due[i].toLocalDate(), percent[i], text[i]));
        }
        return all;
    }
}
