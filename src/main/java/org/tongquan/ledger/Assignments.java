package org.tongquan.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL on `ledger.assignment`.
@Repository
class Assignments {
    private static final String SELECT =
            """
            select id, region, commitment, party, unit, role, valid_from, valid_to, by_body, at
            from ledger.assignment
            """;

    private static final String ADD =
            """
            insert into ledger.assignment
                (id, region, commitment, party, unit, role, valid_from, by_body, by_person, at)
            values (:id, :region, :commitment, :party, :unit, :role, :from, :byBody, :person, :at)
            """;

    private static final String END =
            "update ledger.assignment set valid_to = :on where id = :id and valid_to is null";

    private static final String MINE =
            """
            select distinct region, commitment, party from ledger.assignment
            where unit = :unit and valid_to is null
            """;

    private final JdbcClient db;

    Assignments(JdbcClient db) {
        this.db = db;
    }

    /// Every part in a commitment that has not ended, leads first.
    List<Assignment> of(String region, String commitment) {
        return db.sql(
                        SELECT
                                + " where region = :region and commitment = :commitment"
                                + " and valid_to is null order by party, role desc, unit")
                .param("region", region)
                .param("commitment", commitment)
                .query(Assignments::read)
                .list();
    }

    List<Assignment> ofRegion(String region) {
        return db.sql(SELECT + " where region = :region and valid_to is null order by unit")
                .param("region", region)
                .query(Assignments::read)
                .list();
    }

    void add(Assignment assignment, String person) {
        db.sql(ADD)
                .param("id", assignment.id())
                .param("region", assignment.region())
                .param("commitment", assignment.commitment())
                .param("party", assignment.party())
                .param("unit", assignment.unit())
                .param("role", assignment.role().word())
                .param("from", assignment.validFrom())
                .param("byBody", assignment.byBody())
                .param("person", person)
                .param("at", assignment.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(UUID id, LocalDate on) {
        db.sql(END).param("id", id).param("on", on).update();
    }

    /// How many obligations a unit has a part in.
    int countOf(String unit) {
        return db.sql("select count(*) from (" + MINE + ") m")
                .param("unit", unit)
                .query(Integer.class)
                .single();
    }

    private static Assignment read(ResultSet rows, int i) throws SQLException {
        return new Assignment(
                rows.getObject("id", UUID.class),
                rows.getString("region"),
                rows.getString("commitment"),
                rows.getString("party"),
                rows.getString("unit"),
                Assignment.Role.valueOf(rows.getString("role").toUpperCase(java.util.Locale.ROOT)),
                rows.getObject("valid_from", LocalDate.class),
                rows.getObject("valid_to", LocalDate.class),
                rows.getString("by_body"),
                rows.getObject("at", OffsetDateTime.class).toInstant());
    }
}
