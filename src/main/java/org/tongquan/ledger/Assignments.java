package org.tongquan.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
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
            "update ledger.assignment set valid_to = :on where id = any (:ids)";

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;

    Assignments(JdbcClient db, NamedParameterJdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
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

    void add(List<Assignment> assignments, String person) {
        batches.batchUpdate(
                ADD,
                assignments.stream()
                        .map(a -> values(a, person))
                        .toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource values(Assignment assignment, String person) {
        return new MapSqlParameterSource()
                .addValue("id", assignment.id())
                .addValue("region", assignment.region())
                .addValue("commitment", assignment.commitment())
                .addValue("party", assignment.party())
                .addValue("unit", assignment.unit())
                .addValue("role", assignment.role().word())
                .addValue("from", assignment.validFrom())
                .addValue("byBody", assignment.byBody())
                .addValue("person", person)
                .addValue("at", assignment.at().atOffset(ZoneOffset.UTC));
    }

    void end(List<UUID> ids, LocalDate on) {
        if (!ids.isEmpty()) {
            db.sql(END).param("ids", ids.toArray(UUID[]::new)).param("on", on).update();
        }
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
