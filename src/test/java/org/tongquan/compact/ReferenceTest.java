package org.tongquan.compact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tongquan.compact.form.FormSchema;

/// The reference of the format is generated from the records that read it. After a change, run
/// the test once with `-Dtongquan.rewrite=true` and commit what it wrote.
class ReferenceTest {
    private static final Path SCHEMA = Path.of("docs/reference/compact.schema.json");
    private static final Path README = Path.of("compacts/README.md");
    private static final String BEGIN = "<!-- fields:begin -->\n";
    private static final String END = "<!-- fields:end -->";

    @Test
    void theSchemaForEditorsIsUpToDate() throws IOException {
        compare(SCHEMA, FormSchema.json(Compact.class, "Tongquan compact"));
    }

    @Test
    void theTableOfFieldsIsUpToDate() throws IOException {
        var text = Files.readString(README);
        var begin = text.indexOf(BEGIN) + BEGIN.length();
        var end = text.indexOf(END);
        assertThat(begin).isGreaterThan(BEGIN.length());
        var tables = "\n" + FormSchema.tables(Compact.class);
        compare(README, text.substring(0, begin) + tables + text.substring(end));
    }

    private static void compare(Path file, String wanted) throws IOException {
        if (Boolean.getBoolean("tongquan.rewrite")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, wanted);
        }
        assertThat(file).as("run with -Dtongquan.rewrite=true").exists().hasContent(wanted);
    }
}
