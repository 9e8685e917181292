package org.tongquan.ledger.api.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.measuring.Measuring.Row;
import org.tongquan.ledger.measuring.Measuring.Sheet;
import org.tongquan.ledger.measuring.Reading;

/// An indicator with its targets, the values of each member and the totals.
///
/// @param series what sort of series its values make: `stock`, `flow`, `cumulative`, `growth`,
///     `share`; decides what may be summed
/// @param item commitment it belongs to
/// @param status the member's that needs most attention
/// @param totals of each day, newest first; without a value where nothing may be summed
@JsonInclude(JsonInclude.Include.NON_NULL)
record IndicatorShown(
        String id,
        String name,
        String unit,
        String series,
        int decimals,
        @Nullable String item,
        String status,
        List<Target> targets,
        List<MemberValues> members,
        List<TotalOfDay> totals,
        String href) {

    /// What is to be reached.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Target(@Nullable LocalDate by, String operator, BigDecimal value) {}

    /// One member.
    ///
    /// @param readings latest revisions, in the order of their days
    record MemberValues(Named party, String status, List<ReadingShown> readings) {}

    /// A value.
    ///
    /// @param kind `achieved` or `decided`
    /// @param revision the number that a revision of it names as `shown`
    record ReadingShown(
            String id,
            String kind,
            LocalDate on,
            BigDecimal value,
            String source,
            int revision,
            Instant filedAt) {}

    /// The total of a day, or why there is none.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TotalOfDay(
            LocalDate on, @Nullable BigDecimal value, String reason, List<String> missing) {}

    static IndicatorShown of(Sheet sheet, Caller.Reader reader, String region) {
        var measure = sheet.measure();
        return new IndicatorShown(
                measure.id(),
                measure.name().in(reader.language().locale()),
                measure.unit(),
                measure.series().name().toLowerCase(Locale.ROOT),
                measure.decimals(),
                measure.commitment(),
                sheet.status().word(),
                measure.targets().stream()
                        .map(
                                a ->
                                        new Target(
                                                a.by(),
                                                a.operator()
                                                        .name()
                                                        .toLowerCase(Locale.ROOT)
                                                        .replace('_', '-'),
                                                a.value()))
                        .toList(),
                sheet.rows().stream().map(r -> member(r, reader)).toList(),
                sheet.totals().stream()
                        .map(
                                t ->
                                        new TotalOfDay(
                                                t.on(),
                                                t.total().value(),
                                                t.total().reason().word(),
                                                t.total().missing()))
                        .toList(),
                IndicatorApi.path(region, measure.id()));
    }

    private static MemberValues member(Row row, Caller.Reader reader) {
        return new MemberValues(
                reader.party(row.party()),
                row.standing().status().word(),
                row.readings().stream().map(IndicatorShown::reading).toList());
    }

    private static ReadingShown reading(Reading reading) {
        return new ReadingShown(
                reading.id().toString(),
                reading.kind().word(),
                reading.on(),
                reading.value(),
                reading.source(),
                reading.revision(),
                reading.at());
    }
}
