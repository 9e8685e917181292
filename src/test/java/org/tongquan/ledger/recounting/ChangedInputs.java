package org.tongquan.ledger.recounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.host.TestHost;
import org.tongquan.kernel.Actor;

/// Changes one input or outcome of each sort behind the program's back, looks whether it is found
/// and named, and puts it right again. Needs a region in which a year was worked.
public final class ChangedInputs {
    /// One row that is changed.
    ///
    /// @param what the sort that has to find it
    /// @param key what tells the rows of the table apart; the first one is taken
    private record Change(String what, String table, String column, String key) {}

    private static final List<Change> ALL =
            List.of(
                    new Change("chase-steps", "chase_step", "last_day", "id"),
                    new Change("alarms", "report_alarm", "since", "id"),
                    new Change("due-days", "notice_event", "due", "id"),
                    new Change("due-days", "plan_step", "answer_by", "id"),
                    new Change("due-days", "suggestion", "look_by", "id"),
                    new Change("due-days", "suggestion_event", "due", "id"),
                    new Change("due-days", "matter_event", "due", "id"),
                    new Change("roll-ups", "tally", "n", "party || chapter_title || light"));

    private final JdbcClient administrator =
            JdbcClient.create(TestHost.administrator().dataSource());
    private final Recounting recounting;
    private final Actor auditor;

    public ChangedInputs(Recounting recounting, Actor auditor) {
        this.recounting = recounting;
        this.auditor = auditor;
    }

    public void areFoundAndNamed() {
        for (var change : ALL) {
            var row = row(change);
            set(change, row, "+ 1");
            var found = part(change.what());
            set(change, row, "- 1");
            assertThat(found).as(change.toString()).isNotEmpty();
        }
        for (var change : ALL) {
            assertThat(part(change.what())).as("put right: " + change).isEmpty();
        }
        progressIsFound();
    }

    /// What was reported enters lights, scores and issued reports.
    private void progressIsFound() {
        change("update ledger.progress set on_day = on_day - 400 where region = :region");
        for (var what : List.of("lights", "scores", "reports")) {
            assertThat(part(what)).as(what).isNotEmpty();
        }
        change("update ledger.progress set on_day = on_day + 400 where region = :region");
        change("update ledger.score set score = score + 1 where region = :region");
        assertThat(part("scores")).extracting(Mismatch::kept).anyMatch(k -> k.startsWith("score:"));
        change("update ledger.score set score = score - 1 where region = :region");
        for (var what : List.of("lights", "scores", "reports")) {
            assertThat(part(what)).as("put right: " + what).isEmpty();
        }
    }

    private void change(String sql) {
        administrator.sql(sql).param("region", auditor.region()).update();
    }

    private List<Mismatch> part(String what) {
        return recounting.recount(auditor).orElseThrow().parts().stream()
                .filter(p -> p.what().equals(what))
                .findFirst()
                .orElseThrow()
                .mismatches();
    }

    private String row(Change of) {
        return administrator
                .sql(
                        "select (%s)::text from ledger.%s where region = :region and %s is not null"
                                        .formatted(of.key(), of.table(), of.column())
                                + " order by 1 limit 1")
                .param("region", auditor.region())
                .query(String.class)
                .single();
    }

    private void set(Change of, String row, String by) {
        administrator
                .sql(
                        "update ledger.%1$s set %2$s = %2$s %3$s"
                                        .formatted(of.table(), of.column(), by)
                                + " where region = :region and (%s)::text = :row"
                                        .formatted(of.key()))
                .param("region", auditor.region())
                .param("row", row)
                .update();
    }
}
