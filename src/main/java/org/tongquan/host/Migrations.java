package org.tongquan.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings every room's schema to the version this program knows, as the owner role. The rooms and
/// their order stand in `db/migration/rooms.txt`; each room's files lie in `db/migration/<room>`,
/// its history in its own schema.
final class Migrations {
    private static final String ROOMS = "/db/migration/rooms.txt";

    private Migrations() {}

    static void run(Database owner) {
        for (var room : rooms()) {
            migrate(owner, room);
        }
    }

    static List<String> rooms() {
        try (var in = Migrations.class.getResourceAsStream(ROOMS)) {
            if (in == null) {
                throw new IllegalStateException(ROOMS + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void migrate(Database owner, String room) {
        var flyway =
                Flyway.configure()
                        .dataSource(owner.dataSource())
                        .schemas(room)
                        .defaultSchema(room)
                        .table("schema_history")
                        .locations("classpath:db/migration/" + room)
                        .validateMigrationNaming(true)
                        .load();
        try {
            for (var migration : flyway.info().all()) {
                if (migration.getState().name().startsWith("FUTURE")) {
                    throw new CannotStart(
                            "the database is newer than this program: schema %s has version %s"
                                    .formatted(room, migration.getVersion()),
                            "start the newer program, or restore a backup made with this one");
                }
            }
            flyway.migrate();
        } catch (FlywayException e) {
            throw new CannotStart(
                    "the schema '" + room + "' cannot be brought up to date: " + e.getMessage(),
                    "restore the last backup if a migration was edited by hand, or check the owner"
                            + " role's rights",
                    e);
        }
    }
}
