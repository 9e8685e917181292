package org.tongquan.ledger.chiefs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.ledger.ProgressReport.Attachment;

/// All SQL on `ledger.chief_visit` and `ledger.chief_file`.
@Repository
class Visits {
    private static final String SELECT =
            """
            select id, charge, on_day, place, went, who, seen, duties, body, filed_on, at
            from ledger.chief_visit
            """;

    private static final String ADD =
            """
            insert into ledger.chief_visit
                (id, charge, region, party, on_day, place, went, who, seen, duties, body, person,
                 filed_on, at)
            values (:id, :charge, :region, :party, :on, :place, :went, :who, :seen, :duties, :body,
                    :person, :filedOn, :at)
            """;

    private static final String ADD_FILE =
            """
            insert into ledger.chief_file
                (id, visit, event, region, name, media_type, size, sha256, content)
            values (:id, cast(:visit as uuid), cast(:event as uuid), :region, :name, :mediaType,
                    :size, :sha256, :content)
            """;

    private static final String FILES =
            """
            select id, coalesce(visit, event) as of, name, media_type, size, sha256
            from ledger.chief_file where visit = any (:ids) or event = any (:ids) order by id
            """;

    private final JdbcClient db;

    Visits(JdbcClient db) {
        this.db = db;
    }

    void add(Charge charge, Visit visit, String person) {
        db.sql(ADD)
                .param("id", visit.id())
                .param("charge", visit.charge())
                .param("region", charge.region())
                .param("party", charge.party())
                .param("on", visit.on())
                .param("place", visit.place())
                .param("went", visit.by().word())
                .param("who", visit.who())
                .param("seen", visit.seen())
                .param("duties", visit.duties().toArray(String[]::new))
                .param("body", visit.body())
                .param("person", person)
                .param("filedOn", visit.filedOn())
                .param("at", Charges.utc(visit.at()))
                .update();
    }

    /// @param visit or `event`: what the file belongs to; the other one is null
    void add(
            String region,
            Visit.Photo photo,
            @Nullable UUID visit,
            @Nullable UUID event,
            byte[] content) {
        db.sql(ADD_FILE)
                .param("id", photo.id())
                .param("visit", visit)
                .param("event", event)
                .param("region", region)
                .param("name", photo.name())
                .param("mediaType", photo.mediaType())
                .param("size", photo.size())
                .param("sha256", HexFormat.of().parseHex(photo.sha256()))
                .param("content", content)
                .update();
    }

    Optional<Visit> find(UUID id) {
        var found = db.sql(SELECT + " where id = :id").param("id", id).query(Visits::visit).list();
        return withFiles(found).stream().findFirst();
    }

    /// In the order of their days.
    Map<UUID, List<Visit>> of(Collection<UUID> charges) {
        var found =
                db.sql(SELECT + " where charge = any (:ids) order by on_day, at, id")
                        .param("ids", charges.toArray(UUID[]::new))
                        .query(Visits::visit)
                        .list();
        var all = new HashMap<UUID, List<Visit>>();
        withFiles(found)
                .forEach(v -> all.computeIfAbsent(v.charge(), n -> new ArrayList<>()).add(v));
        return all;
    }

    private List<Visit> withFiles(List<Visit> found) {
        var files = files(found.stream().map(Visit::id).toList());
        return found.stream()
                .map(
                        v ->
                                new Visit(
                                        v.id(),
                                        v.charge(),
                                        v.on(),
                                        v.place(),
                                        v.by(),
                                        v.who(),
                                        v.seen(),
                                        v.duties(),
                                        files.getOrDefault(v.id(), List.of()),
                                        v.body(),
                                        v.filedOn(),
                                        v.at()))
                .toList();
    }

    /// Files by the visit or event they belong to.
    Map<UUID, List<Visit.Photo>> files(Collection<UUID> of) {
        var all = new HashMap<UUID, List<Visit.Photo>>();
        if (of.isEmpty()) {
            return all;
        }
        db.sql(FILES)
                .param("ids", of.toArray(UUID[]::new))
                .query(Visits::photo)
                .list()
                .forEach(p -> all.computeIfAbsent(p.of(), n -> new ArrayList<>()).add(p));
        return all;
    }

    Optional<Attachment> content(UUID file) {
        return db.sql("select name, media_type, content from ledger.chief_file where id = :id")
                .param("id", file)
                .query(
                        (rows, i) ->
                                new Attachment(
                                        rows.getString("name"),
                                        rows.getString("media_type"),
                                        rows.getBytes("content")))
                .optional();
    }

    private static Visit.Photo photo(ResultSet rows, int i) throws SQLException {
        return new Visit.Photo(
                rows.getObject("id", UUID.class),
                rows.getObject("of", UUID.class),
                rows.getString("name"),
                rows.getString("media_type"),
                rows.getInt("size"),
                HexFormat.of().formatHex(rows.getBytes("sha256")));
    }

    private static Visit visit(ResultSet rows, int i) throws SQLException {
        return new Visit(
                rows.getObject("id", UUID.class),
                rows.getObject("charge", UUID.class),
                rows.getObject("on_day", LocalDate.class),
                rows.getString("place"),
                Visit.By.of(rows.getString("went")),
                rows.getString("who"),
                rows.getString("seen"),
                List.of((String[]) rows.getArray("duties").getArray()),
                List.of(),
                rows.getString("body"),
                rows.getObject("filed_on", LocalDate.class),
                Charges.at(rows));
    }
}
