package org.tongquan.ledger.meeting;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Commitment;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.chasing.Chasing;
import org.tongquan.ledger.chasing.NoticeFilter;
import org.tongquan.ledger.matter.Alerting;
import org.tongquan.ledger.planning.Adjusting;
import org.tongquan.ledger.planning.Plan;
import org.tongquan.ledger.planning.PlanStep;
import org.tongquan.ledger.planning.Planning;
import org.tongquan.ledger.progress.Confirmation;
import org.tongquan.ledger.progress.Confirming;
import org.tongquan.ledger.standing.Light;

/// Collects what is open for an agenda, through the doors of the other areas.
@Component
class OpenMatters {
    private static final int MOST = 200;

    /// Characters of a reason that stand in a title.
    private static final int MOST_REASON = 80;

    private final Ledger ledger;
    private final Alerting alerting;
    private final Chasing chasing;
    private final Planning planning;
    private final Adjusting adjusting;
    private final Confirming confirming;
    private final Resolutions resolutions;
    private final MeetingRecords records;

    OpenMatters(
            Ledger ledger,
            Alerting alerting,
            Chasing chasing,
            Planning planning,
            Adjusting adjusting,
            Confirming confirming,
            Resolutions resolutions,
            MeetingRecords records) {
        this.ledger = ledger;
        this.alerting = alerting;
        this.chasing = chasing;
        this.planning = planning;
        this.adjusting = adjusting;
        this.confirming = confirming;
        this.resolutions = resolutions;
        this.records = records;
    }

    List<Proposal> list(Actor actor) {
        var open = new ArrayList<Proposal>();
        major(actor, open);
        red(actor, open);
        contradicted(actor, open);
        notices(actor, open);
        plans(actor, open);
        decisions(actor, open);
        return open;
    }

    private void major(Actor actor, List<Proposal> open) {
        for (var file : alerting.list(actor, true)) {
            var matter = file.matter();
            open.add(
                    new Proposal(
                            Meeting.Origin.MATTER,
                            matter.id().toString(),
                            matter.party(),
                            matter.title(),
                            "",
                            matter.urgent() || file.course().isOverdue(),
                            matter.on(),
                            "/matters/" + matter.id()));
        }
    }

    private void red(Actor actor, List<Proposal> open) {
        for (var one : ledger.urgent(actor, actor.region(), Light.RED, MOST)) {
            open.add(
                    new Proposal(
                            Meeting.Origin.RED,
                            one.commitment(),
                            one.party(),
                            one.textZh(),
                            one.textEn(),
                            false,
                            one.standing().due(),
                            "/ledger/" + one.region() + "/" + one.commitment()));
        }
    }

    private void contradicted(Actor actor, List<Proposal> open) {
        confirming.contradicted(actor, actor.region()).stream()
                .limit(MOST)
                .forEach(
                        said ->
                                ledger.find(actor, said.region(), said.commitment())
                                        .map(card -> contradicted(card.commitment(), said))
                                        .ifPresent(open::add));
    }

    private static Proposal contradicted(Commitment of, Confirmation said) {
        var reason = said.reason();
        int end = Math.min(reason.length(), MOST_REASON);
        var cut = reason.substring(0, end) + (end < reason.length() ? "…" : "");
        var english = of.textEn().isEmpty() ? of.textZh() : of.textEn();
        return new Proposal(
                Meeting.Origin.CONTRADICTED,
                of.id(),
                said.party(),
                "进展有异议：" + of.textZh() + "（" + cut + "）",
                "Report contradicted: " + english + " (" + cut + ")",
                false,
                said.at().atZone(Ledger.ZONE).toLocalDate(),
                "/ledger/" + of.region() + "/" + of.id() + "#" + said.party());
    }

    private void notices(Actor actor, List<Proposal> open) {
        var late =
                new NoticeFilter(
                        actor.region(), "", false, null, true, true, NoticeFilter.Cursor.START);
        for (var file : chasing.list(actor, late).files()) {
            var notice = file.notice();
            open.add(
                    new Proposal(
                            Meeting.Origin.NOTICE,
                            notice.id().toString(),
                            notice.party(),
                            "督办" + notice.number() + "：" + notice.item().zh(),
                            "Notice " + notice.number() + ": " + notice.item().en(),
                            file.course().returned() + file.course().reopened() > 0,
                            file.course().due(),
                            "/notices/" + notice.id()));
        }
    }

    private void plans(Actor actor, List<Proposal> open) {
        for (var head : planning.list(actor)) {
            if (head.state() == PlanStep.Kind.PUBLISHED || head.state() == PlanStep.Kind.ADJUSTED) {
                adjustments(actor, head, open);
            } else {
                open.add(
                        new Proposal(
                                Meeting.Origin.PLAN,
                                head.id().toString(),
                                "",
                                "审议《" + head.title() + "》",
                                "Deliberate on \"" + head.title() + "\"",
                                false,
                                null,
                                "/plans/" + head.id()));
            }
        }
    }

    private void adjustments(Actor actor, Plan.Head head, List<Proposal> open) {
        for (var asked : adjusting.list(actor, head.id())) {
            if (asked.decision() == null) {
                open.add(
                        new Proposal(
                                Meeting.Origin.ADJUSTMENT,
                                head.id() + "~" + asked.id(),
                                "",
                                "《" + head.title() + "》调整：" + asked.wish().reason(),
                                "Adjustment of \"" + head.title() + "\": " + asked.wish().reason(),
                                false,
                                asked.at().atZone(Ledger.ZONE).toLocalDate(),
                                "/plans/" + head.id() + "/adjustments"));
            }
        }
    }

    private void decisions(Actor actor, List<Proposal> open) {
        for (var file : records.files(resolutions.issued(actor.region(), MOST))) {
            if (file.course().state().isOpen()) {
                var resolution = file.resolution();
                open.add(
                        new Proposal(
                                Meeting.Origin.RESOLUTION,
                                resolution.id().toString(),
                                "",
                                resolution.text(),
                                "",
                                file.course().isOverdue(),
                                resolution.deadline(),
                                "/meetings/resolutions/" + resolution.id()));
            }
        }
    }
}
