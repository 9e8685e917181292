package org.tongquan.host;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Checks before every start that the application's role is as weak as it must be. On a given
/// server it checks both roles before anything is changed there.
final class Roles {
    private static final int OLDEST = 150_000;

    /// What makes a role too strong, asked of the role itself and of every role it belongs to.
    private static final String RIGHTS =
            """
            select coalesce(bool_or(r.rolsuper), false),
                   coalesce(bool_or(r.rolbypassrls), false),
                   coalesce(bool_or(r.rolcreaterole), false),
                   coalesce(bool_or(r.rolname in ('pg_read_all_data', 'pg_write_all_data',
                       'pg_read_server_files', 'pg_write_server_files',
                       'pg_execute_server_program')), false),
                   exists (select from pg_class c where pg_has_role(current_user, c.relowner,
                       'member')),
                   exists (select from pg_namespace n where pg_has_role(current_user, n.nspowner,
                       'member') and n.nspname <> 'public'),
                   exists (select from pg_database d where d.datname = current_database()
                       and pg_has_role(current_user, d.datdba, 'member'))
            from pg_roles r
            where pg_has_role(current_user, r.oid, 'member')
              and not (r.rolname = 'pg_database_owner')
            """;

    /// In the order of the columns of [#RIGHTS].
    private static final List<String> TOO_MUCH =
            List.of(
                    "it is superuser",
                    "it passes by row-level security (bypassrls)",
                    "it creates roles",
                    "it reads or writes everything, or runs programs (pg_...)",
                    "it owns tables",
                    "it owns schemas",
                    "it owns the database");

    private static final String WHO =
            """
            select current_user, current_database(), pg_postmaster_start_time()::text,
                   r.rolsuper or r.rolbypassrls,
                   current_setting('server_version_num')::int,
                   has_database_privilege(current_database(), 'CREATE')
            from pg_roles r
            where r.rolname = current_user
            """;

    private static final String ROOMS_OF_OTHERS =
            """
            select nspname from pg_namespace
            where nspname = any (?) and not pg_has_role(current_user, nspowner, 'usage')
            """;

    private static final String GROUP =
            """
            select exists (select from pg_roles where rolname = '%1$s'),
                   coalesce((select pg_has_role(?, oid, 'usage')
                             from pg_roles where rolname = '%1$s'), false)
            """
                    .formatted(OwnPostgres.APP);

    private Roles() {}

    /// On a given server: refuses roles that do not fit, before anything is changed; then makes
    /// the group role that migrations grant to, and puts the application's login into it.
    static void prepareServer(Database owner, Database app) {
        var application = who(app, "TONGQUAN_DATABASE_URL");
        var migrating = who(owner, "TONGQUAN_DATABASE_OWNER_URL");
        requireVersion(application.version());
        requireTwoRolesOfOneDatabase(application, migrating);
        requireWeak(app);
        requireOwner(owner, migrating);
        joinGroup(owner, application.role());
    }

    /// @param number as `server_version_num` gives it: 150004 is 15.4
    static void requireVersion(int number) {
        if (number < OLDEST) {
            throw new CannotStart(
                    "the database server is older than PostgreSQL 15",
                    "use PostgreSQL 15 or newer");
        }
    }

    private static void requireTwoRolesOfOneDatabase(Who application, Who migrating) {
        if (application.role().equals(migrating.role())) {
            throw new CannotStart(
                    "TONGQUAN_DATABASE_URL and TONGQUAN_DATABASE_OWNER_URL name the same role '%s'"
                            .formatted(application.role()),
                    "give two: one that owns the database and migrates, one that owns nothing"
                            + " (docs/guide/install.md)");
        }
        if (!application.place().equals(migrating.place())) {
            throw new CannotStart(
                    "TONGQUAN_DATABASE_URL and TONGQUAN_DATABASE_OWNER_URL lead to two databases",
                    "give the same host, port and database in both");
        }
    }

    /// Views and functions run with the owner's rights: an owner that passes by row-level security
    /// would open them to everybody.
    private static void requireOwner(Database owner, Who migrating) {
        if (migrating.allPowerful()) {
            throw new CannotStart(
                    "the owner role '%s' is superuser or bypasses row-level security"
                            .formatted(migrating.role()),
                    "make one that only owns the database: create role tongquan_owner login"
                            + " nosuperuser nobypassrls (docs/guide/install.md)");
        }
        if (!migrating.creates()) {
            throw new CannotStart(
                    "the owner role '%s' may not create schemas in this database"
                            .formatted(migrating.role()),
                    "as administrator: alter database %s owner to %s"
                            .formatted(migrating.database(), migrating.role()));
        }
        try (var connection = owner.dataSource().getConnection();
                var query = connection.prepareStatement(ROOMS_OF_OTHERS)) {
            query.setArray(1, connection.createArrayOf("text", Migrations.rooms().toArray()));
            try (var rows = query.executeQuery()) {
                if (rows.next()) {
                    throw new CannotStart(
                            "schema '%s' belongs to another role than '%s'"
                                    .formatted(rows.getString(1), migrating.role()),
                            "give TONGQUAN_DATABASE_OWNER_URL the role that migrated before, or an"
                                    + " empty database");
                }
            }
        } catch (SQLException e) {
            throw noAnswer("TONGQUAN_DATABASE_OWNER_URL", e);
        }
    }

    private static void joinGroup(Database owner, String login) {
        if (login.equals(OwnPostgres.APP)) {
            return;
        }
        try (var connection = owner.dataSource().getConnection();
                var statement = connection.createStatement()) {
            var group = group(connection, login);
            if (group.member()) {
                return;
            }
            if (!group.exists()) {
                statement.execute("create role " + OwnPostgres.APP + " nologin nobypassrls");
            }
            statement.execute(
                    "grant %s to \"%s\"".formatted(OwnPostgres.APP, login.replace("\"", "\"\"")));
            if (!group(connection, login).member()) {
                throw new CannotStart(
                        "the application's role '" + login + "' does not inherit rights",
                        "as administrator: alter role " + login + " inherit");
            }
        } catch (SQLException e) {
            throw new CannotStart(
                    "the group role cannot be made or given: " + e.getMessage(),
                    ("as administrator, once: create role %1$s nologin; grant %1$s to %2$s;"
                                    + " or let the owner create roles for the first start")
                            .formatted(OwnPostgres.APP, login),
                    e);
        }
    }

    private static Group group(Connection connection, String login) throws SQLException {
        try (var query = connection.prepareStatement(GROUP)) {
            query.setString(1, login);
            try (var rows = query.executeQuery()) {
                rows.next();
                return new Group(rows.getBoolean(1), rows.getBoolean(2));
            }
        }
    }

    private static Who who(Database database, String variable) {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(WHO)) {
            rows.next();
            return new Who(
                    rows.getString(1),
                    rows.getString(2),
                    rows.getString(3),
                    rows.getBoolean(4),
                    rows.getInt(5),
                    rows.getBoolean(6));
        } catch (SQLException e) {
            throw noAnswer(variable, e);
        }
    }

    /// Refuses an application role that could see or change more than its actor may.
    static void requireWeak(Database app) {
        var found = new ArrayList<String>();
        try (var connection = app.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(RIGHTS)) {
            rows.next();
            for (int i = 0; i < TOO_MUCH.size(); i++) {
                if (rows.getBoolean(i + 1)) {
                    found.add(TOO_MUCH.get(i));
                }
            }
        } catch (SQLException e) {
            throw noAnswer("TONGQUAN_DATABASE_URL", e);
        }
        if (!found.isEmpty()) {
            throw new CannotStart(
                    "the application's database role may too much: " + String.join("; ", found),
                    "give TONGQUAN_DATABASE_URL a role that owns nothing: create role app login"
                            + " nosuperuser nobypassrls nocreaterole");
        }
    }

    private static CannotStart noAnswer(String variable, SQLException e) {
        return new CannotStart(
                "the database does not answer: " + e.getMessage(),
                "check that it runs, and host, database, role and password in " + variable,
                e);
    }

    /// @param started when the server started: with the database's name it tells places apart
    private record Who(
            String role,
            String database,
            String started,
            boolean allPowerful,
            int version,
            boolean creates) {
        String place() {
            return database + " " + started;
        }
    }

    private record Group(boolean exists, boolean member) {}
}
