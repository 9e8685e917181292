package org.tongquan.compact;

/// How a version of a compact comes into being.
public enum Adoption {
    /// 印发: a body above issued it; the issuer's document is among the sources.
    ISSUED,
    /// 签订: the member parties signed it, each with its own key.
    SIGNED,
    /// 会议议定: a meeting resolved it; the head names the resolution as its basis.
    RESOLVED
}
