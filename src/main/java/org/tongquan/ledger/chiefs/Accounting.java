package org.tongquan.ledger.chiefs;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.tongquan.compact.Compacts;
import org.tongquan.document.OfdRenderer;
import org.tongquan.document.OfficialDocument;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.Simulation;
import org.tongquan.ledger.chiefs.ChiefAnswer.Done;
import org.tongquan.ledger.chiefs.ChiefAnswer.Reason;
import org.tongquan.ledger.chiefs.ChiefAnswer.Refused;
import org.tongquan.ledger.paper.Papers;

/// The door of the yearly account: looked at, issued as a document, counted again.
@Service
public class Accounting {
    public static final int MOST_TITLE = 120;
    public static final int MOST_NUMBER = 40;

    /// No account of an earlier year.
    public static final int FIRST_YEAR = 2000;

    private static final int MOST_LISTED = 100;

    private final Acting acting;
    private final Accounts accounts;
    private final Charges charges;
    private final ChargeFiles files;
    private final Ledger ledger;
    private final Simulation simulation;
    private final Compacts compacts;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Accounting(
            Acting acting,
            Accounts accounts,
            Charges charges,
            ChargeFiles files,
            Ledger ledger,
            Simulation simulation,
            Compacts compacts,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.accounts = accounts;
        this.charges = charges;
        this.files = files;
        this.ledger = ledger;
        this.simulation = simulation;
        this.compacts = compacts;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// An account that was issued.
    public record Issued(
            UUID id,
            String region,
            LocalDate asOf,
            String title,
            String number,
            String body,
            Instant at,
            boolean simulated,
            String sha256) {}

    /// The day for which an account of a year holds: its last one, or today.
    ///
    /// @return empty for a year to come, and for one before [#FIRST_YEAR]
    public Optional<LocalDate> day(int year) {
        var today = ledger.today();
        if (year < FIRST_YEAR || year > today.getYear()) {
            return Optional.empty();
        }
        var last = LocalDate.of(year, 12, 31);
        return Optional.of(last.isAfter(today) ? today : last);
    }

    /// The accounts of a year, of the objects that this body sees.
    public List<Account> list(Actor actor, int year) {
        return day(year).map(d -> compute(actor, d, Instant.MAX)).orElse(List.of());
    }

    private List<Account> compute(Actor actor, LocalDate day, Instant known) {
        return acting.read(
                actor,
                () -> {
                    var before =
                            files.asOf(actor.region(), day.minusYears(1), known).stream()
                                    .filter(f -> !f.terms().isEmpty())
                                    .collect(
                                            Collectors.toMap(
                                                    f -> f.charge().id(), Function.identity()));
                    return files.asOf(actor.region(), day, known).stream()
                            .filter(f -> isOf(f, day))
                            .map(f -> Account.of(f, before.get(f.charge().id())))
                            .toList();
                });
    }

    /// Whether anything held for it within the year.
    private static boolean isOf(ChargeFile file, LocalDate day) {
        return !file.terms().isEmpty()
                && file.on(day).isPresent()
                && !file.on(day.withDayOfYear(1)).map(Charge.Terms::ended).orElse(false);
    }

    /// Issues the account of a year as a document. Both files are kept as they were sent.
    public ChiefAnswer issue(Actor actor, int year, String title, String number) {
        if (!actor.may(Power.ISSUE_REPORT)) {
            return new Refused(Reason.NOT_YOURS);
        }
        if (title.isBlank() || title.length() > MOST_TITLE || number.length() > MOST_NUMBER) {
            return new Refused(Reason.TEXT);
        }
        var day = day(year);
        if (day.isEmpty()) {
            return new Refused(Reason.YEAR);
        }
        var known = settled(actor);
        var wish = new Wish(day.get(), title.strip(), number.strip(), known);
        var document = compose(actor, wish);
        if (document.isEmpty()) {
            return new Refused(Reason.NOT_FOUND);
        }
        var papers = Papers.of(document.get());
        var issued =
                new Issued(
                        ids.next(),
                        actor.region(),
                        wish.day(),
                        wish.title(),
                        wish.number(),
                        actor.body(),
                        known,
                        !document.get().notice().isEmpty(),
                        papers.sha256());
        return acting.as(
                actor,
                () -> {
                    accounts.add(issued, actor.person(), papers);
                    var digest = Digest.parse(issued.sha256()).bytes();
                    journal.record(actor, "chief-account-issued", issued.id(), digest);
                    return new Done(issued.id(), 1);
                });
    }

    /// A moment by which everything recorded is visible: who records holds the lock.
    private Instant settled(Actor actor) {
        return acting.as(
                actor,
                () -> {
                    charges.lock(actor.region());
                    return clock.instant().truncatedTo(ChronoUnit.MICROS);
                });
    }

    /// @param known what was recorded by this moment counts
    private record Wish(LocalDate day, String title, String number, Instant known) {}

    private Optional<OfficialDocument> compose(Actor actor, Wish wish) {
        return compacts.inForce(actor.region(), wish.day(), wish.known())
                .map(c -> new Concerned(c, wish.day()))
                .map(
                        names ->
                                AccountPaper.compose(
                                        new AccountPaper.Cover(
                                                names.name(actor.body()),
                                                wish.number(),
                                                wish.title(),
                                                wish.day(),
                                                simulation.isPresent(
                                                        actor, actor.region(), wish.known())),
                                        compute(actor, wish.day(), wish.known()),
                                        names));
    }

    /// Counts an issued account again from what is kept, as of its day and moment.
    ///
    /// @return whether the files come out byte for byte; empty when this body sees no such one
    public Optional<Boolean> recount(Actor actor, UUID id) {
        return acting.read(actor, () -> accounts.find(id)).map(this::isSame);
    }

    private boolean isSame(Issued issued) {
        return again(issued).map(d -> Papers.of(d).isSame(issued.sha256())).orElse(false);
    }

    private Optional<OfficialDocument> again(Issued issued) {
        var issuer = new Actor("-", issued.body(), issued.region(), Set.of());
        var wish = new Wish(issued.asOf(), issued.title(), issued.number(), issued.at());
        return compose(issuer, wish);
    }

    /// Issued accounts of the region, newest first.
    public List<Issued> issued(Actor actor) {
        return acting.read(actor, () -> accounts.list(actor.region(), MOST_LISTED));
    }

    public Optional<byte[]> docx(Actor actor, UUID id) {
        return acting.read(actor, () -> accounts.docx(id));
    }

    public Optional<byte[]> pdf(Actor actor, UUID id) {
        return acting.read(actor, () -> accounts.pdf(id));
    }

    /// As it was sent; of an account issued before there was OFD, as it is drawn now, when its
    /// other files still come out as they were sent.
    public Optional<byte[]> ofd(Actor actor, UUID id) {
        return acting.read(actor, () -> accounts.ofd(id))
                .or(
                        () ->
                                acting.read(actor, () -> accounts.find(id))
                                        .filter(this::isSame)
                                        .flatMap(this::again)
                                        .map(new OfdRenderer()::render));
    }
}
