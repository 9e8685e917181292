package org.tongquan;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;
import org.tongquan.compact.cli.CalendarCommand;
import org.tongquan.compact.cli.CompactAdoptCommand;
import org.tongquan.compact.cli.CompactCommand;
import org.tongquan.console.Exit;
import org.tongquan.host.CannotStart;
import org.tongquan.identity.cli.IdentityCommand;
import org.tongquan.identity.cli.KeysCommand;
import org.tongquan.journal.cli.JournalCommand;
import org.tongquan.kernel.Problems;
import org.tongquan.ledger.cli.LedgerCommand;
import org.tongquan.ledger.cli.RecountCommand;
import org.tongquan.ledger.cli.SimulateCommand;
import org.tongquan.ledger.cli.WhatIfCommand;
import org.tongquan.settlement.cli.SettlementCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The one entrance: `tongquan serve` and `tongquan <engine> <verb>`.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Modulithic(sharedModules = {"kernel", "host"})
@Command(
        name = "tongquan",
        description = "Runs a regional compact. 运行区域合作规约。",
        mixinStandardHelpOptions = true,
        version = "tongquan 0.1.0",
        subcommands = {
            Serve.class,
            CompactCommand.class,
            CalendarCommand.class,
            JournalCommand.class,
            LedgerCommand.class,
            IdentityCommand.class,
            KeysCommand.class,
        })
public class Tongquan {
    /// Runs one command and ends with its exit code.
    public static void main(String[] arguments) {
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return line().execute(arguments);
    }

    /// Every command there is.
    static CommandLine line() {
        var line = new CommandLine(new Tongquan());
        var compact = Objects.requireNonNull(line.getSubcommands().get("compact"));
        compact.addSubcommand(new CompactAdoptCommand(InTheHouse::adopt));
        var ledger = Objects.requireNonNull(line.getSubcommands().get("ledger"));
        ledger.addSubcommand(new SimulateCommand(InTheHouse::simulate));
        ledger.addSubcommand(new WhatIfCommand(InTheHouse::tryOut));
        ledger.addSubcommand(new RecountCommand(InTheHouse::recount));
        line.addSubcommand(SettlementCommand.line(InTheHouse::keepBooks));
        return line.setExecutionExceptionHandler(Tongquan::explain)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static int explain(
            Exception problem, CommandLine command, CommandLine.ParseResult result)
            throws Exception {
        var err = command.getErr();
        switch (problem) {
            case CannotStart cannot -> {
                err.println("tongquan: " + cannot.getMessage());
                err.println("          " + cannot.todo());
                return Exit.SURROUNDINGS;
            }
            case Problems.Rejected rejected -> {
                rejected.problems().forEach(err::println);
                return Exit.NO;
            }
            default -> throw problem;
        }
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
