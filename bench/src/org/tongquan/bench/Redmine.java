package org.tongquan.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/// Debian's Redmine on data of its own, started by `bench/redmine/serve.sh`.
///
/// @param about version, server, database
final class Redmine implements AutoCloseable {
    static final String PASSWORD = "bench-bench-1";

    private static final String SALT = "0123456789abcdef0123456789abcdef";

    /// Who may do what a department does: read, note, set the progress.
    private static final String PERMISSIONS =
            "---\n- :view_issues\n- :edit_issues\n- :add_issue_notes\n- :view_private_notes\n";

    private static final String[] PROJECT = {
        """
        insert into projects (id, name, description, is_public, created_on, updated_on, identifier,
            status, lft, rgt, inherit_members)
        values (1, 'Bench', '', true, now(), now(), 'bench', 1, 1, 2, false)
        """,
        "insert into enabled_modules (project_id, name) values (1, 'issue_tracking')",
        "insert into projects_trackers (project_id, tracker_id) select 1, min(id) from trackers",
        "insert into settings (name, value, updated_on) values"
            + " ('notified_events', '--- []\n', now()), ('per_page_options', '25,50', now())",
        "insert into roles (name, position, assignable, builtin, permissions, issues_visibility,"
            + " users_visibility, time_entries_visibility, all_roles_managed, settings)"
            + " values ('Bench', 99, true, 0, '%s', 'all', 'all', 'all', true, null)"
                    .formatted(PERMISSIONS)
    };

    private static final String USER =
            """
            with u as (
                insert into users (login, hashed_password, firstname, lastname, admin, status,
                    language, type, mail_notification, salt, must_change_passwd, created_on,
                    updated_on)
                values (?, ?, ?, 'Bench', false, 1, 'en', 'User', 'none', ?, false, now(), now())
                returning id),
            m as (
                insert into members (user_id, project_id, created_on, mail_notification)
                select id, 1, now(), false from u returning id),
            r as (
                insert into member_roles (member_id, role_id)
                select m.id, (select id from roles where name = 'Bench') from m),
            e as (
                insert into email_addresses (user_id, address, is_default, notify, created_on,
                    updated_on)
                select id, ? || '@example.org', true, true, now(), now() from u)
            select id from u
            """;

    private final Process process;
    private final Path folder;
    private final String address;
    private final String database;
    private final String about;

    private Redmine(Process process, Path folder, List<String> ready) {
        this.process = process;
        this.folder = folder;
        address = ready.get(1);
        database = ready.get(2);
        about = String.join(" ", ready.subList(3, ready.size()));
    }

    /// Installs and starts it; its stages are printed.
    static Redmine start() throws IOException {
        var folder = Files.createTempDirectory("redmine-bench");
        var process =
                new ProcessBuilder("bench/redmine/serve.sh", folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        var out =
                new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            System.out.println(line);
            if (line.startsWith("ready ")) {
                return new Redmine(process, folder, List.of(line.split(" ")));
            }
        }
        throw new IOException("Redmine does not start; see " + folder);
    }

    String address() {
        return address;
    }

    String about() {
        return about;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(database, "redmine", "");
    }

    /// Makes a project, its people and its issues.
    void fill(Same same) throws Exception {
        try (var db = connect();
                var statement = db.createStatement()) {
            for (var sql : PROJECT) {
                statement.execute(sql);
            }
            var users = new ArrayList<Integer>();
            for (int u = 0; u < same.units().size(); u++) {
                users.add(user(db, "u" + u));
            }
            copy(db, issues(), same.items(), i -> issue(i, users));
            copy(db, JOURNALS, same.reports(), r -> journal(r, users));
            copy(db, DETAILS, same.reports(), Redmine::detail);
            for (var table : List.of("issues", "journals", "journal_details")) {
                statement.execute(
                        "select setval('%s_id_seq', (select max(id) from %s))"
                                .formatted(table, table));
            }
            statement.execute("update issues set tracker_id = (select min(id) from trackers),"
                    + " status_id = (select id from issue_statuses order by position limit 1),"
                    + " priority_id = (select id from enumerations where type = 'IssuePriority'"
                    + " order by is_default desc, position limit 1)");
            statement.execute("vacuum full analyze issues");
            statement.execute("vacuum analyze");
        }
    }

    private static int user(Connection db, String login) throws Exception {
        try (var insert = db.prepareStatement(USER)) {
            insert.setString(1, login);
            insert.setString(2, sha1(SALT + sha1(PASSWORD)));
            insert.setString(3, login);
            insert.setString(4, SALT);
            insert.setString(5, login);
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static String sha1(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-1")
                                .digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String issues() {
        return "issues (id, tracker_id, project_id, subject, description, due_date, status_id,"
                + " assigned_to_id, priority_id, author_id, lock_version, created_on, updated_on,"
                + " start_date, done_ratio, root_id, lft, rgt, is_private)";
    }

    private static final String JOURNALS =
            "journals (id, journalized_id, journalized_type, user_id, notes, created_on,"
                    + " private_notes)";

    private static final String DETAILS =
            "journal_details (journal_id, property, prop_key, old_value, value)";

    private static List<Object> issue(Same.Item of, List<Integer> users) {
        return List.of(
                of.number(),
                1,
                1,
                of.text(),
                "",
                of.deadline(),
                1,
                users.get(of.unit()),
                1,
                users.get(of.unit()),
                0,
                of.start() + " 02:00:00",
                of.start() + " 02:00:00",
                of.start(),
                of.percent(),
                of.number(),
                1,
                2,
                "f");
    }

    private static List<Object> journal(Same.Report of, List<Integer> users) {
        return List.of(
                of.id(), of.item(), "Issue", users.get(of.unit()), of.text(), of.on() + " 02:00:00", "f");
    }

    private static List<Object> detail(Same.Report of) {
        return List.of(of.id(), "attr", "done_ratio", of.before(), of.percent());
    }

    private interface Row<T> {
        List<Object> of(T one);
    }

    private static <T> void copy(Connection db, String into, List<T> all, Row<T> row)
            throws SQLException, IOException {
        var text = new StringBuilder();
        for (var one : all) {
            var cells = row.of(one).stream().map(Object::toString).toList();
            text.append(String.join("\t", cells)).append('\n');
        }
        db.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + into + " from stdin", new java.io.StringReader(text.toString()));
    }

    /// Stops it in order and takes its folder away.
    @Override
    public void close() throws IOException, InterruptedException {
        process.outputWriter().close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroy();
            process.waitFor();
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
