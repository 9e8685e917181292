package org.tongquan.ledger.mail;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.tongquan.host.Acting;
import org.tongquan.host.Host;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.site.Language;

/// The door: whether, where and when a person has mail of what the body acted for is told.
@Service
@EnableConfigurationProperties(MailSettings.class)
public class Mails {
    /// Letters that the page shows, newest first.
    public static final int MOST_LISTED = 30;

    private final Acting acting;
    private final MailRows rows;
    private final MailSettings settings;
    private final Host host;
    private final Journal journal;
    private final Clock clock;

    Mails(
            Acting acting,
            MailRows rows,
            MailSettings settings,
            Host host,
            Journal journal,
            Clock clock) {
        this.acting = acting;
        this.rows = rows;
        this.settings = settings;
        this.host = host;
        this.journal = journal;
        this.clock = clock;
    }

    /// Whether this instance sends mail at all.
    public boolean isOn() {
        return settings.isOn();
    }

    /// What the acting person chose for the acting body.
    public Optional<Choice> own(Actor actor) {
        return isPerson(actor)
                ? acting.read(actor, () -> rows.own(actor)).map(this::opened)
                : Optional.empty();
    }

    private Choice opened(MailRows.Kept kept) {
        return new Choice(
                address(kept),
                kept.pace(),
                kept.language().equals("en") ? Language.EN : Language.ZH,
                kept.since());
    }

    String address(MailRows.Kept kept) {
        var plain =
                host.vault()
                        .decrypt(
                                kept.address(), context(kept.person(), kept.region(), kept.body()));
        return new String(plain, StandardCharsets.UTF_8);
    }

    private static byte[] context(String person, String region, String body) {
        return ("ledger.mail/" + person + "/" + region + "/" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Chooses. What was told before is not sent.
    public Choosing choose(Actor actor, String address, Pace pace, Language language) {
        var to = address.strip();
        if (!isPerson(actor)) {
            return new Choosing.Refused(Choosing.Reason.NOBODY);
        }
        if (!isOn() && pace != Pace.NONE) {
            return new Choosing.Refused(Choosing.Reason.OFF);
        }
        boolean fits =
                to.length() <= MailSettings.LONGEST_ADDRESS
                        && MailSettings.ADDRESS.matcher(to).matches();
        if (!fits && !(to.isEmpty() && pace == Pace.NONE)) {
            return new Choosing.Refused(Choosing.Reason.ADDRESS);
        }
        return acting.as(
                actor,
                () -> {
                    var sealed =
                            host.vault()
                                    .encrypt(
                                            to.getBytes(StandardCharsets.UTF_8),
                                            context(actor.person(), actor.region(), actor.body()));
                    var at = now();
                    rows.choose(
                            actor,
                            new MailRows.Kept(
                                    actor.person(),
                                    actor.region(),
                                    actor.body(),
                                    sealed,
                                    pace,
                                    language == Language.EN ? "en" : "zh",
                                    at));
                    journal.record(
                            actor,
                            "mail-chosen",
                            new UUID(0, 0),
                            Digest.ofText(actor.body() + "\n" + pace + "\n" + at));
                    return new Choosing.Done();
                });
    }

    /// How the last letters to the acting person fared, newest first.
    public List<Sent> list(Actor actor) {
        return isPerson(actor)
                ? acting.read(actor, () -> rows.list(actor, MOST_LISTED))
                : List.of();
    }

    private static boolean isPerson(Actor actor) {
        return !actor.region().isEmpty() && !actor.person().equals(Actor.PUBLIC.person());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
