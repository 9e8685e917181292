package org.tongquan.ledger;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;

/// Made-up reports of a demonstration, marked as such for ever.
@Service
public class Simulation {
    private static final Actor JOB = Judging.JOB;
    private static final int LAST_HOUR = 18;

    private final Acting acting;
    private final ProgressReports reports;
    private final TakeOver takeOver;
    private final Journal journal;
    private final Ids ids;

    Simulation(
            Acting acting, ProgressReports reports, TakeOver takeOver, Journal journal, Ids ids) {
        this.acting = acting;
        this.reports = reports;
        this.takeOver = takeOver;
        this.journal = journal;
        this.ids = ids;
    }

    /// Keeps made-up reports of a demonstration, filed at the end of the day they report on. One
    /// journal entry stands for all of them. Only the ledger's own job may do this, and only
    /// reports marked as simulated are taken.
    ///
    /// @return how many were kept
    public int keep(String region, List<NewReport> filed) {
        return acting.as(
                JOB,
                () -> {
                    var digest = new StringBuilder();
                    for (var one : filed) {
                        var at = one.on().atTime(LAST_HOUR, 0).atZone(Judging.ZONE).toInstant();
                        var report =
                                new ProgressReport(
                                        ids.next(),
                                        region,
                                        one.commitment(),
                                        one.party(),
                                        JOB.body(),
                                        one.on(),
                                        at,
                                        one.percent(),
                                        one.text(),
                                        true,
                                        null,
                                        List.of());
                        reports.add(report, JOB.person());
                        digest.append(report).append('\n');
                    }
                    journal.record(
                            JOB,
                            "progress-simulated",
                            ids.next(),
                            Digest.ofText(digest.toString()).bytes());
                    acting.afterwards(() -> takeOver.refresh(region));
                    return filed.size();
                });
    }

    /// Whether any report of the region that this body sees was made up for a demonstration.
    public boolean isPresent(Actor actor, String region) {
        return isPresent(actor, region, Instant.MAX);
    }

    /// The same with what was known at a moment.
    public boolean isPresent(Actor actor, String region, Instant known) {
        return acting.read(actor, () -> reports.isSimulated(region, known));
    }
}
