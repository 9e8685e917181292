package org.tongquan.ledger.selected.web;

/// What became of one row.
///
/// @param key message key of the sentence
/// @param made where what was made stands, empty without it
record Outcome(boolean worked, String key, String made) {
    static Outcome worked(String key) {
        return new Outcome(true, key, "");
    }

    static Outcome refused(String key) {
        return new Outcome(false, key, "");
    }
}
