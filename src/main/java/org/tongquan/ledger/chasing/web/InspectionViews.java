package org.tongquan.ledger.chasing.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.chasing.Finding;
import org.tongquan.ledger.chasing.FindingCourse;
import org.tongquan.ledger.chasing.Inspecting;
import org.tongquan.ledger.chasing.Inspection;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Crumb;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.Option;

/// Makes what the pages of inspections show.
@Component
class InspectionViews {
    private final Inspecting inspecting;
    private final Ledger ledger;
    private final NoticeViews notices;
    private final Names names;
    private final Messages messages;

    InspectionViews(
            Inspecting inspecting,
            Ledger ledger,
            NoticeViews notices,
            Names names,
            Messages messages) {
        this.inspecting = inspecting;
        this.ledger = ledger;
        this.notices = notices;
        this.names = names;
        this.messages = messages;
    }

    InspectionsView list(
            Actor actor,
            boolean openOnly,
            Language language,
            String error,
            InspectionsView.Typed typed) {
        var of = names.of(actor.region(), language);
        return new InspectionsView(
                openOnly,
                inspecting.mayOpen(actor),
                inspecting.list(actor, openOnly).stream().map(f -> item(f, of)).toList(),
                NoticeViews.parties(of),
                error,
                typed);
    }

    private InspectionsView.Item item(Inspection.File file, Names.Of of) {
        var inspection = file.inspection();
        return new InspectionsView.Item(
                "/notices/inspections/" + inspection.id(),
                inspection.number(),
                inspection.title(),
                of.body(inspection.body()),
                String.join(
                        of.language() == Language.ZH ? "、" : ", ",
                        inspection.parties().stream().map(of::party).toList()),
                inspection.on().toString(),
                inspection.isOpen(),
                file.findings().size(),
                file.findings().stream().filter(f -> !f.course().isSettled()).count(),
                file.overdue());
    }

    InspectionView view(
            Actor actor,
            Inspection.File file,
            Language language,
            String error,
            String refused,
            String typed) {
        var inspection = file.inspection();
        var of = names.of(inspection.region(), language);
        boolean inspects = inspection.body().equals(actor.body()) && actor.may(Power.SUPERVISE);
        var closed = inspection.closed();
        return new InspectionView(
                inspection.id().toString(),
                List.of(
                        new Crumb("/notices", messages.say(language, "chasing.menu")),
                        new Crumb(
                                "/notices/inspections",
                                messages.say(language, "chasing.inspections")),
                        new Crumb("", inspection.number())),
                item(file, of),
                inspection.scope(),
                inspection.parties().stream().map(p -> new Option(p, of.party(p))).toList(),
                inspection.commitments().stream()
                        .map(c -> new Option(c, text(actor, inspection.region(), c, language)))
                        .toList(),
                inspection.rectifyWithin(),
                inspection.rule(),
                inspects && inspection.isOpen(),
                inspects && inspection.isOpen() && file.isSettled(),
                closed == null ? "" : closed.text(),
                closed == null ? "" : of.body(closed.body()) + " · " + Moments.of(closed.at()),
                file.findings().stream().map(f -> finding(actor, file, f, of)).toList(),
                error,
                refused,
                typed);
    }

    /// The commitment as it reads now, or its id when it is no longer kept.
    private String text(Actor actor, String region, String id, Language language) {
        return ledger.find(actor, region, id)
                .map(c -> language.pick(c.commitment().textZh(), c.commitment().textEn()))
                .orElse(id);
    }

    private InspectionView.FindingView finding(
            Actor actor, Inspection.File file, Inspection.Found found, Names.Of of) {
        var finding = found.finding();
        var course = found.course();
        boolean none = finding.commitment().isEmpty();
        return new InspectionView.FindingView(
                finding.id().toString(),
                finding.text(),
                of.party(finding.party()),
                notices.units(finding.units(), of),
                none ? "" : text(actor, finding.region(), finding.commitment(), of.language()),
                none ? "" : "/ledger/" + finding.region() + "/" + finding.commitment(),
                course.state().word(),
                tone(course),
                NoticeViews.text(course.due()),
                course.provisional(),
                course.daysOver(),
                course.seq(),
                course.events().stream().map(e -> event(e, of)).toList(),
                file.inspection().isOpen()
                        ? inspecting.next(actor, file, found).stream()
                                .map(Finding.Step::word)
                                .toList()
                        : List.of());
    }

    private static String tone(FindingCourse course) {
        if (course.isSettled()) {
            return "green";
        }
        return course.isOverdue() ? "red" : "yellow";
    }

    private NoticeView.EventView event(Finding.Event event, Names.Of of) {
        var tone =
                switch (event.step()) {
                    case AGAIN -> "red";
                    case PASSED -> "green";
                    case FOUND -> "yellow";
                    case RECTIFIED -> "";
                };
        return new NoticeView.EventView(
                event.step().word(),
                tone,
                notices.body(event.body(), of),
                Moments.of(event.at()),
                event.text(),
                NoticeViews.text(event.due()),
                event.provisional());
    }
}
