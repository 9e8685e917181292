package org.tongquan.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.ledger.standing.Duty;
import org.tongquan.ledger.standing.Owed;
import org.tongquan.ledger.standing.Repeated;
import org.tongquan.ledger.standing.Reports;

/// All SQL on `ledger.progress`, `ledger.returned` and `ledger.evidence`.
@Repository
class ProgressReports {
    private static final String SELECT =
            """
            select p.id, p.region, p.commitment, p.party, p.body, p.on_day, p.at, p.percent, p.text,
                   p.simulated, r.reason as returned
            from ledger.progress p left join ledger.returned r on r.progress = p.id
            """;

    private static final String ADD =
            """
            insert into ledger.progress
                (id, region, commitment, party, body, person, on_day, at, percent, text, simulated)
            values (:id, :region, :commitment, :party, :body, :person, :on, :at, :percent, :text,
                    :simulated)
            """;

    private static final String ADD_EVIDENCE =
            """
            insert into ledger.evidence
                (id, progress, region, party, name, media_type, size, sha256, content)
            values (:id, :progress, :region, :party, :name, :mediaType, :size, :sha256, :content)
            """;

    private static final String EVIDENCE =
            """
            select id, progress, name, media_type, size, sha256 from ledger.evidence
            where progress = any (:ids) order by name
            """;

    private static final String RETURN =
            """
            insert into ledger.returned (progress, region, party, body, person, at, reason)
            values (:progress, :region, :party, :body, :person, :at, :reason)
            on conflict (progress) do nothing
            """;

    /// What counts for the lights of a region: everything filed up to a moment that was not
    /// returned by then.
    private static final String COUNTED =
            """
            select p.commitment, p.party, p.on_day, p.percent
            from ledger.progress p
            where p.region = :region and p.at <= :until and not exists (
                select from ledger.returned r where r.progress = p.id and r.at <= :until)
            order by p.commitment, p.party, p.on_day, p.at, p.id
            """;

    private static final String COUNTED_OF =
            """
            select p.on_day, p.percent
            from ledger.progress p left join ledger.returned r on r.progress = p.id
            where p.region = :region and p.commitment = :commitment and p.party = :party
              and r.progress is null
            order by p.on_day, p.at, p.id
            """;

    private static final String FILED =
            """
            select p.commitment, p.on_day, p.percent, p.at, r.at as returned
            from ledger.progress p left join ledger.returned r on r.progress = p.id
            where p.region = :region and p.party = :party
              and p.commitment in (select c.id from ledger.commitment c
                  where c.region = :region and (c.id = :id or c.parent = :id))
            order by p.on_day, p.at, p.id
            """;

    private final JdbcClient db;

    ProgressReports(JdbcClient db) {
        this.db = db;
    }

    /// Waits until nothing is being filed in a region.
    void lock(String region) {
        lock("pg_advisory_xact_lock", region);
    }

    /// Filing: others may file as well.
    void lockShared(String region) {
        lock("pg_advisory_xact_lock_shared", region);
    }

    private void lock(String how, String region) {
        db.sql("select " + how + "(hashtextextended('ledger-filing:' || :region, 0))")
                .param("region", region)
                .query()
                .singleRow();
    }

    void add(ProgressReport report, String person) {
        db.sql(ADD)
                .param("id", report.id())
                .param("region", report.region())
                .param("commitment", report.commitment())
                .param("party", report.party())
                .param("body", report.body())
                .param("person", person)
                .param("on", report.on())
                .param("at", utc(report.at()))
                .param("percent", report.percent())
                .param("text", report.text())
                .param("simulated", report.simulated())
                .update();
    }

    /// @return what was handed in, a line each
    String addEvidence(
            ProgressReport report, List<ProgressReport.Attachment> attachments, Ids ids) {
        var lines = new StringBuilder();
        for (var attachment : attachments) {
            var evidence =
                    new ProgressReport.Evidence(
                            ids.next(),
                            attachment.name(),
                            attachment.mediaType(),
                            attachment.content().length,
                            Digest.of(attachment.content()).hex());
            addEvidence(report, evidence, attachment.content());
            lines.append('\n').append(evidence);
        }
        return lines.toString();
    }

    private void addEvidence(
            ProgressReport report, ProgressReport.Evidence evidence, byte[] content) {
        db.sql(ADD_EVIDENCE)
                .param("id", evidence.id())
                .param("progress", report.id())
                .param("region", report.region())
                .param("party", report.party())
                .param("name", evidence.name())
                .param("mediaType", evidence.mediaType())
                .param("size", evidence.size())
                .param("sha256", HexFormat.of().parseHex(evidence.sha256()))
                .param("content", content)
                .update();
    }

    /// Whether this call returned it; false when it had been returned before.
    boolean giveBack(ProgressReport report, String body, String person, Instant at, String reason) {
        return db.sql(RETURN)
                        .param("progress", report.id())
                        .param("region", report.region())
                        .param("party", report.party())
                        .param("body", body)
                        .param("person", person)
                        .param("at", utc(at))
                        .param("reason", reason)
                        .update()
                == 1;
    }

    Optional<ProgressReport> find(UUID id) {
        var found = db.sql(SELECT + " where p.id = :id").param("id", id).query(this::read).list();
        return withEvidence(found).stream().findFirst();
    }

    /// Newest first.
    List<ProgressReport> of(String region, String commitment) {
        return withEvidence(
                db.sql(
                                SELECT
                                        + " where p.region = :region and p.commitment = :commitment"
                                        + " order by p.on_day desc, p.at desc, p.id")
                        .param("region", region)
                        .param("commitment", commitment)
                        .query(this::read)
                        .list());
    }

    /// The reports that count, per commitment and party, in the order of their days.
    Reports counted(String region, Instant until) {
        var counted = new Reports();
        var grouping = new Grouping(counted);
        db.sql(COUNTED)
                .param("region", region)
                .param("until", utc(until))
                .withFetchSize(Repeated.FETCHED)
                .query(grouping);
        grouping.close();
        return counted;
    }

    /// Puts rows that come by commitment and party together.
    private static final class Grouping implements RowCallbackHandler {
        private final Reports counted;
        private final Repeated seen = new Repeated();
        private final List<Duty.Report> group = new ArrayList<>();
        private String commitment = "";
        private String party = "";

        Grouping(Reports counted) {
            this.counted = counted;
        }

        @Override
        public void processRow(ResultSet row) throws SQLException {
            var nextCommitment = row.getString(1);
            var nextParty = Objects.requireNonNull(seen.text(row.getString(2)));
            if (!nextCommitment.equals(commitment) || !nextParty.equals(party)) {
                close();
                commitment = nextCommitment;
                party = nextParty;
            }
            var on = Objects.requireNonNull(seen.day(row.getString(3)));
            group.add(new Duty.Report(on, row.getInt(4), group.size()));
        }

        void close() {
            if (!group.isEmpty()) {
                counted.put(commitment, party, group);
                group.clear();
            }
        }
    }

    /// The reports that count on one obligation, in the order of their days.
    List<Duty.Report> countedOf(String region, String commitment, String party) {
        return db.sql(COUNTED_OF)
                .param("region", region)
                .param("commitment", commitment)
                .param("party", party)
                .query(
                        (rows, i) ->
                                new Duty.Report(
                                        rows.getObject("on_day", LocalDate.class),
                                        rows.getInt("percent"),
                                        i))
                .list();
    }

    /// A report with the moments at which it began and ceased to count.
    record Filed(String key, Duty.Report report, Instant at, @Nullable Instant returned) {}

    /// Everything filed for a party on a commitment and the tasks that serve it.
    List<Filed> filed(String region, String id, String party) {
        return db.sql(FILED)
                .param("region", region)
                .param("id", id)
                .param("party", party)
                .query(
                        (rows, i) ->
                                new Filed(
                                        key(rows.getString("commitment"), party),
                                        new Duty.Report(
                                                rows.getObject("on_day", LocalDate.class),
                                                rows.getInt("percent"),
                                                i),
                                        rows.getObject("at", OffsetDateTime.class).toInstant(),
                                        instant(rows.getObject("returned", OffsetDateTime.class))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /// Those that count at a moment, as [#counted] has them.
    static Map<String, List<Duty.Report>> countedAt(List<Filed> all, Instant until) {
        var counted = new HashMap<String, List<Duty.Report>>();
        for (var one : all) {
            boolean back = one.returned() != null && !one.returned().isAfter(until);
            if (!one.at().isAfter(until) && !back) {
                counted.computeIfAbsent(one.key(), k -> new ArrayList<>()).add(one.report());
            }
        }
        return counted;
    }

    static String key(String commitment, String party) {
        return Owed.key(commitment, party);
    }

    boolean isSimulated(String region, Instant known) {
        return db.sql(
                        "select exists (select from ledger.progress"
                                + " where region = :region and simulated and at <= :known)")
                .param("region", region)
                .param("known", utc(known))
                .query(Boolean.class)
                .single();
    }

    Optional<ProgressReport.Attachment> content(String region, UUID evidence) {
        return db.sql(
                        "select name, media_type, content from ledger.evidence"
                                + " where id = :id and region = :region")
                .param("id", evidence)
                .param("region", region)
                .query(
                        (rows, i) ->
                                new ProgressReport.Attachment(
                                        rows.getString("name"),
                                        rows.getString("media_type"),
                                        rows.getBytes("content")))
                .optional();
    }

    private List<ProgressReport> withEvidence(List<ProgressReport> reports) {
        if (reports.isEmpty()) {
            return reports;
        }
        var byReport = new HashMap<UUID, List<ProgressReport.Evidence>>();
        db.sql(EVIDENCE)
                .param("ids", reports.stream().map(ProgressReport::id).toArray(UUID[]::new))
                .query(
                        rows -> {
                            byReport.computeIfAbsent(
                                            rows.getObject("progress", UUID.class),
                                            k -> new ArrayList<>())
                                    .add(evidence(rows));
                        });
        return reports.stream()
                .map(
                        r ->
                                new ProgressReport(
                                        r.id(),
                                        r.region(),
                                        r.commitment(),
                                        r.party(),
                                        r.body(),
                                        r.on(),
                                        r.at(),
                                        r.percent(),
                                        r.text(),
                                        r.simulated(),
                                        r.returned(),
                                        byReport.getOrDefault(r.id(), List.of())))
                .toList();
    }

    private static ProgressReport.Evidence evidence(ResultSet rows) throws SQLException {
        return new ProgressReport.Evidence(
                rows.getObject("id", UUID.class),
                rows.getString("name"),
                rows.getString("media_type"),
                rows.getInt("size"),
                HexFormat.of().formatHex(rows.getBytes("sha256")));
    }

    private ProgressReport read(ResultSet rows, int i) throws SQLException {
        return new ProgressReport(
                rows.getObject("id", UUID.class),
                rows.getString("region"),
                rows.getString("commitment"),
                rows.getString("party"),
                rows.getString("body"),
                rows.getObject("on_day", LocalDate.class),
                rows.getObject("at", OffsetDateTime.class).toInstant(),
                rows.getInt("percent"),
                rows.getString("text"),
                rows.getBoolean("simulated"),
                rows.getString("returned"),
                List.of());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.equals(Instant.MAX) ? OffsetDateTime.MAX : instant.atOffset(ZoneOffset.UTC);
    }
}
