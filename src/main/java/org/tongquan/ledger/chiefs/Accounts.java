package org.tongquan.ledger.chiefs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.ledger.paper.Papers;

/// All SQL on `ledger.chief_account`.
@Repository
class Accounts {
    private static final String SELECT =
            """
            select id, region, year, as_of, title, number, body, at, simulated, sha256
            from ledger.chief_account
            """;

    private static final String ADD =
            """
            insert into ledger.chief_account
                (id, region, year, as_of, title, number, body, person, at, simulated, docx, pdf,
                 ofd, sha256)
            values (:id, :region, :year, :asOf, :title, :number, :body, :person, :at, :simulated,
                    :docx, :pdf, :ofd, :sha256)
            """;

    private final JdbcClient db;

    Accounts(JdbcClient db) {
        this.db = db;
    }

    void add(Accounting.Issued issued, String person, Papers papers) {
        db.sql(ADD)
                .param("id", issued.id())
                .param("region", issued.region())
                .param("year", issued.asOf().getYear())
                .param("asOf", issued.asOf())
                .param("title", issued.title())
                .param("number", issued.number())
                .param("body", issued.body())
                .param("person", person)
                .param("at", Charges.utc(issued.at()))
                .param("simulated", issued.simulated())
                .param("docx", papers.docx())
                .param("pdf", papers.pdf())
                .param("ofd", papers.ofd())
                .param("sha256", HexFormat.of().parseHex(issued.sha256()))
                .update();
    }

    /// Newest first.
    List<Accounting.Issued> list(String region, int limit) {
        return db.sql(SELECT + " where region = :region order by at desc, id limit :limit")
                .param("region", region)
                .param("limit", limit)
                .query(Accounts::read)
                .list();
    }

    Optional<Accounting.Issued> find(UUID id) {
        return db.sql(SELECT + " where id = :id").param("id", id).query(Accounts::read).optional();
    }

    Optional<byte[]> docx(UUID id) {
        return db.sql("select docx from ledger.chief_account where id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    Optional<byte[]> pdf(UUID id) {
        return db.sql("select pdf from ledger.chief_account where id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    Optional<byte[]> ofd(UUID id) {
        return db.sql("select ofd from ledger.chief_account where id = :id and ofd is not null")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    private static Accounting.Issued read(ResultSet rows, int i) throws SQLException {
        return new Accounting.Issued(
                rows.getObject("id", UUID.class),
                rows.getString("region"),
                rows.getObject("as_of", LocalDate.class),
                rows.getString("title"),
                rows.getString("number"),
                rows.getString("body"),
                Charges.at(rows),
                rows.getBoolean("simulated"),
                HexFormat.of().formatHex(rows.getBytes("sha256")));
    }
}
