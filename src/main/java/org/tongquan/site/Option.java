package org.tongquan.site;

/// One choice of a select.
public record Option(String value, String label) {}
