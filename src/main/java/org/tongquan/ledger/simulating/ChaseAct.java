package org.tongquan.ledger.simulating;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.chasing.Chasing;
import org.tongquan.ledger.chasing.Handling;
import org.tongquan.ledger.chasing.Notice;
import org.tongquan.ledger.chasing.NoticeFilter;
import org.tongquan.ledger.chasing.Step;
import org.tongquan.ledger.standing.Light;

/// Notices: the office issues some by hand beside those that go out by themselves, units sign and
/// answer, the office checks, gives back, closes, and takes one up again.
@Component
@Order(30)
class ChaseAct implements Act {
    private static final int MOST_A_WEEK = 3;
    private static final int SIGNED_AFTER = 1;
    private static final int SILENT_SIGNED_AFTER = 25;
    private static final int ANSWERED_AFTER = 6;
    private static final int REVIEWED_AFTER = 2;
    private static final int REOPENED_AFTER = 15;
    private static final int RETURNED_PERCENT = 25;
    private static final int STUBBORN_PERCENT = 40;

    private final Chasing chasing;
    private final Ledger ledger;

    ChaseAct(Chasing chasing, Ledger ledger) {
        this.chasing = chasing;
        this.ledger = ledger;
    }

    @Override
    public void on(Play play, LocalDate today) {
        var office = play.cast().with(Power.SUPERVISE);
        if (today.getDayOfWeek() == DayOfWeek.MONDAY) {
            issue(play, office);
            look(play, office);
        }
        for (var file : chasing.list(office, NoticeFilter.open(play.region())).files()) {
            step(play, office, file, today);
        }
        reopen(play, office, today);
    }

    /// Demands in writing what is red and has no notice yet.
    private void issue(Play play, Actor office) {
        var open = chasing.openItems(office);
        var targets =
                ledger.urgent(office, play.region(), Light.RED, Chasing.MOST_AT_ONCE).stream()
                        .filter(o -> !open.contains(o.commitment() + "~" + o.party()))
                        .filter(o -> play.percent(o.commitment(), o.party()) < 100)
                        .limit(MOST_A_WEEK)
                        .map(o -> new Chasing.Target(o.commitment(), o.party()))
                        .toList();
        if (targets.isEmpty()) {
            return;
        }
        var handled = chasing.issue(office, targets, Play.MARK + "请说明逾期原因，明确完成时限");
        for (int i = 0; i < handled.size(); i++) {
            if (play.count("notice-issued", handled.get(i) instanceof Handling.Done, handled)) {
                var target = targets.get(i);
                play.travelled(Path.OVERDUE, target.commitment() + " " + target.party());
                play.travelled(Path.NOTICE, target.commitment() + " " + target.party());
            }
        }
    }

    /// Whether the ladder has gone up about the party that says nothing.
    private void look(Play play, Actor office) {
        var silent = play.cast().silent();
        if (play.hasTravelled(Path.SILENT_ESCALATED)) {
            return;
        }
        for (var one : ledger.urgent(office, play.region(), Light.RED, Chasing.MOST_AT_ONCE)) {
            if (one.party().equals(silent)
                    && chasing.history(office, play.region(), one.commitment(), silent).stream()
                            .anyMatch(s -> s.step().contains(" rung "))) {
                play.travelled(Path.SILENT_ESCALATED, one.commitment() + " " + silent);
            }
        }
    }

    private void step(Play play, Actor office, Notice.File file, LocalDate today) {
        var notice = file.notice();
        long days = ChronoUnit.DAYS.between(file.course().since(), today);
        var unit = play.actor(notice.units().getFirst());
        boolean silent = play.cast().temper(notice.party()) == Cast.Temper.SILENT;
        switch (file.course().state()) {
            case AWAITING_RECEIPT -> {
                if (days >= (silent ? SILENT_SIGNED_AFTER : SIGNED_AFTER)) {
                    act(play, unit, file, Step.SIGNED, "");
                }
            }
            case AWAITING_ANSWER -> {
                boolean gaveUp = isStubborn(play, notice) && file.course().returned() > 0;
                if (days >= ANSWERED_AFTER
                        && !gaveUp
                        && act(play, unit, file, Step.ANSWERED, Play.MARK + "已整改，补报进展")
                        && !isStubborn(play, notice)) {
                    play.note("hurry " + notice.commitment() + "~" + notice.party(), today);
                }
            }
            case AWAITING_REVIEW -> {
                if (days >= REVIEWED_AFTER) {
                    boolean back =
                            file.course().returned() == 0
                                    && (isStubborn(play, notice)
                                            || play.chance(
                                                    "back " + notice.number(), RETURNED_PERCENT));
                    act(
                            play,
                            office,
                            file,
                            back ? Step.RETURNED : Step.PASSED,
                            back ? Play.MARK + "佐证不足，请补充" : "");
                }
            }
            case AWAITING_CLOSURE -> {
                if (act(play, office, file, Step.CLOSED, "")) {
                    play.travelled(Path.CLOSURE, notice.number());
                }
            }
            case CLOSED -> {}
        }
    }

    /// Some units answer once and then let the matter lie: their items stay red.
    private static boolean isStubborn(Play play, Notice notice) {
        var key = "stubborn " + notice.commitment() + "~" + notice.party();
        return play.chance(key, STUBBORN_PERCENT);
    }

    private void reopen(Play play, Actor office, LocalDate today) {
        if (play.hasTravelled(Path.REOPENED) || !play.hasTravelled(Path.CLOSURE)) {
            return;
        }
        var closed =
                chasing.list(office, NoticeFilter.all(play.region())).files().stream()
                        .filter(f -> f.course().state() == Step.State.CLOSED)
                        .filter(
                                f ->
                                        ChronoUnit.DAYS.between(f.course().since(), today)
                                                >= REOPENED_AFTER)
                        .toList();
        for (var file : closed.subList(0, Math.min(1, closed.size()))) {
            if (act(play, office, file, Step.REOPENED, Play.MARK + "回访发现问题反弹")) {
                play.travelled(Path.REOPENED, file.notice().number());
            }
        }
    }

    private boolean act(Play play, Actor actor, Notice.File file, Step step, String text) {
        var answer = chasing.act(actor, file.notice().id(), step, file.course().seq(), text);
        return play.count(
                "notice-" + step.word(),
                answer instanceof Handling.Done,
                List.of(actor.body(), file.notice().party(), answer));
    }
}
