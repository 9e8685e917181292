package org.tongquan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One text file of the repository, as the tidy tests read it.
record TidySource(String name, String text) {
    private static final Set<String> KINDS =
            Set.of(
                    "java",
                    "jte",
                    "properties",
                    "yaml",
                    "yml",
                    "sql",
                    "js",
                    "css",
                    "xml",
                    "py",
                    "sh",
                    "txt",
                    "svg",
                    "md");

    /// Every text file below these folders; folders that do not exist hold none.
    static List<TidySource> under(String... roots) {
        var sources = new ArrayList<TidySource>();
        for (var root : roots) {
            if (Files.exists(Path.of(root))) {
                collect(Path.of(root), sources);
            }
        }
        return sources;
    }

    private static void collect(Path root, List<TidySource> sources) {
        try (var files = Files.walk(root)) {
            for (var file :
                    files.filter(Files::isRegularFile)
                            .filter(TidySource::isText)
                            .sorted()
                            .toList()) {
                var name = file.toString().replace('\\', '/');
                sources.add(new TidySource(name, Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// By its ending; a script of `bin` has none.
    private static boolean isText(Path file) {
        var name = file.getFileName().toString();
        var dot = name.lastIndexOf('.');
        if (file.toString().contains("/resources/lib/") || file.toString().contains("/target/")) {
            return false;
        }
        return dot < 0 ? file.startsWith("bin") : KINDS.contains(name.substring(dot + 1));
    }

    List<String> lines() {
        return text.lines().toList();
    }

    boolean is(String ending) {
        return name.endsWith("." + ending);
    }

    /// The text without what only people read.
    String withoutComments() {
        return text.replaceAll("(?m)^\\s*(///|//|--|\\*).*$", "");
    }

    /// The room of a file of `src/main`: its first package, or its folder of migrations.
    String room() {
        return name.replaceFirst("^src/main/java/org/tongquan/", "")
                .replaceFirst("^src/main/resources/db/migration/", "")
                .replaceFirst("/.*$", "");
    }
}
