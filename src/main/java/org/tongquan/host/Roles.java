package org.tongquan.host;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Checks before every start that the application's role is as weak as it must be.
final class Roles {
    private static final String RIGHTS =
            """
            select r.rolsuper, r.rolbypassrls, r.rolcreaterole,
                   exists (select from pg_class c where c.relowner = r.oid) as owns_tables,
                   exists (select from pg_namespace n where n.nspowner = r.oid) as owns_schemas,
                   pg_has_role(r.oid, d.datdba, 'member') as is_owner
            from pg_roles r, pg_database d
            where r.rolname = current_user and d.datname = current_database()
            """;

    private static final String VERSION = "show server_version_num";
    private static final int OLDEST = 150_000;

    private Roles() {}

    /// On a server of one's own: makes the group role that migrations grant to, and puts the
    /// application's login into it.
    static void prepareServer(Database owner, Database app) {
        try (var appConnection = app.dataSource().getConnection();
                var connection = owner.dataSource().getConnection();
                var statement = connection.createStatement()) {
            requireVersion(connection);
            var login = appConnection.getMetaData().getUserName();
            if (login.equals(OwnPostgres.APP)) {
                return;
            }
            try (var found =
                    statement.executeQuery(
                            "select 1 from pg_roles where rolname = '" + OwnPostgres.APP + "'")) {
                if (!found.next()) {
                    statement.execute("create role " + OwnPostgres.APP + " nologin nobypassrls");
                }
            }
            statement.execute(
                    "grant %s to \"%s\"".formatted(OwnPostgres.APP, login.replace("\"", "\"\"")));
        } catch (SQLException e) {
            throw new CannotStart(
                    "the database server cannot be prepared: " + e.getMessage(),
                    "check TONGQUAN_DATABASE_URL and TONGQUAN_DATABASE_OWNER_URL; the owner needs"
                            + " CREATEROLE, or run once as administrator: create role tongquan_app"
                            + " nologin; grant tongquan_app to <the application's role>",
                    e);
        }
    }

    private static void requireVersion(Connection connection) throws SQLException {
        try (var rows = connection.createStatement().executeQuery(VERSION)) {
            rows.next();
            if (Integer.parseInt(rows.getString(1)) < OLDEST) {
                throw new CannotStart(
                        "the database server is older than PostgreSQL 15",
                        "use PostgreSQL 15 or newer");
            }
        }
    }

    /// Refuses an application role that could see or change more than its actor may.
    static void requireWeak(Database app) {
        var tooMuch = new ArrayList<String>();
        try (var connection = app.dataSource().getConnection();
                var rows = connection.createStatement().executeQuery(RIGHTS)) {
            rows.next();
            for (var right :
                    List.of(
                            "rolsuper",
                            "rolbypassrls",
                            "rolcreaterole",
                            "owns_tables",
                            "owns_schemas",
                            "is_owner")) {
                if (rows.getBoolean(right)) {
                    tooMuch.add(right);
                }
            }
        } catch (SQLException e) {
            throw new CannotStart(
                    "the database does not answer: " + e.getMessage(),
                    "check that it runs and that TONGQUAN_DATABASE_URL is right",
                    e);
        }
        if (!tooMuch.isEmpty()) {
            throw new CannotStart(
                    "the application's database role may too much: " + String.join(", ", tooMuch),
                    "give TONGQUAN_DATABASE_URL a role that owns nothing: create role app login"
                            + " nosuperuser nobypassrls nocreaterole");
        }
    }
}
