package org.tongquan.ledger.mail;

import java.time.Instant;
import org.tongquan.site.Language;

/// What a person chose for the body they act for.
///
/// @param address where mail goes
/// @param since what was told earlier is not sent
public record Choice(String address, Pace pace, Language language, Instant since) {}
