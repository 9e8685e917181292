package org.tongquan.host;

/// The instance cannot start, for a reason a person can mend: what is wrong and the way out.
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String todo;

    public CannotStart(String what, String todo) {
        super(what);
        this.todo = todo;
    }

    public CannotStart(String what, String todo, Throwable cause) {
        super(what, cause);
        this.todo = todo;
    }

    public String todo() {
        return todo;
    }
}
