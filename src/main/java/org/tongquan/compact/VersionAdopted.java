package org.tongquan.compact;

/// A version was adopted; published as soon as the adopting transaction is committed. Add fields,
/// never rename.
///
/// @param region id of the compact
/// @param version label of the version
public record VersionAdopted(String region, String version) {}
