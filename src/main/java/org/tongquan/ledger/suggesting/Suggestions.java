package org.tongquan.ledger.suggesting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;

/// All SQL on `ledger.suggestion` and `ledger.suggestion_event`.
@Repository
class Suggestions {
    private static final String SELECT =
            """
            select s.id, s.region, s.category, s.title, s.text, s.on_day, s.at, s.look_by,
                   s.look_days, s.look_provisional, s.rule, s.contact is not null as reachable
            from ledger.suggestion s
            """;

    private static final String LIST =
            SELECT
                    + """
                    where s.region = :region
                      and (cast(:after as uuid) is null or s.id < :after)
                      and (:words = '' or position(lower(:words) in lower(s.title)) > 0
                          or position(lower(:words) in lower(s.text)) > 0)
                      and case :which
                          when 'all' then true
                          when 'mine'
                              then s.unit = any ((select ledger.stands_for())::text[])
                          when 'open' then s.state = 'published' and not exists (
                              select from ledger.suggestion_event e
                              where e.suggestion = s.id and e.kind = 'answered')
                          when 'answered' then s.state = 'published' and exists (
                              select from ledger.suggestion_event e
                              where e.suggestion = s.id and e.kind = 'answered')
                          else s.state = :which end
                    order by s.id desc limit :most
                    """;

    private static final String ADD =
            """
            insert into ledger.suggestion
                (id, region, category, title, text, body, person, on_day, at, look_by, look_days,
                 look_provisional, rule, code_hash, contact)
            values (:id, :region, :category, :title, :text, :body, :person, :on, :at, :lookBy,
                    :lookDays, :provisional, :rule, :code, cast(:contact as uuid))
            """;

    private static final String ADD_EVENT =
            """
            insert into ledger.suggestion_event
                (id, suggestion, region, ordinal, kind, body, person, on_day, at, text, unit,
                 commitment, due, days, provisional, rule)
            values (:id, :suggestion, :region, :ordinal, :kind, :body, :person, :on, :at, :text,
                    :unit, :commitment, cast(:due as date), :days, :provisional, :rule)
            """;

    private final JdbcClient db;

    Suggestions(JdbcClient db) {
        this.db = db;
    }

    /// Lets one transaction at a time deal with a suggestion.
    void lock(UUID suggestion) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('suggestion:' || :id, 0))")
                .param("id", suggestion.toString())
                .query()
                .singleRow();
    }

    void add(Suggestion suggestion, Digest code, @Nullable UUID contact, Actor actor) {
        db.sql(ADD)
                .param("id", suggestion.id())
                .param("region", suggestion.region())
                .param("category", suggestion.category())
                .param("title", suggestion.title())
                .param("text", suggestion.text())
                .param("body", actor.body())
                .param("person", actor.person())
                .param("on", suggestion.on())
                .param("at", utc(suggestion.at()))
                .param("lookBy", suggestion.look().by())
                .param("lookDays", suggestion.look().days())
                .param("provisional", suggestion.look().provisional())
                .param("rule", suggestion.look().rule())
                .param("code", code.bytes())
                .param("contact", contact)
                .update();
    }

    List<Suggestion> list(String region, Wanted wanted, LocalDate day, int most) {
        var found =
                db.sql(LIST)
                        .param("region", region)
                        .param("after", wanted.after(), java.sql.Types.OTHER)
                        .param("words", wanted.words())
                        .param("which", wanted.which().word())
                        .param("most", most)
                        .query(Suggestions::suggestion)
                        .list();
        var events = events(found.stream().map(Suggestion::id).toList());
        return found.stream()
                .map(s -> handled(s, events.getOrDefault(s.id(), List.of()), day))
                .toList();
    }

    /// Title and text of what was published last, to compare with.
    List<Suggestion> published(String region, int most) {
        return db.sql(
                        SELECT
                                + " where s.region = :region and s.state = 'published'"
                                + " order by s.id desc limit :most")
                .param("region", region)
                .param("most", most)
                .query(Suggestions::suggestion)
                .list();
    }

    /// Those whose time to answer rests on holidays that were not announced.
    List<Suggestion> provisional(String region, LocalDate day) {
        return db
                .sql(
                        """
                        select distinct suggestion from ledger.suggestion_event
                        where region = :region and provisional
                        """)
                .param("region", region)
                .query(UUID.class)
                .list()
                .stream()
                .flatMap(id -> find(id, day).stream())
                .toList();
    }

    Optional<Suggestion> find(UUID id, LocalDate day) {
        return db.sql(SELECT + " where s.id = :id")
                .param("id", id)
                .query(Suggestions::suggestion)
                .optional()
                .map(s -> handled(s, events(List.of(id)).getOrDefault(id, List.of()), day));
    }

    Optional<Suggestion> findByCode(String region, Digest code, LocalDate day) {
        return db.sql(
                        "select id from ledger.suggestion"
                                + " where region = :region and code_hash = :code")
                .param("region", region)
                .param("code", code.bytes())
                .query(UUID.class)
                .optional()
                .flatMap(id -> find(id, day));
    }

    private static Suggestion handled(Suggestion s, List<SuggestionEvent> events, LocalDate day) {
        return new Suggestion(
                s.id(),
                s.region(),
                s.category(),
                s.title(),
                s.text(),
                s.on(),
                s.at(),
                s.look(),
                s.hasContact(),
                events,
                Handlings.of(s.look().by(), events, day));
    }

    private Map<UUID, List<SuggestionEvent>> events(List<UUID> suggestions) {
        var all = new HashMap<UUID, List<SuggestionEvent>>();
        db.sql(
                        """
                        select id, suggestion, ordinal, kind, body, on_day, at, text, unit,
                               commitment, due, days, provisional, rule
                        from ledger.suggestion_event where suggestion = any (:ids)
                        order by suggestion, ordinal
                        """)
                .param("ids", suggestions.toArray(UUID[]::new))
                .query(
                        (row, i) ->
                                all.computeIfAbsent(
                                                row.getObject("suggestion", UUID.class),
                                                _ -> new ArrayList<>())
                                        .add(event(row)))
                .list();
        return all;
    }

    void addEvent(Suggestion suggestion, SuggestionEvent event, Actor actor) {
        db.sql(ADD_EVENT)
                .param("id", event.id())
                .param("suggestion", suggestion.id())
                .param("region", suggestion.region())
                .param("ordinal", event.ordinal())
                .param("kind", event.kind().word())
                .param("body", event.body())
                .param("person", actor.person())
                .param("on", event.on())
                .param("at", utc(event.at()))
                .param("text", event.text())
                .param("unit", event.unit())
                .param("commitment", event.commitment())
                .param("due", event.due())
                .param("days", event.days())
                .param("provisional", event.provisional())
                .param("rule", event.rule())
                .update();
    }

    /// What policies read follows what was done.
    void project(UUID suggestion, Handling handling) {
        db.sql("update ledger.suggestion set state = :state, unit = :unit where id = :id")
                .param("id", suggestion)
                .param("state", handling.shown().word())
                .param("unit", handling.unit())
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Suggestion suggestion(ResultSet row, int i) throws SQLException {
        var look =
                new Suggestion.Look(
                        row.getObject("look_by", LocalDate.class),
                        row.getInt("look_days"),
                        row.getBoolean("look_provisional"),
                        row.getString("rule"));
        return new Suggestion(
                row.getObject("id", UUID.class),
                row.getString("region"),
                row.getString("category"),
                row.getString("title"),
                row.getString("text"),
                row.getObject("on_day", LocalDate.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                look,
                row.getBoolean("reachable"),
                List.of(),
                Handlings.of(look.by(), List.of(), LocalDate.MIN));
    }

    private static SuggestionEvent event(ResultSet row) throws SQLException {
        return new SuggestionEvent(
                row.getObject("id", UUID.class),
                row.getInt("ordinal"),
                SuggestionEvent.Kind.of(row.getString("kind")),
                row.getString("body"),
                row.getObject("on_day", LocalDate.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("text"),
                row.getString("unit"),
                row.getString("commitment"),
                row.getObject("due", LocalDate.class),
                row.getInt("days"),
                row.getBoolean("provisional"),
                row.getString("rule"));
    }
}
