package org.tongquan.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongquan.console.Exit;

/// Instances on a PostgreSQL server that others run: what fits works, what does not is refused
/// with the way out and before anything is changed.
@Tag("process")
class ServerTest {
    @TempDir private static Path serverFolder;

    @TempDir private Path data;

    private static GivenServer server;

    @BeforeAll
    static void start() throws Exception {
        server = GivenServer.start(serverFolder);
        server.administer(
                "postgres",
                "create role owning login nosuperuser nobypassrls createrole",
                "create role serving login nosuperuser nobypassrls nocreaterole",
                "create database fits owner owning");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void servesPagesWithoutDemonstrationAccountsAndACommandMakesTheFirstPerson() throws Exception {
        var there =
                Map.of(
                        "TONGQUAN_DATABASE_URL", server.url("fits", "serving"),
                        "TONGQUAN_DATABASE_OWNER_URL", server.url("fits", "owning"));
        try (var instance = InstanceProcess.launch(data, there)) {
            instance.awaitReady();
            assertThat(instance.output())
                    .doesNotContain("Demo accounts")
                    .doesNotContain("password");
            var address = "http://127.0.0.1:" + instance.port();
            assertThat(get(address + "/public/capital-circle").statusCode()).isEqualTo(200);
            assertThat(get(address + "/sign-in").body()).doesNotContain("tongquan-demo");

            assertThat(command(there, "people", "list", "--region", "capital-circle", "--json"))
                    .contains("[ ]");
            assertThat(
                            command(
                                    there,
                                    "people",
                                    "add",
                                    "first",
                                    "--name",
                                    "值班",
                                    "--region",
                                    "capital-circle"))
                    .containsPattern("first +[a-z0-9]{10,}");
            command(
                    there,
                    "people",
                    "grant",
                    "first",
                    "--body",
                    "capital-circle:system-officer",
                    "--region",
                    "capital-circle");
            assertThat(command(there, "people", "list", "--region", "capital-circle"))
                    .containsPattern("first +值班 +capital-circle:system-officer");
            assertThat(command(there, "compact", "adopt", "jiaodong")).contains("adopted jiaodong");
            instance.interrupt();
        }
        assertThat(data.resolve("postgres")).doesNotExist();
    }

    @Test
    void aSimulatedYearDoesNotBelongOnAServer() throws Exception {
        server.administer("postgres", "create database year owner owning");
        try (var instance =
                InstanceProcess.launch(
                        data,
                        Map.of(
                                "TONGQUAN_DATABASE_URL", server.url("year", "serving"),
                                "TONGQUAN_DATABASE_OWNER_URL", server.url("year", "owning")),
                        "serve",
                        "capital-circle",
                        "--demo-year")) {
            assertThat(instance.awaitEnd()).isEqualTo(Exit.SURROUNDINGS);
            assertThat(instance.output())
                    .contains("a simulated year belongs on own data")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void anApplicationRoleThatMayTooMuchIsRefusedBeforeAnythingIsChanged() throws Exception {
        server.administer(
                "postgres",
                "create role mighty login superuser",
                "create role passing login bypassrls",
                "create role hidden login",
                "create role keeper nologin superuser",
                "grant keeper to hidden",
                "create role scribe login",
                "grant pg_write_all_data to scribe",
                "create database untouched owner owning");
        assertThat(refusal("untouched", "mighty", "owning")).hasMessageContaining("superuser");
        assertThat(refusal("untouched", "passing", "owning"))
                .hasMessageContaining("passes by row-level security");
        assertThat(refusal("untouched", "hidden", "owning")).hasMessageContaining("superuser");
        assertThat(refusal("untouched", "scribe", "owning"))
                .hasMessageContaining("reads or writes everything");
        server.administer(
                "untouched", "create schema own authorization serving", "create table own.t ()");
        assertThat(refusal("untouched", "serving", "owning"))
                .hasMessageContaining("it owns schemas");
        server.administer("untouched", "alter table own.t owner to serving");
        assertThat(refusal("untouched", "serving", "owning"))
                .hasMessageContaining("it owns tables");
        assertThat(refusal("untouched", "serving", "owning").todo())
                .contains("a role that owns nothing");
        assertThatThrownBy(() -> server.administer("untouched", "select from host.schema_history"))
                .as("nothing was migrated")
                .hasMessageContaining("does not exist");
    }

    @Test
    void anOwnerThatBypassesTheRulesIsRefused() throws Exception {
        server.administer("postgres", "create database ruled owner owning");
        var refusal = refusal("ruled", "serving", "postgres");
        assertThat(refusal).hasMessageContaining("'postgres' is superuser or bypasses");
        assertThat(refusal.todo()).contains("nosuperuser nobypassrls");
    }

    @Test
    void bothAddressesWithOneRoleAreRefused() {
        var refusal = refusal("fits", "serving", "serving");
        assertThat(refusal).hasMessageContaining("name the same role 'serving'");
        assertThat(refusal.todo()).contains("one that owns the database and migrates");
    }

    @Test
    void twoDatabasesAreRefused() throws Exception {
        server.administer("postgres", "create database elsewhere owner owning");
        assertThat(
                        refusalOf(
                                () ->
                                        serve(
                                                server.url("elsewhere", "serving"),
                                                server.url("postgres", "owning"))))
                .hasMessageContaining("lead to two databases");
    }

    @Test
    void anEmptyDatabaseThatTheOwnerMayNotFillIsRefused() throws Exception {
        server.administer(
                "postgres", "create role guest login", "create database empty owner postgres");
        var refusal = refusal("empty", "serving", "guest");
        assertThat(refusal).hasMessageContaining("'guest' may not create schemas");
        assertThat(refusal.todo()).contains("alter database empty owner to guest");
    }

    @Test
    void schemasOfAnotherOwnerAreRefused() throws Exception {
        server.administer(
                "postgres", "create role latecomer login", "create database taken owner latecomer");
        server.administer("taken", "create schema journal");
        assertThat(refusal("taken", "serving", "latecomer"))
                .hasMessageContaining("schema 'journal' belongs to another role");
    }

    @Test
    void anOwnerWithoutCreateroleSaysWhatTheAdministratorRuns(@TempDir Path folder)
            throws Exception {
        try (var other = GivenServer.start(folder)) {
            other.administer(
                    "postgres",
                    "create role modest login",
                    "create role served login",
                    "create database plain owner modest");
            var app = other.url("plain", "served");
            var owner = other.url("plain", "modest");
            assertThat(refusalOf(() -> serve(app, owner)).todo())
                    .contains("create role tongquan_app nologin; grant tongquan_app to served;");
            other.administer(
                    "postgres", "create role tongquan_app nologin", "grant tongquan_app to served");
            serve(app, owner);
        }
    }

    @Test
    void aDatabaseOfANewerProgramIsRefused() throws Exception {
        server.administer("postgres", "create database newer owner owning");
        serve(server.url("newer", "serving"), server.url("newer", "owning"));
        server.administer(
                "newer",
                """
                insert into ledger.schema_history
                    (installed_rank, version, description, type, script, installed_by,
                     execution_time, success)
                values (99, '99', 'from the future', 'SQL', 'V99__future.sql', 'test', 1, true)
                """);
        var refusal = refusal("newer", "serving", "owning");
        assertThat(refusal).hasMessageContaining("newer than this program: schema ledger");
        assertThat(refusal.todo()).contains("start the newer program");
    }

    @Test
    void aWrongAddressNamesItsVariable() {
        assertThat(refusal("no_such_database", "serving", "owning").todo())
                .contains("TONGQUAN_DATABASE_URL");
        assertThat(refusalOf(() -> serve("postgres://db/x", server.url("fits", "owning"))))
                .hasMessageContaining("TONGQUAN_DATABASE_URL does not begin with jdbc:postgresql:");
    }

    private CannotStart refusal(String database, String app, String owner) {
        return refusalOf(() -> serve(server.url(database, app), server.url(database, owner)));
    }

    private static CannotStart refusalOf(ThrowingCallable opening) {
        return catchThrowableOfType(CannotStart.class, opening);
    }

    private void serve(String app, String owner) {
        var settings = new HostSettings(0, "127.0.0.1", data, Optional.of(app), Optional.of(owner));
        Host.serve(settings, Progress.SILENT).close();
    }

    private String command(Map<String, String> environment, String... words) throws Exception {
        try (var command = InstanceProcess.launch(data, environment, words)) {
            assertThat(command.awaitEnd()).as(command.output()).isEqualTo(Exit.OK);
            return command.output();
        }
    }

    private static HttpResponse<String> get(String address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
