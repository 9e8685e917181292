package org.tongquan.ledger.template;

import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The documents that have a template.
public enum TemplateKind {
    /// 半年报告
    HALF_YEAR,
    /// 年度报告
    ANNUAL,
    /// 考核通报
    BULLETIN,
    /// 督办通知
    NOTICE,
    /// 会议纪要
    MINUTES;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<TemplateKind> of(String word) {
        return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
    }

    /// The report that a day suggests: the annual one in December.
    public static TemplateKind report(LocalDate day) {
        return day.getMonth() == Month.DECEMBER ? ANNUAL : HALF_YEAR;
    }
}
