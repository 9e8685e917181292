package org.tongquan.document;

/// Writes one XML part, piece by piece. Markup is given whole; texts are escaped here.
final class Xml {
    private final StringBuilder out = new StringBuilder(1 << 14);

    Xml() {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    }

    /// Adds markup as it stands.
    Xml raw(String markup) {
        out.append(markup);
        return this;
    }

    /// Adds character data.
    Xml text(String text) {
        out.append(escaped(text));
        return this;
    }

    static String escaped(String text) {
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
