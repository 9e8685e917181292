package org.tongquan.ledger.simulating;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongquan.host.HouseClock;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.suggesting.Moderating;
import org.tongquan.ledger.suggesting.NewSuggestion;
import org.tongquan.ledger.suggesting.Submission;
import org.tongquan.ledger.suggesting.Suggesting;
import org.tongquan.ledger.suggesting.Suggestion;
import org.tongquan.ledger.suggesting.SuggestionAnswer;
import org.tongquan.ledger.suggesting.Visit;
import org.tongquan.ledger.suggesting.Wanted;

/// People suggest something now and then; the office publishes, hands over to a unit, and the unit
/// answers.
@Component
@Order(80)
class PublicAct implements Act {
    private static final int FIRST = 60;
    private static final int EVERY = 50;
    private static final int ANSWERED_AFTER = 4;

    /// Longer than anybody needs who fills the form in by a program.
    private static final Duration WRITTEN = Duration.ofMinutes(3);

    private static final List<List<String>> SAID =
            List.of(
                    List.of("公交一卡通多一些充值点", "建议在城际车站增加一卡通充值和查询的自助机，方便跨市通勤的人。"),
                    List.of("跨市就医少跑一趟", "希望异地住院备案可以在医院窗口一次办完，不用回参保地盖章。"),
                    List.of("河边步道接起来", "两市交界处的河边步道断了一段，建议一起规划，早日连通。"),
                    List.of("周末城际车加密", "周末晚上的城际列车班次太少，回城不便，建议适当加开。"),
                    List.of("公共图书馆通借通还", "各市图书馆的借书证如果能互认，读者就可以就近还书。"));

    private final Suggesting suggesting;
    private final Moderating moderating;
    private final HouseClock clock;

    PublicAct(Suggesting suggesting, Moderating moderating, HouseClock clock) {
        this.suggesting = suggesting;
        this.moderating = moderating;
        this.clock = clock;
    }

    @Override
    public void on(Play play, LocalDate today) {
        if (!suggesting.takes(play.region())) {
            return;
        }
        for (int i = 0; i < SAID.size(); i++) {
            if (play.once("said " + i, today, FIRST + i * EVERY)) {
                suggest(play, SAID.get(i));
            }
        }
        var office = play.cast().with(Power.SUPERVISE);
        moderating
                .list(office, new Wanted(Wanted.Which.PENDING, "", null))
                .forEach(s -> publish(play, office, s));
        moderating
                .list(office, new Wanted(Wanted.Which.OPEN, "", null))
                .forEach(s -> answer(play, s, today));
    }

    private void suggest(Play play, List<String> said) {
        var form = suggesting.open();
        clock.moveTo(clock.instant().plus(WRITTEN));
        var category = play.version().categories().getFirst().id();
        var answer =
                suggesting.submit(
                        Actor.PUBLIC,
                        play.region(),
                        new NewSuggestion(
                                category, said.getFirst(), Play.MARK + said.getLast(), ""),
                        new Visit("127.0.0.1", form, "", true));
        play.count("suggestion-made", answer instanceof Submission.Filed, answer);
    }

    private void publish(Play play, Actor office, Suggestion one) {
        var unit = play.department(play.cast().parties().getFirst());
        int seen = one.handling().version();
        if (done(play, "suggestion-published", moderating.publish(office, one.id(), seen))) {
            done(play, "suggestion-assigned", moderating.assign(office, one.id(), seen + 1, unit));
        }
    }

    private void answer(Play play, Suggestion one, LocalDate today) {
        var unit = one.handling().unit();
        if (unit.isEmpty() || today.isBefore(one.on().plusDays(ANSWERED_AFTER))) {
            return;
        }
        done(
                play,
                "suggestion-answered",
                moderating.answer(
                        play.actor(unit),
                        one.id(),
                        one.handling().version(),
                        Play.MARK + "感谢建议，已纳入下一步工作安排。"));
    }

    private static boolean done(Play play, String what, SuggestionAnswer answer) {
        return play.count(what, answer instanceof SuggestionAnswer.Done, answer);
    }
}
