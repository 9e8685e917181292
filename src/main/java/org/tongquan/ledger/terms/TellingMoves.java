package org.tongquan.ledger.terms;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Daily;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Notification;

/// Tells those concerned that a term ends on another day, once for each new day.
@Component
class TellingMoves implements Daily {
    private static final Actor JOB = Actor.job("ledger");

    private final List<MovedTerms> areas;
    private final Inbox inbox;

    TellingMoves(List<MovedTerms> areas, Inbox inbox) {
        this.areas = areas;
        this.inbox = inbox;
    }

    @Override
    public void begin(String region, LocalDate day) {
        areas.stream()
                .flatMap(area -> area.moved(region, day).stream())
                .forEach(moved -> tell(region, moved));
    }

    private void tell(String region, MovedTerms.Moved moved) {
        for (var body : moved.bodies()) {
            inbox.tell(
                    JOB,
                    new Notification(
                            region,
                            body,
                            "term " + moved.key() + " " + moved.now(),
                            "terms.moved",
                            List.of(moved.title(), moved.told().toString(), moved.now().toString()),
                            moved.href(),
                            moved.now()));
        }
    }
}
