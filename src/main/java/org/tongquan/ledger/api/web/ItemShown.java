package org.tongquan.ledger.api.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.Assignment;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.ProgressReport;

/// An item of the ledger with all that the acting body may see of it.
///
/// @param kind sort of commitment; `plan-item` for a task of a yearly plan
/// @param version of the compact or the plan that states it
/// @param light of its parties together, by the rule that the compact declares
/// @param duties what each bound party owes
/// @param reports newest first
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemShown(
        String id,
        String region,
        String kind,
        String version,
        String source,
        String article,
        String articleTitle,
        String chapter,
        Named category,
        String text,
        LocalDate start,
        @Nullable LocalDate deadline,
        @Nullable String cycle,
        @Nullable String parent,
        int weight,
        List<Step> milestones,
        String light,
        List<Duty> duties,
        List<Report> reports) {

    /// What is to stand by a day.
    record Step(LocalDate due, int percent, String text) {}

    /// One party's part.
    ///
    /// @param mayReport whether the key may report on it now
    record Duty(
            Named party,
            LightShown light,
            List<Named> lead,
            List<Named> cooperating,
            boolean mayReport) {}

    /// A progress report.
    ///
    /// @param on the day it reports on
    /// @param filedAt when it was filed
    /// @param returned why the office returned it, if it did
    /// @param simulated made up for a demonstration
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Report(
            String id,
            Named party,
            Named body,
            LocalDate on,
            Instant filedAt,
            int percent,
            String text,
            boolean simulated,
            @Nullable String returned,
            List<Evidence> evidence) {}

    /// A file that proves progress.
    ///
    /// @param size in bytes
    /// @param sha256 lower-case hexadecimal
    /// @param href its content
    record Evidence(
            String id, String name, String mediaType, int size, String sha256, String href) {}

    static ItemShown of(Card card, Caller.Reader reader, List<String> reportable) {
        var item = card.commitment();
        return new ItemShown(
                item.id(),
                item.region(),
                item.kind(),
                item.version(),
                item.source(),
                item.articleNumber(),
                item.articleTitle(),
                item.chapterTitle(),
                reader.category(item.category()),
                reader.pick(item.textZh(), item.textEn()),
                item.start(),
                item.deadline(),
                item.cycle(),
                item.parent(),
                item.weight(),
                item.milestones().stream()
                        .map(m -> new Step(m.due(), m.percent(), m.text()))
                        .toList(),
                card.light().word(),
                card.obligations().stream()
                        .map(
                                o ->
                                        new Duty(
                                                reader.party(o.party()),
                                                reader.light(o.standing()),
                                                units(card, reader, o.party(), "lead"),
                                                units(card, reader, o.party(), "cooperating"),
                                                reportable.contains(o.party())))
                        .toList(),
                card.reports().stream().map(r -> report(r, reader)).toList());
    }

    private static List<Named> units(Card card, Caller.Reader reader, String party, String role) {
        return card.assignments().stream()
                .filter(a -> a.party().equals(party) && a.role().word().equals(role))
                .map(Assignment::unit)
                .map(reader::body)
                .toList();
    }

    private static Report report(ProgressReport report, Caller.Reader reader) {
        return new Report(
                report.id().toString(),
                reader.party(report.party()),
                reader.body(report.body()),
                report.on(),
                report.at(),
                report.percent(),
                report.text(),
                report.simulated(),
                report.returned(),
                report.evidence().stream()
                        .map(
                                e ->
                                        new Evidence(
                                                e.id().toString(),
                                                e.name(),
                                                e.mediaType(),
                                                e.size(),
                                                e.sha256(),
                                                Caller.ROOT + "/evidence/" + e.id()))
                        .toList());
    }
}
