package org.tongquan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.host.TestHost;
import org.tongquan.identity.TestBrowser;
import org.tongquan.ledger.attaching.Attaching;
import org.tongquan.ledger.drafting.Draft;
import org.tongquan.ledger.drafting.Drafting;

/// Files sent under names that lead out of their place, as a program writes them that is no
/// browser. The name kept is its last part, and nothing but the database changes.
@HouseTest
class UploadTraversalTest {
    private static final String REGION = "basin-traversal";
    private static final String BANK = "y01-county-bank";
    private static final byte[] POLICY =
            "关于办事的意见\n一、县水利局应当在年底前修复河岸。\n".getBytes(StandardCharsets.UTF_8);
    private static final List<String> NAMES =
            List.of("../../keys/x", "..\\\\..\\\\keys\\\\x", "/tmp/x", "%2e%2e%2fkeys%2fx/x");

    @LocalServerPort private int port;
    @Autowired private ApplicationContext house;

    private Basin basin;
    private TestBrowser office;
    private TestBrowser unit;
    private TreeSet<String> before;

    @BeforeEach
    void open() throws Exception {
        basin = new Basin(house, REGION);
        basin.account("traversal-office", REGION + ":secretariat");
        basin.account("traversal-unit", "990321/shuili");
        office = TestBrowser.signedIn(port, "traversal-office", Basin.PASSWORD);
        unit = TestBrowser.signedIn(port, "traversal-unit", Basin.PASSWORD);
        before = files();
    }

    @AfterEach
    void nothingWasWritten() throws Exception {
        office.close();
        unit.close();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void evidenceKeepsTheLastPartOfItsName() throws Exception {
        var page = "/ledger/" + REGION + "/" + BANK;
        for (var name : NAMES) {
            unit.get(page);
            var fields =
                    Map.of(
                            "party", "990321",
                            "on", basin.ledger().today().toString(),
                            "percent", "20",
                            "text", "sent as " + name.length());
            var answer = unit.upload(page + "/reports", fields, "files", name, POLICY);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        }
        var kept =
                basin.ledger().find(basin.office(), REGION, BANK).orElseThrow().reports().stream()
                        .flatMap(r -> r.evidence().stream())
                        .toList();
        assertThat(kept).hasSize(NAMES.size()).allMatch(e -> e.name().equals("x"));
        var sent = unit.get("/ledger/evidence/" + kept.getFirst().id());
        assertThat(sent.headers().firstValue("content-disposition").orElse(""))
                .contains("filename=\"x\"")
                .doesNotContain("..")
                .doesNotContain("/");
    }

    @Test
    void aDraftKeepsTheLastPartOfItsName() throws Exception {
        office.get("/drafts");
        for (var name : NAMES) {
            var answer = office.upload("/drafts", Map.of(), "file", name + ".txt", POLICY);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        }
        assertThat(basin.door(Drafting.class).list(basin.office()))
                .extracting(Draft::fileName)
                .hasSize(NAMES.size())
                .containsOnly("x.txt");
    }

    @Test
    void anAttachmentKeepsTheLastPartOfItsName() throws Exception {
        var page = "/attachments/" + BANK;
        office.get(page);
        for (var name : NAMES) {
            var content = ("the file " + name).getBytes(StandardCharsets.UTF_8);
            var answer = office.upload(page, Map.of("note", ""), "file", name, content);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        }
        assertThat(basin.door(Attaching.class).list(basin.office(), BANK).orElseThrow())
                .hasSize(NAMES.size())
                .allMatch(f -> f.name().equals("x"));
    }

    /// The keys and what else stands beside the database's own files.
    private static TreeSet<String> files() throws IOException {
        var data = TestHost.get().settings().data();
        var found = new TreeSet<String>();
        for (Path root : List.of(data.resolve("keys"), data)) {
            try (var files = Files.list(root)) {
                found.addAll(files.map(Path::toString).collect(Collectors.toSet()));
            }
        }
        return found;
    }
}
