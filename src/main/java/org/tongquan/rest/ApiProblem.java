package org.tongquan.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer that refuses (RFC 9457), as it goes over the wire.
///
/// @param type reference of the type of problem, relative to this instance
/// @param title what the type means, in the reader's language
/// @param status HTTP status
/// @param detail why this request was refused, in the reader's language
/// @param instance path that was asked for
/// @param errors everything wrong with the input, when fields are wrong
/// @param reference what to tell the operator, when the server failed
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiProblem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @Nullable List<Error> errors,
        @Nullable String reference) {
    public ApiProblem {
        errors = errors == null ? null : List.copyOf(errors);
    }

    /// @param pointer JSON pointer into the body, or `parameter:<name>`
    /// @param detail what is wrong and what would be right
    public record Error(String pointer, String detail) {}
}
