package org.tongquan.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/// The passwords of the own PostgreSQL's three roles, made once and kept in `keys/`, mode 0600.
record Credentials(String admin, String owner, String app) {
    private static final String FILE = "database.properties";
    private static final int BYTES = 24;

    static Credentials open(DataDirectory data, SecureRandom random) {
        var file = data.keys().resolve(FILE);
        try {
            if (Files.isRegularFile(file)) {
                return read(file);
            }
            var made = new Credentials(secret(random), secret(random), secret(random));
            var properties = new Properties();
            properties.setProperty("admin", made.admin);
            properties.setProperty("owner", made.owner);
            properties.setProperty("app", made.app);
            PrivateFile.write(
                    file,
                    out -> properties.store(out, "roles of the PostgreSQL in this directory"));
            return made;
        } catch (IOException e) {
            throw new CannotStart(
                    "cannot read or write " + file,
                    "check its owner and mode; without it the database in this directory cannot be"
                            + " opened",
                    e);
        }
    }

    private static Credentials read(Path file) throws IOException {
        var properties = new Properties();
        try (var in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return new Credentials(
                properties.getProperty("admin", ""),
                properties.getProperty("owner", ""),
                properties.getProperty("app", ""));
    }

    private static String secret(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
