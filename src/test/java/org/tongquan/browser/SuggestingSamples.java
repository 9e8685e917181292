package org.tongquan.browser;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.tongquan.compact.Compacts;
import org.tongquan.host.HouseClock;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.suggesting.Moderating;
import org.tongquan.ledger.suggesting.NewSuggestion;
import org.tongquan.ledger.suggesting.Submission;
import org.tongquan.ledger.suggesting.Suggesting;
import org.tongquan.ledger.suggesting.Visit;

/// A published suggestion of the shipped region; needs the region of [LedgerSamples].
final class SuggestingSamples implements Routes.Samples {
    private static final int OPEN_S = 60;

    @Override
    public Map<String, List<String>> prepare(ApplicationContext house) {
        var suggesting = house.getBean(Suggesting.class);
        var clock = house.getBean(HouseClock.class);
        var mark = suggesting.open();
        clock.moveTo(clock.instant().plusSeconds(OPEN_S));
        var region = LedgerSamples.REGION;
        var category =
                house.getBean(Compacts.class)
                        .inForce(region, house.getBean(Ledger.class).today())
                        .orElseThrow()
                        .categories()
                        .getFirst()
                        .id();
        var sent = new NewSuggestion(category, "增加跨市公交班次", "早晚高峰班次太少，建议增加。", "");
        var visit = new Visit(UUID.randomUUID().toString(), mark, "", true);
        var filed = suggesting.submit(Actor.PUBLIC, region, sent, visit);
        clock.reset();
        var id = ((Submission.Filed) filed).id();
        house.getBean(Moderating.class).publish(LedgerSamples.OFFICE, id, 0);
        return Map.of(
                "/suggest/{id}", List.of("/suggest/" + id),
                "/suggest", List.of("/suggest", "/suggest?q=no-such-words"),
                "/suggestions/{id}", List.of("/suggestions/" + id));
    }
}
