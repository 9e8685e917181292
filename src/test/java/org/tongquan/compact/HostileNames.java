package org.tongquan.compact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.test.util.ReflectionTestUtils;
import org.tongquan.compact.reading.CompactFolder;

/// A shipped region whose parties, bodies, units and indicators bear hostile names, as the pages
/// read it: in the place of the version in force, until closed.
public final class HostileNames implements AutoCloseable {
    private static final Pattern NAME =
            Pattern.compile("\\b(zh|en): ([^,{}\\[\\]'\"\\n]+)(?=[,}])");
    private static final Pattern NAMED =
            Pattern.compile("(parties|bodies|compact|indicators|units-[a-z]+)\\.yaml");

    private final Map<UUID, Resolved> kept;
    private final UUID version;

    @SuppressWarnings("unchecked")
    public HostileNames(Compacts compacts, String region, String words) {
        var today = java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
        version = compacts.findInForce(region, today).orElseThrow().id();
        if (compacts.inForce(region, today).isEmpty()) {
            throw new IllegalArgumentException("nothing is in force in " + region);
        }
        kept = (Map<UUID, Resolved>) ReflectionTestUtils.getField(compacts, "kept");
        var hostile = TestCompacts.get(new CompactFolder(copy(words)).load(region));
        synchronized (kept) {
            kept.put(version, hostile);
        }
    }

    private static Path copy(String words) {
        try (var files = Files.walk(TestCompacts.SHIPPED)) {
            var folder = Files.createTempDirectory("hostile");
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = folder.resolve(TestCompacts.SHIPPED.relativize(file).toString());
                Files.createDirectories(target.getParent());
                var text = Files.readString(file);
                var named = NAMED.matcher(file.getFileName().toString()).matches();
                Files.writeString(target, named ? spoiled(text, words) : text);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String spoiled(String text, String words) {
        var inYaml = words.replace("'", "''");
        return NAME.matcher(text)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        "%s: '%s%s'"
                                                .formatted(
                                                        found.group(1), found.group(2), inYaml)));
    }

    @Override
    public void close() {
        synchronized (kept) {
            kept.remove(version);
        }
    }
}
