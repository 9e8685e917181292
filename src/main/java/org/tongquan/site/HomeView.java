package org.tongquan.site;

import gg.jte.Content;
import java.util.List;
import java.util.function.Function;

/// The public entrance: what each engine puts there.
public record HomeView(List<Function<Page, Content>> tiles) {}
