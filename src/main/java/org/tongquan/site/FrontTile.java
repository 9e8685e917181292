package org.tongquan.site;

/// A piece of the public entrance, contributed by an engine as a bean: its public figures, a link
/// to its public page. The entrance shows all of them without knowing the engine.
public interface FrontTile {
    /// Lower comes first.
    int order();

    /// The template `<engine>/<name>`; it takes `page` and its own `view`.
    String template();

    /// What the template shows; asked for each visit, so it must be quick.
    Object view(Language language);
}
