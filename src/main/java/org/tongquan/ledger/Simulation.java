package org.tongquan.ledger;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compacts;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;

/// Whether what a region's ledger holds was made up for a demonstration: then everything that is
/// shown or issued says so, for ever.
@Component
public class Simulation {
    /// The version label under which a year is played.
    public static final String LABEL = "simulated-year";

    private final Acting acting;
    private final Compacts compacts;
    private final ProgressReports reports;
    private final JdbcClient db;

    Simulation(Acting acting, Compacts compacts, ProgressReports reports, JdbcClient db) {
        this.acting = acting;
        this.compacts = compacts;
        this.reports = reports;
        this.db = db;
    }

    /// Whether a year was played on the region, or any report that this body sees was made up.
    public boolean isPresent(Actor actor, String region) {
        return isPresent(actor, region, Instant.MAX);
    }

    /// The same with what was known at a moment.
    public boolean isPresent(Actor actor, String region, Instant known) {
        return compacts.findVersion(region, LABEL)
                        .filter(v -> !v.adoptedAt().isAfter(known))
                        .isPresent()
                || acting.read(actor, () -> reports.isSimulated(region, known));
    }

    /// Whether anybody has reported on the region, planned, met or alerted.
    public boolean isInUse(Actor job, String region) {
        return acting.read(
                job,
                () ->
                        db.sql(
                                        """
                                        select exists (select from ledger.progress
                                                where region = :region)
                                            or exists (select from ledger.plan
                                                where region = :region)
                                            or exists (select from ledger.meeting
                                                where region = :region)
                                            or exists (select from ledger.matter
                                                where region = :region)
                                        """)
                                .param("region", region)
                                .query(Boolean.class)
                                .single());
    }
}
