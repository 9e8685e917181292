package org.tongquan.ledger.planning.waiting;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Daily;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Notification;
import org.tongquan.ledger.planning.PublishedPlans;
import org.tongquan.ledger.standing.Successors;

/// As a day begins: items that wait for one that is late, or due only after they begin. The lead
/// units of both are told, once for each deadline.
@Component
class WaitDay implements Daily {
    private static final Actor JOB = Actor.job("ledger");

    private final Waiting waiting;
    private final PublishedPlans plans;
    private final Successors successors;
    private final Inbox inbox;

    WaitDay(Waiting waiting, PublishedPlans plans, Successors successors, Inbox inbox) {
        this.waiting = waiting;
        this.plans = plans;
        this.successors = successors;
        this.inbox = inbox;
    }

    @Override
    public void begin(String region, LocalDate day) {
        for (var plan : plans.list(JOB, region)) {
            if (plan.items().stream().anyMatch(i -> !i.depends().isEmpty())) {
                waiting.of(JOB, region, plan.items()).stream()
                        .filter(Wait::isWarning)
                        .forEach(w -> tell(region, w));
            }
        }
    }

    private void tell(String region, Wait wait) {
        var told = new LinkedHashSet<String>();
        Stream.concat(wait.item().lead().stream(), wait.on().lead().stream())
                .forEach(unit -> told.add(successors.now(region, unit)));
        var sort = wait.late() ? "late" : "clash";
        for (var body : told) {
            inbox.tell(
                    JOB,
                    new Notification(
                            region,
                            body,
                            "waits %s %s %s %s"
                                    .formatted(
                                            wait.item().id(),
                                            wait.on().id(),
                                            sort,
                                            wait.on().deadline()),
                            "planning.told.waits-" + sort,
                            List.of(
                                    Notification.text(wait.item().textZh(), wait.item().textEn()),
                                    Notification.text(wait.on().textZh(), wait.on().textEn()),
                                    wait.on().deadline().toString(),
                                    wait.item().start().toString()),
                            "/ledger/" + region + "/" + wait.item().id(),
                            null));
        }
    }
}
