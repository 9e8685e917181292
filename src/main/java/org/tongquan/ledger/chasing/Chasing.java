package org.tongquan.ledger.chasing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.tongquan.compact.Compact;
import org.tongquan.compact.Compacts;
import org.tongquan.document.OfficialDocument;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.Simulation;
import org.tongquan.ledger.chasing.Handling.Reason;
import org.tongquan.ledger.chasing.rule.Chase;
import org.tongquan.ledger.standing.Successors;
import org.tongquan.ledger.template.TemplateKind;
import org.tongquan.ledger.template.Templating;

/// The door of chasing: notices with their steps, and what was done about an item that is due.
@Service
public class Chasing {
    /// Notices of one page of a list.
    public static final int PAGE = 50;

    /// Open notices that are looked through for late ones.
    public static final int MOST_OPEN = 1_000;

    /// Steps and notices shown for one item.
    public static final int MOST_OF_ITEM = 100;

    /// Notices issued at once.
    public static final int MOST_AT_ONCE = 50;

    /// Characters of what a notice demands, of an answer, of a reason.
    public static final int MOST_TEXT = 2_000;

    private final Acting acting;
    private final Notices notices;
    private final ChaseSteps steps;
    private final Issuance issuance;
    private final Ledger ledger;
    private final Successors successors;
    private final Simulation simulation;
    private final Compacts compacts;
    private final Templating templating;

    Chasing(
            Acting acting,
            Notices notices,
            ChaseSteps steps,
            Issuance issuance,
            Ledger ledger,
            Successors successors,
            Simulation simulation,
            Compacts compacts,
            Templating templating) {
        this.acting = acting;
        this.notices = notices;
        this.steps = steps;
        this.issuance = issuance;
        this.ledger = ledger;
        this.successors = successors;
        this.simulation = simulation;
        this.compacts = compacts;
        this.templating = templating;
    }

    /// One page of notices, newest first.
    ///
    /// @param counts notices of each state, the state asked for not regarded
    public record Slice(List<Notice.File> files, boolean more, Map<Step.State, Integer> counts) {
        public Slice {
            files = List.copyOf(files);
        }
    }

    /// The notices that this body sees.
    public Slice list(Actor actor, NoticeFilter filter) {
        return acting.read(
                actor,
                () -> {
                    int most = filter.overdueOnly() ? MOST_OPEN : PAGE;
                    var found = notices.list(filter, most + 1);
                    boolean more = found.size() > most;
                    var files = files(filter.region(), more ? found.subList(0, most) : found);
                    return new Slice(
                            files.stream()
                                    .filter(f -> !filter.overdueOnly() || f.course().isOverdue())
                                    .toList(),
                            more,
                            counts(filter));
                });
    }

    private Map<Step.State, Integer> counts(NoticeFilter filter) {
        var counts = new EnumMap<Step.State, Integer>(Step.State.class);
        notices.counts(filter)
                .forEach((step, n) -> counts.merge(NoticeFilter.state(step), n, Integer::sum));
        return counts;
    }

    private List<Notice.File> files(String region, List<Notice> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var today = ledger.today();
        var calendar = issuance.calendar(region, today);
        var events = notices.events(found.stream().map(Notice::id).toList());
        return found.stream()
                .map(
                        n ->
                                new Notice.File(
                                        n,
                                        Course.of(
                                                n.terms(),
                                                events.getOrDefault(n.id(), List.of()),
                                                calendar,
                                                today)))
                .toList();
    }

    /// One notice; empty when there is none or this body may not see it.
    public Optional<Notice.File> find(Actor actor, UUID id) {
        return acting.read(
                actor, () -> notices.find(id).map(n -> files(n.region(), List.of(n)).getFirst()));
    }

    /// The notices about one item of a party, newest first.
    public List<Notice.File> about(Actor actor, String region, String commitment, String party) {
        return acting.read(
                actor,
                () -> files(region, notices.ofItem(region, commitment, party, MOST_OF_ITEM)));
    }

    /// What chasing did about one item of a party, newest first.
    public List<ChaseStep> history(Actor actor, String region, String commitment, String party) {
        return acting.read(actor, () -> steps.ofItem(region, commitment, party, MOST_OF_ITEM));
    }

    /// Computes every step taken about an item once more from what was kept of it: last day, day,
    /// and the rule set by its id.
    ///
    /// @return the steps that would not follow today; none unless an input was changed
    public List<ChaseStep> mismatches(Actor actor, String region) {
        return taken(actor, region).stream().filter(s -> !follows(s)).toList();
    }

    /// Every step taken about items of the parties that this body sees, in their order.
    public List<ChaseStep> taken(Actor actor, String region) {
        return acting.read(actor, () -> steps.ofItems(region));
    }

    private boolean follows(ChaseStep step) {
        return compacts.inForce(step.region(), step.day())
                .flatMap(c -> c.findRule(Compact::chasing, step.rule()))
                .map(r -> Chase.wanted(r, step.lastDay(), step.day()))
                .filter(
                        all ->
                                all.stream()
                                        .anyMatch(w -> w.key(step.lastDay()).equals(step.step())))
                .isPresent();
    }

    /// `commitment~party` of everything about which a notice is open.
    public Set<String> openItems(Actor actor) {
        return acting.read(actor, () -> Set.copyOf(notices.openItems(actor.region())));
    }

    /// Whether this body may issue notices about what a party owes.
    public boolean mayIssue(Actor actor, String party) {
        return addressees(actor.region()).filter(a -> checks(actor, a, party)).isPresent();
    }

    /// A body that supervises and is not of the party.
    private static boolean checks(Actor actor, Addressees all, String party) {
        return actor.may(Power.SUPERVISE) && all.seesAll(actor) && !all.belongs(actor, party);
    }

    /// The steps that this body may take on a notice now.
    public List<Step> next(Actor actor, Notice.File file) {
        return acting.read(
                actor,
                () ->
                        java.util.Arrays.stream(Step.values())
                                .filter(file.course()::allows)
                                .filter(s -> refuse(actor, file.notice(), s).isEmpty())
                                .toList());
    }

    private Optional<Reason> refuse(Actor actor, Notice notice, Step step) {
        var all = addressees(notice.region());
        if (step == Step.ISSUED || all.isEmpty() || !actor.region().equals(notice.region())) {
            return Optional.of(Reason.NOT_YOURS);
        }
        boolean responsible = all.get().answers(actor, notice.party(), notice.units());
        if (step.isResponsibles()) {
            return responsible ? Optional.empty() : Optional.of(Reason.NOT_YOURS);
        }
        if (responsible || all.get().belongs(actor, notice.party())) {
            return Optional.of(Reason.OWN_CASE);
        }
        return checks(actor, all.get(), notice.party())
                ? Optional.empty()
                : Optional.of(Reason.NOT_YOURS);
    }

    private Optional<Addressees> addressees(String region) {
        var today = ledger.today();
        return compacts.inForce(region, today).map(c -> new Addressees(c, today, successors));
    }

    /// What a notice is about.
    public record Target(String commitment, String party) {}

    /// Issues one notice for each target, in one transaction. What cannot be issued is refused by
    /// itself and hinders no other.
    ///
    /// @param text what is demanded
    /// @return one answer for each target, in their order
    public List<Handling> issue(Actor actor, List<Target> targets, String text) {
        var words = text.strip();
        if (words.isEmpty() || words.length() > MOST_TEXT) {
            return List.of(new Handling.Refused(Reason.TEXT));
        }
        if (targets.isEmpty() || targets.size() > MOST_AT_ONCE) {
            return List.of(new Handling.Refused(Reason.COUNT));
        }
        if (!actor.may(Power.SUPERVISE)) {
            return targets.stream().<Handling>map(t -> refused(Reason.NOT_YOURS)).toList();
        }
        return acting.as(
                actor,
                () -> {
                    notices.lock(actor.region());
                    var open = new java.util.HashSet<>(notices.openItems(actor.region()));
                    var answers = new ArrayList<Handling>();
                    for (var target : targets) {
                        answers.add(issue(actor, target, words, open));
                    }
                    return answers;
                });
    }

    private Handling issue(Actor actor, Target target, String text, Set<String> open) {
        var region = actor.region();
        var today = ledger.today();
        var compact = compacts.inForce(region, today);
        var rule = compact.flatMap(c -> c.rule(Compact::chasing, today));
        if (compact.isEmpty() || rule.isEmpty()) {
            return refused(Reason.NO_RULE);
        }
        var card = ledger.find(actor, region, target.commitment());
        if (card.isEmpty() || obligation(card.get(), target.party()).isEmpty()) {
            return refused(Reason.NOT_FOUND);
        }
        var all = new Addressees(compact.get(), today, successors);
        if (!checks(actor, all, target.party())) {
            return refused(Reason.NOT_YOURS);
        }
        var units = all.responsible(card.get(), target.party());
        if (units.isEmpty()) {
            return refused(Reason.NOBODY);
        }
        if (units.contains(actor.body())) {
            return refused(Reason.OWN_CASE);
        }
        if (!open.add(ChaseStep.subject(target.commitment(), target.party()))) {
            return refused(Reason.OPEN_ALREADY);
        }
        var draft =
                new Issuance.Draft(
                        target.commitment(),
                        target.party(),
                        Notice.Item.of(card.get().commitment()),
                        units,
                        actor.body(),
                        Notice.Cause.HAND,
                        text,
                        obligation(card.get(), target.party())
                                .map(o -> o.standing().due())
                                .orElse(null),
                        simulation.isPresent(actor, region));
        var notice = issuance.issue(actor, region, Terms.of(rule.get()), draft, today);
        return new Handling.Done(notice.id(), 1);
    }

    /// Reminds those responsible for each target by hand (催办), at most once a day and target. What
    /// cannot be reminded of is refused by itself and hinders no other.
    ///
    /// @param text what they are to know; may be empty
    /// @return one answer for each target, in their order
    public List<Handling> remind(Actor actor, List<Target> targets, String text) {
        var words = text.strip();
        if (words.length() > MOST_TEXT) {
            return List.of(new Handling.Refused(Reason.TEXT));
        }
        if (targets.isEmpty() || targets.size() > MOST_AT_ONCE) {
            return List.of(new Handling.Refused(Reason.COUNT));
        }
        return acting.as(actor, () -> targets.stream().map(t -> remind(actor, t, words)).toList());
    }

    private Handling remind(Actor actor, Target target, String text) {
        var today = ledger.today();
        var all = addressees(actor.region());
        var card = ledger.find(actor, actor.region(), target.commitment());
        var obligation = card.flatMap(c -> obligation(c, target.party()));
        if (all.isEmpty() || obligation.isEmpty()) {
            return refused(Reason.NOT_FOUND);
        }
        if (!checks(actor, all.get(), target.party())) {
            return refused(Reason.NOT_YOURS);
        }
        var units = all.get().responsible(card.orElseThrow(), target.party());
        if (units.isEmpty()) {
            return refused(Reason.NOBODY);
        }
        return issuance.urge(actor, obligation.get(), units, text, today)
                ? new Handling.Done(new java.util.UUID(0, 0), 0)
                : refused(Reason.REMINDED_TODAY);
    }

    private static Optional<org.tongquan.ledger.Obligation> obligation(Card card, String party) {
        return card.obligations().stream().filter(o -> o.party().equals(party)).findFirst();
    }

    private static Handling refused(Reason reason) {
        return new Handling.Refused(reason);
    }

    /// Takes one step on a notice.
    ///
    /// @param shown number of the last event that the actor saw; another one in between refuses
    public Handling act(Actor actor, UUID id, Step step, int shown, String text) {
        var words = text.strip();
        if (words.length() > MOST_TEXT || (step.needsText() && words.isEmpty())) {
            return refused(Reason.TEXT);
        }
        return acting.as(
                actor,
                () -> {
                    notices.lock(actor.region());
                    var file = find(actor, id);
                    if (file.isEmpty()) {
                        return refused(Reason.NOT_FOUND);
                    }
                    var notice = file.get().notice();
                    var refusal = refuse(actor, notice, step);
                    if (refusal.isPresent()) {
                        return refused(refusal.get());
                    }
                    int last = file.get().course().seq();
                    if (last != shown) {
                        return new Handling.Stale(id, last);
                    }
                    if (!file.get().course().allows(step)) {
                        return refused(Reason.WRONG_STEP);
                    }
                    if (step == Step.REOPENED && isOpen(notice)) {
                        return refused(Reason.OPEN_ALREADY);
                    }
                    issuance.record(actor, notice, last + 1, step, words, ledger.today());
                    return new Handling.Done(id, last + 1);
                });
    }

    private boolean isOpen(Notice notice) {
        return notices.isOpen(notice.region(), notice.commitment(), notice.party());
    }

    /// The notice as an official document (督办通知), worded by the template in use when it was issued.
    /// The same notice gives the same document.
    public Optional<OfficialDocument> document(Actor actor, UUID id) {
        return find(actor, id).flatMap(file -> document(actor, file));
    }

    private Optional<OfficialDocument> document(Actor actor, Notice.File file) {
        var notice = file.notice();
        LocalDate day = notice.on();
        var template = templating.at(actor, TemplateKind.NOTICE, notice.at());
        return compacts.inForce(notice.region(), day)
                .map(c -> new Addressees(c, day, successors))
                .map(names -> NoticePaper.compose(file, names, template.wording()));
    }
}
