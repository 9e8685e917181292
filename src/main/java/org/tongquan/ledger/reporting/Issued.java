package org.tongquan.ledger.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.tongquan.ledger.template.TemplateKind;

/// A report that was issued, without its files.
///
/// @param at when it was issued: what came to be known later is not in it
/// @param sha256 over its files, lower-case hexadecimal
/// @param kind half-year or annual
/// @param template version of the template that worded it, 0 for the shipped one
public record Issued(
        UUID id,
        String region,
        LocalDate asOf,
        String title,
        String number,
        String recipients,
        String body,
        Instant at,
        boolean simulated,
        String sha256,
        TemplateKind kind,
        int template) {}
