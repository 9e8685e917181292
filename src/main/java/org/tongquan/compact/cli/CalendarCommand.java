package org.tongquan.compact.cli;

import picocli.CommandLine.Command;

/// `tongquan calendar`: reckons with workdays.
@Command(
        name = "calendar",
        description = "Reckons with workdays. 工作日计算。",
        mixinStandardHelpOptions = true,
        subcommands = CalendarDueCommand.class)
public final class CalendarCommand {}
