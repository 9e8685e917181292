package org.tongquan.ledger.responsible;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.kernel.Actor;

/// All SQL on `ledger.responsible`.
@Repository
class Responsibles {
    private static final String ADD =
            """
            insert into ledger.responsible
                (id, region, commitment, party, unit, who, body, person, at)
            values (:id, :region, :commitment, :party, :unit, :who, :body, :person, :at)
            """;

    /// Of each unit the one named last.
    private static final String LAST =
            """
            select distinct on (party, unit) id, region, commitment, party, unit, who, body, at
            from ledger.responsible where region = :region and commitment = :commitment
            order by party, unit, at desc, id desc
            """;

    private final JdbcClient db;

    Responsibles(JdbcClient db) {
        this.db = db;
    }

    void add(Responsible named, Actor actor) {
        db.sql(ADD)
                .param("id", named.id())
                .param("region", named.region())
                .param("commitment", named.commitment())
                .param("party", named.party())
                .param("unit", named.unit())
                .param("who", named.who())
                .param("body", named.body())
                .param("person", actor.person())
                .param("at", named.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Responsible> of(String region, String commitment) {
        return db.sql(LAST)
                .param("region", region)
                .param("commitment", commitment)
                .query(Responsibles::read)
                .list();
    }

    private static Responsible read(ResultSet rows, int i) throws SQLException {
        return new Responsible(
                rows.getObject("id", UUID.class),
                rows.getString("region"),
                rows.getString("commitment"),
                rows.getString("party"),
                rows.getString("unit"),
                rows.getString("who"),
                rows.getString("body"),
                rows.getObject("at", OffsetDateTime.class).toInstant());
    }
}
