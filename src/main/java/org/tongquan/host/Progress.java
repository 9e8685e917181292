package org.tongquan.host;

/// Tells a waiting person what is going on.
@FunctionalInterface
public interface Progress {
    Progress SILENT = stage -> {};

    void stage(String what);
}
