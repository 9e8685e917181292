package org.tongquan.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongquan.identity.TestBrowser;

/// The program is killed in the middle of an upload, of an adoption, and between an adoption and
/// the ledger's lists. A lock held by the administrator stops it at the very place.
@Tag("process")
class KilledHalfwayTest {
    private static final String OFFICE = "joint-office";
    private static final String VERSION = "killed-1";
    private static final String POLICY =
            "一、加快建设。2031年6月底前建成跨市换乘中心3处。（省交通运输厅牵头）\n二、便利群众。各市每年公布一次办理清单。";
    private static final String DRAFTS = "select count(*) from ledger.draft";
    private static final String ADOPTED =
            "select count(*) from compact.version where version = '" + VERSION + "'";
    private static final String LISTED =
            "select count(*) from ledger.obligation where text_zh like '%换乘中心%'";

    private static final String JOURNALLED =
            "select count(*) from journal.entry where kind = 'draft-adopted'";

    @TempDir private Path data;

    private ProcessHandle lastPostgres;

    @AfterEach
    void leaveNothingRunning() {
        if (lastPostgres != null) {
            lastPostgres.destroy();
        }
    }

    @Test
    void nothingIsHalfDoneAndWhatWasCommittedIsFinishedAtTheNextStart() throws Exception {
        killedInTheMiddle(
                "lock table ledger.draft_row in exclusive mode",
                browser -> browser.post("/drafts", Map.of("text", POLICY)));
        var draft = draftAfterTheKilledUpload();
        killedInTheMiddle(
                "select pg_advisory_xact_lock(hashtextextended('compact:capital-circle', 0))",
                browser -> adopt(browser, draft));
        nothingIsAdopted();
        killedInTheMiddle(
                "select pg_advisory_xact_lock(hashtextextended('ledger:capital-circle', 0))",
                browser -> adopt(browser, draft));
        theListsAreFinished();
    }

    private String draftAfterTheKilledUpload() throws Exception {
        try (var instance = InstanceProcess.start(data);
                var browser = office(instance)) {
            assertThat(count(instance, DRAFTS)).as("the killed upload left nothing").isZero();
            browser.get("/drafts");
            var answer = browser.post("/drafts", Map.of("text", POLICY));
            assertThat(answer.statusCode()).isEqualTo(302);
            var location = answer.headers().firstValue("location").orElseThrow();
            var draft = location.substring(location.indexOf("/drafts/"));
            browser.get(draft);
            browser.post(draft + "/accept-sure", Map.of("confidence", "0"));
            assertThat(count(instance, accepted())).isPositive();
            lastPostgres = instance.postgres();
            instance.interrupt();
            return draft;
        }
    }

    private static String accepted() {
        return "select count(*) from ledger.draft_row where state = 'accepted'";
    }

    private static void adopt(TestBrowser browser, String draft) throws Exception {
        var form = Map.of("version", VERSION, "validFrom", LocalDate.now().minusDays(1).toString());
        browser.post(draft + "/adoption", form);
    }

    private void nothingIsAdopted() throws Exception {
        try (var instance = InstanceProcess.start(data)) {
            assertThat(count(instance, ADOPTED)).isZero();
            assertThat(count(instance, DRAFTS + " where state = 'open'")).isEqualTo(1);
            assertThat(count(instance, accepted())).isPositive();
            lastPostgres = instance.postgres();
            instance.interrupt();
        }
    }

    private void theListsAreFinished() throws Exception {
        try (var instance = InstanceProcess.start(data)) {
            assertThat(count(instance, ADOPTED)).isEqualTo(1);
            assertThat(count(instance, DRAFTS + " where state = 'adopted'")).isEqualTo(1);
            assertThat(count(instance, LISTED)).as("one for each of the seven").isEqualTo(7);
            assertThat(count(instance, JOURNALLED)).isEqualTo(1);
            lastPostgres = instance.postgres();
            instance.interrupt();
        }
    }

    private void killedInTheMiddle(String lock, HeldHalfway.Request request) throws Exception {
        var held = new HeldHalfway("capital-circle", data, Map.of());
        try (var instance = held.start()) {
            lastPostgres = instance.postgres();
            held.kill(instance, OFFICE, "/drafts", lock, request);
        }
    }

    private static TestBrowser office(InstanceProcess instance) throws Exception {
        return TestBrowser.signedIn(instance.port(), OFFICE, HeldHalfway.PASSWORD);
    }

    private static long count(InstanceProcess instance, String sql) throws Exception {
        return HeldHalfway.count(instance, sql);
    }
}
