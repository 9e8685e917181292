package org.tongquan.ledger.cli;

import picocli.CommandLine.Command;

/// `ledger`: read policy documents from the command line.
@Command(
        name = "ledger",
        description = "Reads policy documents into commitments. 读取政策文件。",
        mixinStandardHelpOptions = true,
        subcommands = ReadCommand.class)
public final class LedgerCommand {}
