package org.tongquan.ledger.selected.web;

/// What was typed for all chosen rows.
///
/// @param text what is demanded, or why
/// @param level the rating
/// @param unit the unit that gets a part
/// @param role `lead` or `cooperating`
/// @param who the unit's responsible person; empty to name none
record Wish(String text, String level, String unit, String role, String who) {
    static final Wish NONE = new Wish("", "", "", "lead", "");
}
