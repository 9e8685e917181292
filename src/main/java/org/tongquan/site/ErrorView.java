package org.tongquan.site;

import java.util.List;
import org.tongquan.kernel.Problem;

/// One failed request, told to a person.
///
/// @param status the HTTP status
/// @param title message key of what happened
/// @param text message key of why
/// @param todo message key of the way out
/// @param reference what to quote to the operator, empty when there is nothing to look up
/// @param problems all that is wrong with an input, empty for other failures
public record ErrorView(
        int status,
        String title,
        String text,
        String todo,
        String reference,
        List<Problem> problems) {}
