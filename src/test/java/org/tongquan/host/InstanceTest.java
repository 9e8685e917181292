package org.tongquan.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
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
