package org.tongquan.ledger.attaching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.kernel.Actor;

/// All SQL on `ledger.attachment` and `ledger.attachment_withdrawn`.
@Repository
class Attachments {
    private static final String SELECT =
            """
            select a.id, a.region, a.item, a.party, a.body, a.at, a.name, a.media_type, a.size,
                   a.sha256, a.note, w.body as by_body, w.at as by_at, w.reason
            from ledger.attachment a
            left join ledger.attachment_withdrawn w on w.attachment = a.id
            """;

    private static final String EXISTS =
            """
            select exists (select from ledger.commitment
                    where region = :region and id = :item)
                or exists (select from ledger.plan_item
                    where region = :region and id = :item)
            """;

    private final JdbcClient db;

    Attachments(JdbcClient db) {
        this.db = db;
    }

    /// Lets one transaction at a time attach to an item.
    void lock(String region, String item) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('attach:' || :region || :item, 0))")
                .param("region", region)
                .param("item", item)
                .query()
                .singleRow();
    }

    boolean exists(String region, String item) {
        return db.sql(EXISTS)
                .param("region", region)
                .param("item", item)
                .query(Boolean.class)
                .single();
    }

    List<Attached> list(String region, String item) {
        return db.sql(SELECT + " where a.region = :region and a.item = :item order by a.at, a.id")
                .param("region", region)
                .param("item", item)
                .query(Attachments::row)
                .list();
    }

    Optional<Attached> find(UUID id) {
        return db.sql(SELECT + " where a.id = :id")
                .param("id", id)
                .query(Attachments::row)
                .optional();
    }

    byte[] content(UUID id) {
        return db.sql("select content from ledger.attachment where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    void add(Attached file, String person, byte[] content) {
        db.sql(
                        """
                        insert into ledger.attachment
                            (id, region, item, party, body, person, at, name, media_type, size,
                             sha256, note, content)
                        values (:id, :region, :item, :party, :body, :person, :at, :name, :type,
                                :size, :sha256, :note, :content)
                        """)
                .param("id", file.id())
                .param("region", file.region())
                .param("item", file.item())
                .param("party", file.party())
                .param("body", file.body())
                .param("person", person)
                .param("at", utc(file.at()))
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("size", file.size())
                .param("sha256", HexFormat.of().parseHex(file.sha256()))
                .param("note", file.note())
                .param("content", content)
                .update();
    }

    void withdraw(Attached file, Actor actor, Instant at, String reason) {
        db.sql(
                        """
                        insert into ledger.attachment_withdrawn
                            (attachment, region, body, person, at, reason)
                        values (:id, :region, :body, :person, :at, :reason)
                        """)
                .param("id", file.id())
                .param("region", file.region())
                .param("body", actor.body())
                .param("person", actor.person())
                .param("at", utc(at))
                .param("reason", reason)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Attached row(ResultSet row, int i) throws SQLException {
        var by = row.getString("by_body");
        return new Attached(
                row.getObject("id", UUID.class),
                row.getString("region"),
                row.getString("item"),
                row.getString("party"),
                row.getString("body"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("name"),
                row.getString("media_type"),
                row.getInt("size"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getString("note"),
                by == null
                        ? null
                        : new Attached.Withdrawal(
                                by,
                                row.getObject("by_at", OffsetDateTime.class).toInstant(),
                                row.getString("reason")));
    }
}
