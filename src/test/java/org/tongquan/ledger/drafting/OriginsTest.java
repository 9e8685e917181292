package org.tongquan.ledger.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.identity.TestBrowser;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.AdoptedPolicy;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.DrivenDoors;

/// From a commitment back to the sentence and the document it was read from.
@HouseTest
class OriginsTest {
    @LocalServerPort private int port;
    @Autowired private ApplicationContext house;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;

    @Test
    void everyAdoptedCommitmentHasItsSentenceForEveryBodyOfTheRegion() {
        var basin = new Basin(house, "basin-origin");
        var document = AdoptedPolicy.adopt(basin, "2025.9");
        var unit = basin.unit("990100/hangdao");
        var doors = new DrivenDoors();
        var origins = basin.door(Origins.class);
        var read = doors.run("Origins.find", () -> origins.find(unit, document.id())).orElseThrow();
        assertThat(read).isEqualTo(document);
        assertThat(read.sentences()).hasSizeGreaterThan(5);
        for (var sentence : read.sentences()) {
            var card = basin.ledger().find(unit, basin.region(), sentence.commitment());
            assertThat(card).as(sentence.commitment()).isPresent();
            var origin = origins.of(unit, basin.region(), sentence.commitment()).orElseThrow();
            assertThat(origin.document()).isEqualTo(document.id());
            assertThat(origin.sentence())
                    .isEqualTo(read.text().substring(sentence.start(), sentence.end()).strip())
                    .isNotEmpty();
        }
        var declared =
                doors.run("Origins.of", () -> origins.of(unit, basin.region(), "y01-county-bank"));
        assertThat(declared).as("its text came with the compact").isEmpty();
        doors.requireAll(List.of(Origins.class));
    }

    @Test
    void nobodyOutsideTheRegionReadsTheDocument() throws Exception {
        var basin = new Basin(house, "basin-origin-break");
        var other = new Basin(house, "basin-origin-other");
        var document = AdoptedPolicy.adopt(basin, "2025.9");
        var commitment = document.sentences().getFirst().commitment();
        var stranger = other.office();
        var origins = basin.door(Origins.class);
        for (var outside : List.of(stranger, Actor.PUBLIC)) {
            assertThat(origins.find(outside, document.id())).isEmpty();
            assertThat(origins.of(outside, basin.region(), commitment)).isEmpty();
            assertThat(count(outside, "ledger.read_document", document.id())).isZero();
        }
        other.account("origin-stranger", other.region() + ":secretariat");
        try (var browser = TestBrowser.signedIn(port, "origin-stranger", Basin.PASSWORD)) {
            assertThat(browser.get("/documents/" + document.id()).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void noBodyWritesOrChangesAnOriginByPlainSql() {
        var basin = new Basin(house, "basin-origin-sql");
        var document = AdoptedPolicy.adopt(basin, "2025.9");
        var unit = basin.unit("990100/hangdao");
        var sentence =
                """
                insert into ledger.read_sentence (region, commitment, document, start_at, end_at)
                values ('basin-origin-sql', 'y01-county-bank', '%s', 0, 5)
                """
                        .formatted(document.id());
        refused(unit, sentence);
        refused(new Basin(house, "basin-origin-sql-2").office(), sentence);
        refused(basin.office(), "update ledger.read_document set text = 'x'");
        refused(basin.office(), "delete from ledger.read_sentence");
        refused(
                unit,
                """
                insert into ledger.read_document
                    (id, region, version, file_name, title, number, issuer, text, body, person, at)
                values (gen_random_uuid(), 'basin-origin-sql', '1', 'f', 't', '', '', 'x',
                    host.body(), host.person(), now())
                """);
    }

    private long count(Actor actor, String table, UUID id) {
        return acting.read(
                actor,
                () ->
                        db.sql("select count(*) from " + table + " where id = :id")
                                .param("id", id)
                                .query(Long.class)
                                .single());
    }

    private void refused(Actor actor, String sql) {
        assertThatThrownBy(() -> acting.as(actor, () -> db.sql(sql).update()))
                .isInstanceOf(DataAccessException.class);
    }
}
