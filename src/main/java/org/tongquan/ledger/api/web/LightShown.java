package org.tongquan.ledger.api.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A light with its reason.
///
/// @param color `red`, `yellow`, `green` or `none`
/// @param wasLate whether lateness stays visible although it was made up for
/// @param percent progress last reported, 0 to 100
/// @param reason part of the rule that decided
/// @param values figures of the reason
/// @param why the reason as a sentence
/// @param rule id of the rule set
/// @param due the day that decides
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LightShown(
        String color,
        boolean wasLate,
        int percent,
        String reason,
        List<String> values,
        String why,
        String rule,
        @Nullable LocalDate due) {}
