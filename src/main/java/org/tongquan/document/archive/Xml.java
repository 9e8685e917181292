package org.tongquan.document.archive;

/// Writes one XML part, piece by piece. Markup is given whole; texts are escaped here.
public final class Xml {
    private final StringBuilder out = new StringBuilder(1 << 14);

    public Xml() {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    }

    /// Adds markup as it stands.
    public Xml raw(String markup) {
        out.append(markup);
        return this;
    }

    /// Adds character data.
    public Xml text(String text) {
        out.append(escaped(text));
        return this;
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
