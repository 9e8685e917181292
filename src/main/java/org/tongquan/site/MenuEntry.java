package org.tongquan.site;

import java.util.function.Predicate;
import org.tongquan.kernel.Actor;

/// One entry of the menu, contributed by an engine as a bean.
///
/// @param order lower comes first
/// @param path where it leads
/// @param key message key of its label
/// @param shown for whom
public record MenuEntry(int order, String path, String key, Predicate<Actor> shown) {}
