package org.tongquan.site;

/// One step of the way back to the entrance.
///
/// @param path where it leads, empty for the page itself
/// @param label as shown, in the reader's language
public record Crumb(String path, String label) {}
