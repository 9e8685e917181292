package org.tongquan.ledger.progress;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongquan.compact.AdoptedBody;
import org.tongquan.compact.Compacts;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Card;
import org.tongquan.ledger.progress.Answer.Reason;

/// The door of ratings: what supervising bodies expect of the delivery of each obligation.
@Service
public class Assessing {
    private final Acting acting;
    private final Ratings ratings;
    private final Compacts compacts;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Assessing(
            Acting acting,
            Ratings ratings,
            Compacts compacts,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.acting = acting;
        this.ratings = ratings;
        this.compacts = compacts;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// Whether this body rates what a party owes: it supervises, and is not of the party.
    public boolean mayRate(Actor actor, Card card, String party) {
        return actor.may(Power.SUPERVISE)
                && actor.region().equals(card.commitment().region())
                && card.commitment().parties().contains(party)
                && !actor.body().startsWith(party + "/")
                && compacts.findBody(actor.body())
                        .flatMap(AdoptedBody::party)
                        .filter(party::equals)
                        .isEmpty();
    }

    /// Every rating of a commitment, by party, oldest first.
    public List<Rating> list(Actor actor, String region, String commitment) {
        return acting.read(actor, () -> ratings.of(region, commitment));
    }

    /// The last rating of each obligation of a region, and how it moved.
    public List<Rated> latest(Actor actor, String region) {
        var latest = new ArrayList<Rated>();
        Rating before = null;
        for (var rating : acting.read(actor, () -> ratings.ofRegion(region))) {
            boolean same = before != null && isOf(rating, before);
            if (same) {
                latest.removeLast();
            }
            latest.add(new Rated(rating, rating.since(same ? before : null)));
            before = rating;
        }
        return latest;
    }

    private static boolean isOf(Rating a, Rating b) {
        return a.commitment().equals(b.commitment()) && a.party().equals(b.party());
    }

    /// A rating and how it moved against the one before.
    public record Rated(Rating rating, Rating.Move move) {}

    /// Rates the delivery of what one party owes.
    ///
    /// @param seen how many ratings the form showed
    public Answer rate(
            Actor actor,
            Card card,
            String party,
            Rating.@Nullable Level level,
            String why,
            int seen) {
        var reason = why.strip();
        if (level == null || reason.isEmpty() || reason.length() > Rating.MOST_REASON) {
            return new Answer.Refused(Reason.TEXT);
        }
        if (!mayRate(actor, card, party)) {
            return new Answer.Refused(Reason.NOT_YOURS);
        }
        return acting.as(actor, () -> keep(actor, card, party, level, reason, seen));
    }

    private Answer keep(
            Actor actor, Card card, String party, Rating.Level level, String reason, int seen) {
        var of = card.commitment();
        var before = ratings.last(of.region(), of.id(), party);
        int revision = before.map(Rating::revision).orElse(0);
        if (revision != seen) {
            return new Answer.Refused(Reason.CHANGED);
        }
        if (before.filter(b -> b.level() == level && b.reason().equals(reason)).isPresent()) {
            return new Answer.Refused(Reason.SAME);
        }
        var rating =
                new Rating(
                        ids.next(),
                        of.region(),
                        of.id(),
                        party,
                        revision + 1,
                        level,
                        reason,
                        actor.body(),
                        now());
        if (!ratings.add(rating, actor.person())) {
            return new Answer.Refused(Reason.CHANGED);
        }
        journal.record(
                actor, "delivery-rated", rating.id(), Digest.ofText(rating.toString()).bytes());
        return new Answer.Kept(rating.id());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
