package org.tongquan.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongquan.console.Exit;

/// Real instances in processes of their own: killed, started twice, refused.
@Tag("process")
class InstanceTest {
    @TempDir private Path data;

    private ProcessHandle lastPostgres;

    @AfterEach
    void leaveNothingRunning() {
        if (lastPostgres != null) {
            lastPostgres.destroy();
        }
    }

    @Test
    void losesNothingWhenProgramOrDatabaseOrBothAreKilled() throws Exception {
        try (var first = InstanceProcess.start(data)) {
            write(first, "create table host.kept (n integer)");
            write(first, "insert into host.kept values (1)");
            lastPostgres = first.postgres();
            first.killProgram();
            assertThat(lastPostgres.isAlive()).as("PostgreSQL outlives a killed program").isTrue();
        }
        try (var second = InstanceProcess.start(data)) {
            assertThat(lastPostgres.isAlive()).as("the orphan was stopped").isFalse();
            write(second, "insert into host.kept values (2)");
            second.killPostgres();
            second.killProgram();
        }
        try (var third = InstanceProcess.start(data)) {
            write(third, "insert into host.kept values (3)");
            assertThat(count(third)).isEqualTo(3);
            lastPostgres = third.postgres();
            third.interrupt();
            lastPostgres.onExit().get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void aSecondStartOnTheSameDataSaysSoAndStops() throws Exception {
        try (var first = InstanceProcess.start(data);
                var second = InstanceProcess.launch(data, Map.of())) {
            lastPostgres = first.postgres();
            assertThat(second.awaitEnd()).isEqualTo(Exit.SURROUNDINGS);
            assertThat(second.output())
                    .contains("another instance already runs on " + data)
                    .contains("TONGQUAN_DATA");
            assertThat(lastPostgres.isAlive()).isTrue();
            first.interrupt();
        }
    }

    @Test
    void aTakenPortIsNamedBeforeAnythingStarts() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                var instance =
                        InstanceProcess.launch(
                                data,
                                Map.of("TONGQUAN_PORT", Integer.toString(taken.getLocalPort())))) {
            assertThat(instance.awaitEnd()).isEqualTo(Exit.SURROUNDINGS);
            assertThat(instance.output())
                    .contains("port " + taken.getLocalPort() + " on 127.0.0.1 is taken")
                    .contains("TONGQUAN_PORT");
            assertThat(data.resolve("postgres")).doesNotExist();
        }
    }

    @Test
    void dataOfAnotherPostgresMajorAreRefusedUntouched() throws Exception {
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "16\n");
        try (var instance = InstanceProcess.launch(data, Map.of())) {
            assertThat(instance.awaitEnd()).isEqualTo(Exit.SURROUNDINGS);
            assertThat(instance.output())
                    .contains("was written by PostgreSQL 16, this version brings PostgreSQL 18")
                    .contains("restore the dump");
        }
        assertThat(data.resolve("postgres/PG_VERSION")).hasContent("16");
    }

    @Test
    void aWrongSettingIsNamed() throws Exception {
        try (var instance = InstanceProcess.launch(data, Map.of("TONGQUAN_PORT", "eighty"))) {
            assertThat(instance.awaitEnd()).isEqualTo(Exit.SURROUNDINGS);
            assertThat(instance.output()).contains("TONGQUAN_PORT is 'eighty'");
        }
    }

    /// Demonstration accounts depend on the address: nothing but TONGQUAN_ADDRESS may move it.
    @Test
    void noOtherSettingMovesThePagesToAnotherAddress() throws Exception {
        var outside =
                Map.of(
                        "SERVER_ADDRESS", "0.0.0.0",
                        "SERVER_PORT", "1",
                        "SPRING_APPLICATION_JSON", "{\"server\":{\"address\":\"0.0.0.0\"}}",
                        "SPRING_CONFIG_IMPORT", "optional:file:" + outsideSettings(),
                        "JAVA_TOOL_OPTIONS", "-Dserver.address=0.0.0.0 -Dtongquan.region=nowhere");
        try (var instance = InstanceProcess.launch(data, outside)) {
            instance.awaitReady();
            lastPostgres = instance.postgres();
            int port = instance.port();
            assertThat(instance.output()).contains("Demo accounts");
            assertThat(answers("127.0.0.1", port)).isTrue();
            assertThat(answers("127.0.0.2", port)).as("bound to 127.0.0.1 alone").isFalse();
            instance.interrupt();
        }
    }

    private Path outsideSettings() throws IOException {
        var file = data.resolve("outside.properties");
        Files.createDirectories(data);
        return Files.writeString(file, "server.address=0.0.0.0\n");
    }

    private static boolean answers(String address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aCompactWithErrorsIsNamedLineByLineAndEverythingStops() throws Exception {
        var compacts = data.resolve("compacts");
        Files.createDirectories(compacts.resolve("capital-circle"));
        Files.writeString(
                compacts.resolve("capital-circle/compact.yaml"),
                "compact:\n  id: other\n  nam: x\n");
        var settings = Map.of("TONGQUAN_COMPACTS", compacts.toString());
        try (var instance = InstanceProcess.launch(data, settings)) {
            assertThat(instance.awaitEnd()).isEqualTo(Exit.NO);
            assertThat(instance.output())
                    .containsPattern("compact\\.yaml:[0-9]+")
                    .doesNotContain("Exception")
                    .doesNotContain("\tat ");
        }
        assertThat(data.resolve("postgres")).as("nothing was started").doesNotExist();
    }

    @Test
    void aRegionThatIsNotThereIsNamed() throws Exception {
        try (var instance = InstanceProcess.launch(data, Map.of(), "serve", "atlantis")) {
            assertThat(instance.awaitEnd()).isNotEqualTo(Exit.OK);
            assertThat(instance.output()).contains("atlantis").doesNotContain("\tat ");
        }
        assertThat(data.resolve("postgres")).as("nothing was started").doesNotExist();
    }

    @Test
    void rootWithoutUserNamespacesIsToldTheWayOutAndAnOrdinaryUserNeedsNone() throws Exception {
        var refusing = Files.createDirectories(data.resolve("bin")).resolve("unshare");
        Files.writeString(refusing, "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(refusing, PosixFilePermissions.fromString("rwx------"));
        var settings = Map.of("PATH", refusing.getParent() + ":" + System.getenv("PATH"));
        if (!System.getProperty("user.name").equals("root")) {
            try (var instance = InstanceProcess.start(data.resolve("in"), settings)) {
                lastPostgres = instance.postgres();
                assertThat(lastPostgres.isAlive()).isTrue();
            }
            return;
        }
        try (var instance = InstanceProcess.launch(data.resolve("in"), settings)) {
            assertThat(instance.awaitEnd()).isEqualTo(Exit.SURROUNDINGS);
            assertThat(instance.output())
                    .contains("this system offers no user namespaces")
                    .contains("run as an ordinary user, or give a server");
        }
    }

    @Test
    void aCommandWorksWithoutARunningInstanceAndBesideOne() throws Exception {
        try (var alone = InstanceProcess.launch(data, Map.of(), "compact", "adopt", "jiaodong")) {
            assertThat(alone.awaitEnd()).as(alone.output()).isEqualTo(Exit.OK);
            assertThat(alone.output()).contains("adopted jiaodong");
        }
        assertThat(data.resolve("postgres/postmaster.pid")).as("PostgreSQL stopped").doesNotExist();
        try (var instance = InstanceProcess.start(data)) {
            lastPostgres = instance.postgres();
            var adopt = new String[] {"compact", "adopt", "jiaodong"};
            try (var beside = InstanceProcess.launch(data, Map.of(), adopt)) {
                assertThat(beside.awaitEnd()).as(beside.output()).isEqualTo(Exit.OK);
                assertThat(beside.output()).contains("adopted before jiaodong");
            }
            assertThat(lastPostgres.isAlive()).isTrue();
            instance.interrupt();
        }
    }

    @Test
    void anAddressOfAnotherMachineIsNamed() throws Exception {
        var settings = Map.of("TONGQUAN_ADDRESS", "192.0.2.1");
        try (var instance = InstanceProcess.launch(data, settings)) {
            assertThat(instance.awaitEnd()).isEqualTo(Exit.SURROUNDINGS);
            assertThat(instance.output())
                    .contains("TONGQUAN_ADDRESS '192.0.2.1' is no address of this machine");
        }
    }

    private static void write(InstanceProcess instance, String sql) throws Exception {
        try (var connection = instance.owner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(InstanceProcess instance) throws Exception {
        try (var connection = instance.owner();
                var rows =
                        connection
                                .createStatement()
                                .executeQuery("select count(*) from host.kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
