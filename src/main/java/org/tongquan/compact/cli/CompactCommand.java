package org.tongquan.compact.cli;

import picocli.CommandLine.Command;

/// `tongquan compact`: reads, checks, compares, signs and exports compacts, offline. Without a verb
// it
/// says which there are.
@Command(
        name = "compact",
        description = "Checks, compares, signs and exports compacts. 检查、比较、签署、导出规约。",
        mixinStandardHelpOptions = true,
        subcommands = {
            CompactCheckCommand.class,
            CompactDiffCommand.class,
            CompactShowCommand.class,
            CompactExportCommand.class,
            CompactVerifyCommand.class,
            CompactKeygenCommand.class,
            CompactSignCommand.class,
            CompactSchemaCommand.class,
        })
public final class CompactCommand {}
