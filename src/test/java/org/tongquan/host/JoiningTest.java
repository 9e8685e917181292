package org.tongquan.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How a command finds the database: by the lock, never by what somebody once wrote down.
class JoiningTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String NOBODY = "jdbc:postgresql://127.0.0.1:1/tongquan";
    private static final long NO_PROCESS = 999_999_999;

    @TempDir private Path folder;

    @Test
    void whatADeadInstanceWroteIsNotTrusted() throws Exception {
        InstanceLock.announce(
                DataDirectory.open(folder), running(ProcessHandle.current().pid(), "http://x"));
        try (var host = Host.join(settings(), Progress.SILENT, SHORT);
                var connection = host.app().dataSource().getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
            assertThat(host.app().url()).isNotEqualTo(NOBODY);
        }
        assertThat(folder.resolve("instance.properties")).doesNotExist();
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void anInstanceThatHasNotSaidWhereItIsIsWaitedFor() {
        var data = DataDirectory.open(folder);
        try (var _ = InstanceLock.take(data)) {
            refusesToJoin();
            InstanceLock.announce(data, running(NO_PROCESS, "http://x"));
            refusesToJoin();
            InstanceLock.announce(
                    data, running(ProcessHandle.current().pid(), InstanceLock.COMMAND));
            refusesToJoin();
            InstanceLock.announce(data, running(ProcessHandle.current().pid(), "http://x"));
            assertThat(Host.join(settings(), Progress.SILENT, SHORT).app().url()).isEqualTo(NOBODY);
        }
    }

    @Test
    void askingForALockThatThisProcessHoldsDoesNotDropIt() throws Exception {
        var data = DataDirectory.open(folder);
        try (var _ = InstanceLock.take(data)) {
            assertThat(InstanceLock.tryTake(data)).isEmpty();
            var other = InstanceProcess.launch(folder, java.util.Map.of());
            assertThat(other.awaitEnd()).isEqualTo(org.tongquan.console.Exit.SURROUNDINGS);
            assertThat(other.output()).contains("another instance already runs");
        }
        assertThat(InstanceLock.tryTake(data)).get().satisfies(InstanceLock::close);
    }

    @Test
    void closingTwiceDoesNoHarm() {
        var host = Host.join(settings(), Progress.SILENT, SHORT);
        host.close();
        assertThatCode(host::close).doesNotThrowAnyException();
    }

    @Test
    void anotherServerThanTheRunningInstancesIsNamed() {
        var data = DataDirectory.open(folder);
        try (var _ = InstanceLock.take(data)) {
            InstanceLock.announce(
                    data,
                    new InstanceLock.Running(
                            Long.toString(ProcessHandle.current().pid()), "http://x", ""));
            assertThatThrownBy(() -> Host.join(settings(), Progress.SILENT, SHORT))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("works on a server");
        }
    }

    private void refusesToJoin() {
        assertThatThrownBy(() -> Host.join(settings(), Progress.SILENT, SHORT))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is just starting, or a command is at work");
    }

    private static InstanceLock.Running running(long pid, String address) {
        return new InstanceLock.Running(Long.toString(pid), address, NOBODY);
    }

    private HostSettings settings() {
        return new HostSettings(0, "127.0.0.1", folder, Optional.empty(), Optional.empty());
    }
}
