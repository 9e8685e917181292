package org.tongquan.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongquan.host.Vault.Purpose;

class HostTest {
    @TempDir private Path folder;

    @Test
    void theOwnerIsTooStrongToServeAsTheApplicationsRole() {
        assertThatThrownBy(() -> Roles.requireWeak(TestHost.owner()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("it owns tables");
    }

    @Test
    void theApplicationsRoleIsWeakEnough() {
        Roles.requireWeak(TestHost.get().app());
    }

    @Test
    void aDatabaseOfANewerProgramIsRefused() throws Exception {
        try (var connection = TestHost.owner().dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into host.schema_history
                        (installed_rank, version, description, type, script, installed_by,
                         execution_time, success)
                    values (99, '99', 'from the future', 'SQL', 'V99__future.sql', 'test', 1, true)
                    """);
            try {
                assertThatThrownBy(() -> Migrations.run(TestHost.owner()))
                        .isInstanceOf(CannotStart.class)
                        .hasMessageContaining("newer than this program");
            } finally {
                statement.execute("delete from host.schema_history where installed_rank = 99");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {90_624, 140_012, 149_999})
    void aServerOlderThanPostgreSql15IsRefused(int number) {
        assertThatThrownBy(() -> Roles.requireVersion(number))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("older than PostgreSQL 15");
    }

    @ParameterizedTest
    @ValueSource(ints = {150_000, 150_004, 180_000})
    void aServerOfPostgreSql15OrNewerIsTaken(int number) {
        Roles.requireVersion(number);
    }

    @Test
    void withoutAnySettingItServesThisMachineAloneFromItsOwnData() {
        var settings = HostSettings.from(Map.of());
        assertThat(settings)
                .isEqualTo(
                        new HostSettings(
                                8080,
                                "127.0.0.1",
                                Path.of("data"),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(settings.embedded()).isTrue();
        assertThat(settings.local()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.0.0.5, true",
        "0.0.0.0, false",
        "192.0.2.7, false",
        "::, false"
    })
    void onlyALoopbackAddressIsLocal(String address, boolean local) {
        var settings = HostSettings.from(Map.of("TONGQUAN_ADDRESS", address));
        assertThat(settings.local()).isEqualTo(local);
    }

    @Test
    void demonstrationAccountsNeedOwnDataAndThisMachineAlone() {
        var server =
                Map.of(
                        "TONGQUAN_DATABASE_URL", "jdbc:postgresql://127.0.0.1/a",
                        "TONGQUAN_DATABASE_OWNER_URL", "jdbc:postgresql://127.0.0.1/a");
        var open = Map.of("TONGQUAN_ADDRESS", "0.0.0.0");
        assertThat(HostSettings.from(Map.of()).demonstration()).isTrue();
        assertThat(HostSettings.from(server).demonstration()).isFalse();
        assertThat(HostSettings.from(open).demonstration()).isFalse();
        assertThat(TestHost.boundTo("0.0.0.0").demonstration()).isFalse();
    }

    @Test
    void halfOfTheServerSettingsIsRefused() {
        assertThatThrownBy(
                        () ->
                                HostSettings.from(
                                        java.util.Map.of(
                                                "TONGQUAN_DATABASE_URL", "jdbc:postgresql://x/y")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("only one of");
    }

    @Test
    void anOrphanIsTheServerThatWorksInThisFolderAndNoOther() throws Exception {
        var ours = DataDirectory.open(TestHost.get().settings().data()).postgres();
        assertThat(OwnPostgres.orphan(ours)).isPresent();
        Files.copy(ours.resolve("postmaster.pid"), folder.resolve("postmaster.pid"));
        assertThat(OwnPostgres.orphan(folder)).as("the number is another server's").isEmpty();
    }

    @Test
    void aDatabaseThatNoFirstStartMadeIsNotRemoved() throws Exception {
        var data = DataDirectory.open(folder.resolve("data"));
        Files.createDirectories(data.postgres());
        var precious = data.postgres().resolve("PG_VERSION");
        Files.writeString(precious, OwnPostgres.MAJOR + "\n");
        var credentials = Credentials.open(data, new SecureRandom());
        assertThatThrownBy(() -> OwnPostgres.start(data, credentials))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("no first start of this program made them");
        assertThat(precious).exists();
    }

    @Test
    void anotherVaultTakesThePlaceOfTheFiles() throws Exception {
        var services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(Vault.Maker.class.getName()), Elsewhere.class.getName());
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var registered = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
            thread.setContextClassLoader(registered);
            assertThat(Vaults.open(folder.resolve("none"))).isSameAs(Elsewhere.VAULT);
        } finally {
            thread.setContextClassLoader(before);
        }
        assertThat(folder.resolve("none")).doesNotExist();
    }

    /// Stands for a KMS or an HSM.
    public static final class Elsewhere implements Vault.Maker {
        static final Vault VAULT =
                (Vault)
                        Proxy.newProxyInstance(
                                Vault.class.getClassLoader(),
                                new Class<?>[] {Vault.class},
                                (_, method, _) -> method.getName());

        @Override
        public Vault open(Path keys) {
            return VAULT;
        }
    }

    @Test
    void keysAreReadableByTheirOwnerOnly() throws Exception {
        new FileVault(folder);
        try (var files = Files.list(folder)) {
            assertThat(files.toList())
                    .hasSize(3)
                    .allSatisfy(
                            f ->
                                    assertThat(
                                                    PosixFilePermissions.toString(
                                                            Files.getPosixFilePermissions(f)))
                                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void whatAnOldKeyMadeStaysReadableAfterARotation() {
        var vault = new FileVault(folder);
        var context = "person-1".getBytes(StandardCharsets.UTF_8);
        var plain = "secret".getBytes(StandardCharsets.UTF_8);
        var before = vault.encrypt(plain, context);
        var next = vault.rotate(Purpose.ENCRYPTION);
        var after = vault.encrypt(plain, context);

        assertThat(before.keyId()).isEqualTo("encryption-1");
        assertThat(next).isEqualTo("encryption-2").isEqualTo(after.keyId());
        var reopened = new FileVault(folder);
        assertThat(reopened.active(Purpose.ENCRYPTION)).isEqualTo("encryption-2");
        assertThat(reopened.decrypt(before, context)).isEqualTo(plain);
        assertThat(reopened.decrypt(after, context)).isEqualTo(plain);
    }

    @Test
    void aCiphertextBelongsToItsContextAndIsNeverTheSameTwice() {
        var vault = new FileVault(folder);
        var plain = new byte[] {1, 2, 3};
        var one = vault.encrypt(plain, new byte[] {1});
        var two = vault.encrypt(plain, new byte[] {1});
        assertThat(one.bytes()).isNotEqualTo(two.bytes());
        assertThatThrownBy(() -> vault.decrypt(one, new byte[] {2}))
                .isInstanceOf(IllegalArgumentException.class);
        var spoiled = Arrays.copyOf(one.bytes(), one.bytes().length);
        spoiled[spoiled.length - 1] ^= 1;
        assertThatThrownBy(
                        () -> vault.decrypt(new Vault.Made(one.keyId(), spoiled), new byte[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equalNumbersHaveEqualBlindIndexesUnderOneKey() {
        var vault = new FileVault(folder);
        var number = new byte[] {9, 9};
        assertThat(vault.blindIndex(number).bytes())
                .isEqualTo(vault.blindIndex(number).bytes())
                .isNotEqualTo(vault.blindIndex(new byte[] {9}).bytes());
    }

    @Test
    void aSignatureIsVerifiedWithThePublicKeyItNames() throws Exception {
        var vault = new FileVault(folder);
        var message = "checkpoint".getBytes(StandardCharsets.UTF_8);
        var made = vault.sign(message);
        var verifier = java.security.Signature.getInstance("Ed25519");
        verifier.initVerify(vault.publicKey(made.keyId()));
        verifier.update(message);
        assertThat(verifier.verify(made.bytes())).isTrue();
    }
}
