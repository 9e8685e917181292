package org.tongquan.site;

/// What is wrong with one field of a form.
///
/// @param field id of the input, empty when the form as a whole is meant
/// @param text one sentence saying what is wrong and what to do, in the reader's language
public record Fault(String field, String text) {}
