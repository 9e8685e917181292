package org.tongquan.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

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
            select id, region, commitment, party, unit, role, valid_from, by_body, by_person, at
            from json_populate_recordset(null::ledger.assignment, cast(:rows as json))
            """;

    private static final String END =
            "update ledger.assignment set valid_to = :on where id = any (:ids)";

    private static final int BATCH = 2_000;

    private final JdbcClient db;
    private final JsonMapper json = JsonMapper.builder().build();

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

    void add(List<Assignment> assignments, String person) {
        for (int i = 0; i < assignments.size(); i += BATCH) {
            var some = assignments.subList(i, Math.min(i + BATCH, assignments.size()));
            db.sql(ADD)
                    .param(
                            "rows",
                            json.writeValueAsString(
                                    some.stream().map(a -> row(a, person)).toList()))
                    .update();
        }
    }

    private static Map<String, Object> row(Assignment assignment, String person) {
        return Map.of(
                "id", assignment.id().toString(),
                "region", assignment.region(),
                "commitment", assignment.commitment(),
                "party", assignment.party(),
                "unit", assignment.unit(),
                "role", assignment.role().word(),
                "valid_from", assignment.validFrom().toString(),
                "by_body", assignment.byBody(),
                "by_person", person,
                "at", assignment.at().toString());
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
