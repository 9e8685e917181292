package org.tongquan.site;

/// Whose pages these are; contributed by the room that knows the compact.
@FunctionalInterface
public interface Region {
    /// The region's name as shown beside the brand.
    String name(Language language);
}
