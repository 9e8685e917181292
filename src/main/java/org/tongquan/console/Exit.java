package org.tongquan.console;

/// What a command's exit code says. Documented in `docs/reference/commands.md`.
public final class Exit {
    /// Done; for a question: yes.
    public static final int OK = 0;

    /// Understood and answered, and the answer is no: problems were found, a check failed.
    public static final int NO = 1;

    /// The command line itself is wrong.
    public static final int USAGE = 2;

    /// The surroundings are missing: JDK, port, database, data directory.
    public static final int SURROUNDINGS = 3;

    private Exit() {}
}
