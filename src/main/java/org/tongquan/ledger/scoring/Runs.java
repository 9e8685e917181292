package org.tongquan.ledger.scoring;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import tools.jackson.databind.json.JsonMapper;

/// All SQL on `ledger.evaluation_run`, `ledger.score` and `ledger.score_why`.
@Repository
class Runs {
    private static final String ADD =
            """
            insert into ledger.evaluation_run
                (evaluation, n, region, inputs, inputs_sha256, outcome_sha256, body, person, at)
            values (:evaluation, :n, :region, :inputs, :inputsSha, :outcomeSha, :body, :person, :at)
            """;

    private static final String ADD_SCORE =
            """
            insert into ledger.score
                (evaluation, n, kind, subject, region, party, led, cooperated, raw, score, rank)
            values (:evaluation, :n, :kind, :subject, :region, :party, :led, :cooperated, :raw,
                    :score, :rank)
            """;

    private static final String ADD_WHY =
            """
            insert into ledger.score_why (evaluation, n, subject, region, party, lines)
            values (:evaluation, :n, :subject, :region, :party, :lines)
            """;

    private static final String SCORES =
            """
            select kind, subject, party, led, cooperated, raw, score, rank from ledger.score
            where evaluation = :evaluation and n = :n order by kind, rank, subject
            """;

    private static final String HISTORY =
            """
            select e.id, e.span, s.score, s.rank
            from ledger.evaluation e
            join ledger.score s on s.evaluation = e.id and s.kind = :kind and s.subject = :subject
                and s.n = (select max(r.n) from ledger.evaluation_run r where r.evaluation = e.id)
            where e.region = :region and ledger.is_published(e.id)
              and not exists (select from ledger.evaluation_step t
                  where t.evaluation = e.id and t.state = 'withdrawn')
            order by e.span, e.at
            """;

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;
    private final JsonMapper json = JsonMapper.builder().build();

    Runs(JdbcClient db, NamedParameterJdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    /// A run as it is kept.
    ///
    /// @param outcome digest over the scores and their lines
    record Run(Inputs inputs, Digest outcome) {}

    /// Keeps a run with its scores.
    ///
    /// @return digest over its inputs and its outcome
    Digest add(Evaluation of, int n, Inputs inputs, List<Score> scores, Actor actor, Instant at) {
        var bytes = json.writeValueAsBytes(inputs);
        var sha = Digest.of(bytes);
        var outcome = outcome(scores);
        db.sql(ADD)
                .param("evaluation", of.id())
                .param("n", n)
                .param("region", of.region())
                .param("inputs", packed(bytes))
                .param("inputsSha", sha.bytes())
                .param("outcomeSha", outcome.bytes())
                .param("body", actor.body())
                .param("person", actor.person())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        batches.batchUpdate(
                ADD_SCORE,
                scores.stream().map(s -> values(of, n, s)).toArray(SqlParameterSource[]::new));
        batches.batchUpdate(
                ADD_WHY,
                scores.stream()
                        .filter(s -> s.kind() == Score.Kind.UNIT)
                        .map(s -> why(of, n, s))
                        .toArray(SqlParameterSource[]::new));
        return Digest.of(sha.bytes(), outcome.bytes());
    }

    private static MapSqlParameterSource key(Evaluation of, int n, Score score) {
        return new MapSqlParameterSource("evaluation", of.id())
                .addValue("n", n)
                .addValue("region", of.region())
                .addValue("subject", score.subject())
                .addValue("party", score.party());
    }

    private static SqlParameterSource values(Evaluation of, int n, Score score) {
        return key(of, n, score)
                .addValue("kind", score.kind().word())
                .addValue("led", score.led())
                .addValue("cooperated", score.cooperated())
                .addValue("raw", score.raw())
                .addValue("score", score.score())
                .addValue("rank", score.rank());
    }

    private SqlParameterSource why(Evaluation of, int n, Score score) {
        return key(of, n, score).addValue("lines", json.writeValueAsString(score.lines()));
    }

    /// A digest that depends on figures, not on how many zeros they are written with.
    Digest outcome(List<Score> scores) {
        var text = new StringBuilder();
        for (var score : scores) {
            text.append(score.kind()).append('\t').append(score.subject()).append('\t');
            text.append(score.party()).append('\t').append(score.led()).append('\t');
            text.append(score.cooperated()).append('\t').append(plain(score.raw())).append('\t');
            text.append(plain(score.score())).append('\t').append(score.rank()).append('\n');
            for (var line : score.lines()) {
                text.append('\t').append(line.fact()).append('\t').append(line.occasion());
                text.append('\t').append(line.role()).append('\t').append(plain(line.points()));
                text.append('\t').append(line.days()).append('\t').append(line.on()).append('\n');
            }
        }
        return Digest.ofText(text.toString());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    Optional<Run> find(UUID evaluation, int n) {
        return db.sql(
                        "select inputs, outcome_sha256 from ledger.evaluation_run"
                                + " where evaluation = :evaluation and n = :n")
                .param("evaluation", evaluation)
                .param("n", n)
                .query(
                        (rows, i) ->
                                new Run(
                                        json.readValue(
                                                unpacked(rows.getBytes("inputs")), Inputs.class),
                                        Digest.wrap(rows.getBytes("outcome_sha256"))))
                .optional();
    }

    /// The scores of a run without their lines, by kind and rank.
    List<Score> scores(UUID evaluation, int n) {
        return db.sql(SCORES)
                .param("evaluation", evaluation)
                .param("n", n)
                .query(Runs::read)
                .list();
    }

    /// Why a unit has its score; empty when this body may not see that.
    Optional<List<Score.Line>> lines(UUID evaluation, int n, String unit) {
        return db.sql(
                        "select lines from ledger.score_why"
                                + " where evaluation = :evaluation and n = :n and subject = :unit")
                .param("evaluation", evaluation)
                .param("n", n)
                .param("unit", unit)
                .query(String.class)
                .optional()
                .map(text -> List.of(json.readValue(text, Score.Line[].class)));
    }

    /// Earlier and later scores of a unit or party, by span.
    List<Scoring.Past> history(String region, Score.Kind kind, String subject) {
        return db.sql(HISTORY)
                .param("region", region)
                .param("kind", kind.word())
                .param("subject", subject)
                .query(
                        (rows, i) ->
                                new Scoring.Past(
                                        rows.getObject("id", UUID.class),
                                        rows.getString("span"),
                                        rows.getBigDecimal("score"),
                                        rows.getInt("rank")))
                .list();
    }

    private static Score read(ResultSet rows, int i) throws SQLException {
        return new Score(
                Score.Kind.valueOf(rows.getString("kind").toUpperCase(Locale.ROOT)),
                rows.getString("subject"),
                rows.getString("party"),
                rows.getInt("led"),
                rows.getInt("cooperated"),
                rows.getBigDecimal("raw"),
                rows.getBigDecimal("score"),
                rows.getInt("rank"),
                List.of());
    }

    private static byte[] packed(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] unpacked(byte[] bytes) {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return zip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
