package org.tongquan.compact.cli;

import org.tongquan.compact.Compact;
import org.tongquan.compact.form.FormSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `compact schema`: what may stand in a file, for editors and for people.
@Command(
        name = "schema",
        description = "Prints the JSON Schema of a file. 输出 JSON Schema。",
        mixinStandardHelpOptions = true)
final class CompactSchemaCommand implements Runnable {
    @Option(names = "--tables", description = "print Markdown tables instead")
    private boolean tables;

    @Override
    public void run() {
        System.out.print(
                tables
                        ? FormSchema.tables(Compact.class)
                        : FormSchema.json(Compact.class, "Tongquan compact"));
    }
}
