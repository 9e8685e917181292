package org.tongquan.rest;

import java.util.List;

/// A request of a program is refused; nothing of it was done. It rolls back the transaction in
/// which it is thrown.
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Trouble trouble;
    private final String key;
    private final transient List<Wrong> errors;

    /// Answers with the general sentence of its type.
    public Rejected(Trouble trouble) {
        this(trouble, "rest.trouble." + trouble.word() + ".text", List.of());
    }

    /// @param key message key of the sentence that says why
    public Rejected(Trouble trouble, String key) {
        this(trouble, key, List.of());
    }

    public Rejected(Trouble trouble, String key, List<Wrong> errors) {
        super(trouble.word());
        this.trouble = trouble;
        this.key = key;
        this.errors = List.copyOf(errors);
    }

    /// @throws Rejected with all of them, when there is any
    public static void ifAny(Trouble trouble, List<Wrong> errors) {
        if (!errors.isEmpty()) {
            throw new Rejected(trouble, "rest.trouble." + trouble.word() + ".text", errors);
        }
    }

    public Trouble trouble() {
        return trouble;
    }

    public String key() {
        return key;
    }

    public List<Wrong> errors() {
        return errors;
    }
}
