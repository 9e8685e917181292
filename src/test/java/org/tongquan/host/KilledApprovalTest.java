package org.tongquan.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongquan.host.HeldHalfway.PASSWORD;
import static org.tongquan.host.HeldHalfway.count;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongquan.identity.TestBrowser;

/// The program is killed while a plan is approved: in its middle, at its very end, and between its
/// publication and the ledger's lists. What is found afterwards is the old state or the new one.
@Tag("process")
class KilledApprovalTest {
    private static final Path SHIPPED = Path.of("compacts");
    private static final String REGION = "jiaodong";
    private static final String STEPS = "select count(*) from ledger.plan_step";
    private static final String APPROVED = STEPS + " where kind = 'approved'";
    private static final String PUBLISHED = STEPS + " where kind = 'published'";
    private static final String EDITIONS = "select count(distinct edition) from ledger.plan_item";
    private static final String ENTRIES =
            "select count(*) from journal.entry where kind = 'plan-approved'";
    private static final String TOLD = "select count(*) from ledger.told";
    private static final String LISTED =
            "select count(*) from ledger.obligation where parent <> ''";

    @TempDir private Path folder;

    private ProcessHandle lastPostgres;
    private HeldHalfway held;
    private String plan = "";

    @BeforeEach
    void aRegionWhoseCommentsCloseAtOnce() throws IOException {
        var compacts = folder.resolve("compacts");
        try (var files = Files.walk(SHIPPED)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = compacts.resolve(SHIPPED.relativize(file).toString());
                Files.createDirectories(target.getParent());
                var text = Files.readString(file);
                Files.writeString(target, text.replace("comment-days: 10", "comment-days: 0"));
            }
        }
        held =
                new HeldHalfway(
                        REGION,
                        folder.resolve("data"),
                        Map.of("TONGQUAN_COMPACTS", compacts.toString()));
    }

    @AfterEach
    void leaveNothingRunning() {
        if (lastPostgres != null) {
            lastPostgres.destroy();
        }
    }

    @Test
    void anApprovalHappenedInWholeOrNotAtAll() throws Exception {
        long told;
        try (var instance = started()) {
            submit(instance);
            told = count(instance, TOLD);
            killed(instance, "leading-group", "approved", "lock table ledger.plan_step");
        }
        try (var instance = started()) {
            stillWaiting(instance, told);
            killed(instance, "leading-group", "approved", "lock table ledger.told");
        }
        try (var instance = started()) {
            stillWaiting(instance, told);
            approve(instance);
            killed(
                    instance,
                    "joint-office",
                    "published",
                    "select pg_advisory_xact_lock(hashtextextended('ledger:jiaodong', 0))");
        }
        try (var instance = started()) {
            assertThat(count(instance, PUBLISHED)).isEqualTo(1);
            assertThat(count(instance, LISTED)).as("finished by the next start").isPositive();
            instance.interrupt();
        }
    }

    private InstanceProcess started() throws Exception {
        var instance = held.start();
        lastPostgres = instance.postgres();
        return instance;
    }

    private void killed(InstanceProcess instance, String login, String kind, String lock)
            throws Exception {
        held.kill(instance, login, plan, lock, browser -> step(browser, kind));
    }

    private void submit(InstanceProcess instance) throws Exception {
        try (var office = TestBrowser.signedIn(instance.port(), "joint-office", PASSWORD)) {
            office.get("/plans");
            var drawn = office.post("/plans", Map.of("year", "2026", "title", "2026年度工作计划"));
            var address = drawn.headers().firstValue("location").orElseThrow();
            plan = address.substring(address.indexOf("/plans/"));
            office.get(plan);
            step(office, "circulated");
            step(office, "submitted");
        }
        try (var office = TestBrowser.signedIn(instance.port(), "provincial-office", PASSWORD)) {
            office.get(plan);
            step(office, "examined");
        }
        assertThat(count(instance, STEPS)).isEqualTo(4);
    }

    /// The plan waits for the approval as before, and nothing speaks of one.
    private static void stillWaiting(InstanceProcess instance, long told) throws Exception {
        assertThat(count(instance, APPROVED)).isZero();
        assertThat(count(instance, ENTRIES)).isZero();
        assertThat(count(instance, TOLD)).isEqualTo(told);
        assertThat(count(instance, EDITIONS)).as("the working copy and three").isEqualTo(4);
    }

    private void approve(InstanceProcess instance) throws Exception {
        try (var group = TestBrowser.signedIn(instance.port(), "leading-group", PASSWORD)) {
            group.get(plan);
            step(group, "approved");
        }
        assertThat(count(instance, LISTED)).as("nothing before it is published").isZero();
        assertThat(count(instance, APPROVED)).isEqualTo(1);
        assertThat(count(instance, ENTRIES)).isEqualTo(1);
    }

    private void step(TestBrowser browser, String kind) throws Exception {
        browser.post(plan + "/steps", Map.of("kind", kind, "text", ""));
    }
}
