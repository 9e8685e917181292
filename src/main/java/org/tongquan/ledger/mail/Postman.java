package org.tongquan.ledger.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compacts;
import org.tongquan.host.Acting;
import org.tongquan.identity.Identity;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.inbox.Sentences;
import org.tongquan.ledger.mail.Smtp.Answer;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;

/// One round: what was told since is queued for everybody who wants mail and still acts for the
/// body; what is due is sent. A letter is taken, in a transaction of its own, before it is sent: a
/// program killed in between leaves it as taken, and nobody sends it again. The inbox has it.
@Component
class Postman {
    /// When the daily letter goes out.
    static final LocalTime MORNING = LocalTime.of(8, 0);

    /// Tellings of one daily letter; the others come the next day.
    static final int MOST_OF_DIGEST = 200;

    /// Letters to one person within a round.
    private static final int AT_ONCE = 10;

    private static final Actor JOB = Actor.job("mail");

    /// Older tellings are not sent any more.
    private static final Duration OLDEST = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Acting acting;
    private final MailRows rows;
    private final Mails mails;
    private final Identity identity;
    private final Compacts compacts;
    private final Ledger ledger;
    private final Journal journal;
    private final Messages messages;
    private final MailSettings settings;
    private final Clock clock;

    Postman(
            Acting acting,
            MailRows rows,
            Mails mails,
            Identity identity,
            Compacts compacts,
            Ledger ledger,
            Journal journal,
            Messages messages,
            MailSettings settings,
            Clock clock) {
        this.acting = acting;
        this.rows = rows;
        this.mails = mails;
        this.identity = identity;
        this.compacts = compacts;
        this.ledger = ledger;
        this.journal = journal;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    boolean isOn() {
        return settings.isOn();
    }

    /// @return how many letters were handed to the server or tried to be
    int round() {
        return round(new Smtp(settings));
    }

    int round(Smtp smtp) {
        int made = 0;
        for (var choice : acting.read(JOB, rows::wanted)) {
            try {
                made += serve(choice, smtp);
            } catch (RuntimeException e) {
                LOG.error("mail to a person waits: {}", e.toString());
            }
        }
        return made;
    }

    private int serve(MailRows.Kept choice, Smtp smtp) {
        var actor =
                identity.actorFor(UUID.fromString(choice.person()), choice.region(), choice.body());
        return actor.isEmpty() ? 0 : serve(actor.get(), choice, smtp);
    }

    int serve(Actor actor, MailRows.Kept choice, Smtp smtp) {
        var now = now();
        acting.run(actor, () -> rows.queue(actor, choice.since(), now.minus(OLDEST), now));
        if (choice.pace() == Pace.DAILY) {
            boolean again = !isMorning(actor, now);
            acting.run(actor, () -> rows.passOverRead(actor, now));
            var due = acting.as(actor, () -> rows.take(actor, now, again, MOST_OF_DIGEST));
            return due.isEmpty() ? 0 : send(actor, choice, due, smtp);
        }
        int made = 0;
        boolean more = true;
        while (more && made < AT_ONCE) {
            var due = acting.as(actor, () -> rows.take(actor, now, false, 1));
            more = !due.isEmpty();
            made += more ? send(actor, choice, due, smtp) : 0;
        }
        return made;
    }

    /// Whether the letter of this day is still to be sent.
    private boolean isMorning(Actor actor, Instant now) {
        var here = now.atZone(Ledger.ZONE);
        var last = acting.read(actor, () -> rows.lastTaken(actor));
        return !here.toLocalTime().isBefore(MORNING)
                && last.map(l -> day(l).isBefore(here.toLocalDate())).orElse(true);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Ledger.ZONE);
    }

    private int send(Actor actor, MailRows.Kept choice, List<MailRows.Due> due, Smtp smtp) {
        var answer = smtp.send(letter(actor, choice, due), mails.address(choice), now());
        var told = due.stream().map(MailRows.Due::told).toList();
        acting.run(actor, () -> note(actor, told, due.getFirst().attempts(), answer));
        return 1;
    }

    private void note(Actor actor, List<UUID> told, int attempts, Answer answer) {
        var now = now();
        var pause = Patience.after(attempts);
        switch (answer) {
            case TAKEN -> rows.note(actor, told, "sent", "", now, now);
            case UNSURE -> rows.note(actor, told, "given-up", "unsure", now, now);
            case NEVER -> rows.note(actor, told, "given-up", "refused", now, now);
            case LATER ->
                    rows.note(
                            actor,
                            told,
                            pause.isPresent() ? "waiting" : "given-up",
                            "unreachable",
                            now.plus(pause.orElse(Duration.ZERO)),
                            now);
        }
        if (answer != Answer.LATER || pause.isEmpty()) {
            var kind = answer == Answer.TAKEN ? "mail-sent" : "mail-given-up";
            told.forEach(
                    t -> journal.record(actor, kind, t, Digest.ofText(t + "\n" + now + answer)));
        }
    }

    private Letter letter(Actor actor, MailRows.Kept choice, List<MailRows.Due> due) {
        var language = choice.language().equals("en") ? Language.EN : Language.ZH;
        var say = sentences(choice.region(), language);
        return Letter.of(
                due.stream()
                        .map(
                                d ->
                                        new Letter.Item(
                                                d.told(),
                                                say.of(d.message(), d.values()),
                                                d.href()))
                        .toList(),
                actor.person(),
                settings.from(),
                settings.links(),
                say.say());
    }

    private Sentences sentences(String region, Language language) {
        var today = ledger.today();
        var compact = compacts.inForce(region, today);
        return new Sentences(
                (key, values) -> messages.say(language, key, values),
                id -> compact.map(c -> BodyNames.of(c, id, today, language)).orElse(id),
                id ->
                        compact.flatMap(c -> c.findParty(id))
                                .map(p -> p.name().in(language.locale()))
                                .orElse(id),
                language::pick);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
