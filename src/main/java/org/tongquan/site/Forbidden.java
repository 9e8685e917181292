package org.tongquan.site;

/// The reader may not do this for the body acted for.
public final class Forbidden extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    /// Answers with the general sentence about a missing power.
    public Forbidden() {
        this("site.error.403.text");
    }

    /// @param key message key of the sentence to show: what is not allowed, and who may
    public Forbidden(String key) {
        super(key);
        this.key = key;
    }

    public String key() {
        return key;
    }
}
