package org.tongquan.ledger.cli;

import picocli.CommandLine.Command;

/// `ledger`: read policy documents, and play a year, from the command line.
@Command(
        name = "ledger",
        description = "Reads policy documents, plays a year. 读取政策文件，模拟运行一年。",
        mixinStandardHelpOptions = true,
        subcommands = ReadCommand.class)
public final class LedgerCommand {}
