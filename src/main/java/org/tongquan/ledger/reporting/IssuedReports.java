package org.tongquan.ledger.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.ledger.paper.Papers;
import org.tongquan.ledger.template.TemplateKind;

/// All SQL on `ledger.issued`.
@Repository
class IssuedReports {
    private static final String ADD =
            """
            insert into ledger.issued
                (id, region, as_of, title, number, recipients, body, person, at, simulated,
                 docx, pdf, ofd, sha256, kind, template)
            values (:id, :region, :asOf, :title, :number, :recipients, :body, :person, :at,
                    :simulated, :docx, :pdf, :ofd, :sha256,
                    :kind, :template)
            """;

    private static final String SELECT =
            """
            select id, region, as_of, title, number, recipients, body, at, simulated, sha256,
                kind,
                coalesce(template, 0) as template
            from ledger.issued
            """;

    private final JdbcClient db;

    IssuedReports(JdbcClient db) {
        this.db = db;
    }

    void add(Issued issued, String person, Papers files) {
        db.sql(ADD)
                .param("id", issued.id())
                .param("region", issued.region())
                .param("asOf", issued.asOf())
                .param("title", issued.title())
                .param("number", issued.number())
                .param("recipients", issued.recipients())
                .param("body", issued.body())
                .param("person", person)
                .param("at", issued.at().atOffset(ZoneOffset.UTC))
                .param("simulated", issued.simulated())
                .param("docx", files.docx())
                .param("pdf", files.pdf())
                .param("ofd", files.ofd())
                .param("sha256", HexFormat.of().parseHex(issued.sha256()))
                .param("kind", issued.kind().word())
                .param("template", issued.template())
                .update();
    }

    List<Issued> list(String region, int limit) {
        return db.sql(SELECT + " where region = :region order by at desc limit :limit")
                .param("region", region)
                .param("limit", limit)
                .query(IssuedReports::read)
                .list();
    }

    Optional<Issued> find(UUID id) {
        return db.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(IssuedReports::read)
                .optional();
    }

    Optional<byte[]> docx(UUID id) {
        return db.sql("select docx from ledger.issued where id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    Optional<byte[]> pdf(UUID id) {
        return db.sql("select pdf from ledger.issued where id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    Optional<byte[]> ofd(UUID id) {
        return db.sql("select ofd from ledger.issued where id = :id and ofd is not null")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    private static Issued read(ResultSet rows, int i) throws SQLException {
        var day = rows.getObject("as_of", LocalDate.class);
        return new Issued(
                rows.getObject("id", UUID.class),
                rows.getString("region"),
                day,
                rows.getString("title"),
                rows.getString("number"),
                rows.getString("recipients"),
                rows.getString("body"),
                rows.getObject("at", OffsetDateTime.class).toInstant(),
                rows.getBoolean("simulated"),
                HexFormat.of().formatHex(rows.getBytes("sha256")),
                Optional.ofNullable(rows.getString("kind"))
                        .flatMap(TemplateKind::of)
                        .orElse(TemplateKind.report(day)),
                rows.getInt("template"));
    }
}
