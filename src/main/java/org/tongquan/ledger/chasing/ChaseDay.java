package org.tongquan.ledger.chasing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.conduct.ChaseRule;
import org.tongquan.compact.conduct.LightRule;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.Daily;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.Simulation;
import org.tongquan.ledger.chasing.rule.Chase;
import org.tongquan.ledger.inbox.Inbox;
import org.tongquan.ledger.inbox.Notification;
import org.tongquan.ledger.standing.Successors;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;

/// What chasing does as a day begins: reminders, what passed its day, notices, the ladder. Each
/// step is claimed by a row in the transaction that takes it, so that a restart or a kill leaves it
/// either taken whole or still to take.
@Component
class ChaseDay implements Daily {
    /// Steps taken in one transaction.
    static final int BATCH = 50;

    private static final Actor JOB = Actor.job("ledger");

    private final Acting acting;
    private final Ledger ledger;
    private final Successors successors;
    private final Compacts compacts;
    private final Notices notices;
    private final ChaseSteps steps;
    private final Issuance issuance;
    private final LateCases late;
    private final Simulation simulation;
    private final Inbox inbox;
    private final Messages messages;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    ChaseDay(
            Acting acting,
            Ledger ledger,
            Successors successors,
            Compacts compacts,
            Notices notices,
            ChaseSteps steps,
            Issuance issuance,
            LateCases late,
            Simulation simulation,
            Inbox inbox,
            Messages messages,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.ledger = ledger;
        this.successors = successors;
        this.compacts = compacts;
        this.notices = notices;
        this.steps = steps;
        this.issuance = issuance;
        this.late = late;
        this.simulation = simulation;
        this.inbox = inbox;
        this.messages = messages;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void begin(String region, LocalDate day) {
        var compact = compacts.inForce(region, day);
        var rule = compact.flatMap(c -> c.rule(Compact::chasing, day));
        if (compact.isEmpty() || rule.isEmpty()) {
            return;
        }
        var all = new Addressees(compact.get(), day, successors);
        int grace = compact.get().lights(day).map(LightRule::yellowDaysBefore).orElse(0);
        take(region, rule.get(), all, obligations(region, rule.get(), all, grace));
        take(region, rule.get(), all, late.todo(region, rule.get(), all));
    }

    private List<Todo> obligations(String region, ChaseRule rule, Addressees all, int grace) {
        var cards = new HashMap<String, Optional<Card>>();
        var todo = new ArrayList<Todo>();
        var taken = acting.read(JOB, () -> steps.taken(region));
        for (var owed : ledger.asOf(JOB, region, all.day(), Instant.MAX)) {
            var of = owed.commitment();
            var last = Chase.lastDay(owed.standing(), of.deadline(), grace);
            if (last.isEmpty()) {
                continue;
            }
            var subject = ChaseStep.subject(of.id(), owed.party());
            for (var wanted : Chase.wanted(rule, last.get(), all.day())) {
                if (!taken.contains(ChaseStep.claim(subject, wanted.key(last.get())))) {
                    cards.computeIfAbsent(of.id(), id -> ledger.find(JOB, region, id))
                            .map(card -> todo(all, owed, card, wanted, last.get()))
                            .ifPresent(todo::add);
                }
            }
        }
        return todo;
    }

    private static Todo todo(
            Addressees all, Ledger.AsOf owed, Card card, Chase.Wanted wanted, LocalDate last) {
        var of = owed.commitment();
        var party = owed.party();
        boolean notice = wanted.kind() == Chase.Kind.NOTICE;
        return new Todo(
                of.id(),
                party,
                null,
                ChaseStep.subject(of.id(), party),
                wanted.key(last),
                last,
                owed.standing().percent(),
                wanted.to() == null ? all.responsible(card, party) : all.above(wanted.to(), party),
                "chasing.told." + wanted.kind().name().toLowerCase(Locale.ROOT),
                List.of(
                        Notification.partyName(party),
                        Notification.text(of.textZh(), of.textEn()),
                        last.toString(),
                        Long.toString(Math.abs(ChronoUnit.DAYS.between(last, all.day())))),
                "/ledger/" + of.region() + "/" + of.id() + "#" + party,
                notice ? card : null);
    }

    private void take(String region, ChaseRule rule, Addressees all, List<Todo> todo) {
        for (int i = 0; i < todo.size(); i += BATCH) {
            var some = todo.subList(i, Math.min(todo.size(), i + BATCH));
            acting.run(
                    JOB,
                    () -> {
                        notices.lock(region);
                        some.forEach(t -> take(region, rule, all, t));
                    });
        }
    }

    private void take(String region, ChaseRule rule, Addressees all, Todo todo) {
        var step =
                new ChaseStep(
                        ids.next(),
                        region,
                        todo.commitment(),
                        todo.party(),
                        todo.notice(),
                        todo.subject(),
                        todo.key(),
                        todo.lastDay(),
                        all.day(),
                        rule.id(),
                        todo.percent(),
                        todo.bodies(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!steps.take(step)) {
            return;
        }
        journal.record(JOB, "chase-step-taken", step.id(), Digest.ofText(step.toString()).bytes());
        if (todo.card() != null) {
            issue(region, rule, all, todo, todo.card());
            return;
        }
        var key = "chase " + Digest.ofText(ChaseStep.claim(todo.subject(), todo.key())).hex();
        for (var body : todo.bodies()) {
            inbox.tell(
                    JOB,
                    new Notification(
                            region,
                            body,
                            key,
                            todo.message(),
                            todo.values(),
                            todo.href(),
                            todo.lastDay()));
        }
    }

    /// Unless one is open already, or nobody could receive or send it.
    private void issue(String region, ChaseRule rule, Addressees all, Todo todo, Card card) {
        var issuer = all.issuer();
        if (issuer.isEmpty()
                || todo.bodies().isEmpty()
                || notices.isOpen(region, todo.commitment(), todo.party())) {
            return;
        }
        var item = Notice.Item.of(card.commitment());
        var draft =
                new Issuance.Draft(
                        todo.commitment(),
                        todo.party(),
                        item,
                        todo.bodies(),
                        issuer.get(),
                        Notice.Cause.OVERDUE,
                        messages.say(Language.ZH, "chasing.demand", todo.lastDay(), todo.percent()),
                        todo.lastDay(),
                        simulation.isPresent(JOB, region));
        issuance.issue(JOB, region, Terms.of(rule), draft, all.day());
    }
}
