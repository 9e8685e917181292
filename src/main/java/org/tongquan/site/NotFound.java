package org.tongquan.site;

/// What the address names does not exist, or not for this reader.
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;

    /// Answers with the general sentence about a page that is not there.
    public NotFound() {
        this("site.error.404.text");
    }

    /// @param key message key of the sentence to show
    public NotFound(String key) {
        super(key);
        this.key = key;
    }

    public String key() {
        return key;
    }
}
