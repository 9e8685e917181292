package org.tongquan.journal.cli;

import picocli.CommandLine.Command;

/// `tongquan journal verify|export|prove`.
@Command(
        name = "journal",
        description = "Proves that nothing was quietly changed. 存证：证明记录未被改动。",
        mixinStandardHelpOptions = true,
        subcommands = {VerifyCommand.class, ExportCommand.class, ProveCommand.class})
public class JournalCommand {}
