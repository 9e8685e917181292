package org.tongquan.ledger.drafting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.tongquan.compact.AdoptionOutcome;
import org.tongquan.compact.Compacts;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Power;
import org.tongquan.kernel.Problem;
import org.tongquan.ledger.Ledger;

/// Makes the accepted rows of a draft commitments: adopts them as the next version of the compact.
@Service
public class Adopting {
    private final Acting acting;
    private final Drafts drafts;
    private final ReadDocuments documents;
    private final Compacts compacts;
    private final Journal journal;
    private final Clock clock;

    Adopting(
            Acting acting,
            Drafts drafts,
            ReadDocuments documents,
            Compacts compacts,
            Journal journal,
            Clock clock) {
        this.acting = acting;
        this.drafts = drafts;
        this.documents = documents;
        this.compacts = compacts;
        this.journal = journal;
        this.clock = clock;
    }

    /// What became of the wish to adopt a draft.
    public sealed interface Outcome {
        /// The new version is adopted and its commitments stand in the ledger.
        record Adopted(String region, String version, int commitments) implements Outcome {}

        record Refused(List<Problem> problems) implements Outcome {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /// Adopts the accepted rows: all in one transaction, nothing half done.
    ///
    /// @param version label of the new version
    /// @param validFrom first day in force
    public Outcome adopt(Actor actor, UUID id, String version, LocalDate validFrom) {
        if (!actor.may(Power.ADOPT)) {
            return refused("the acting body may not adopt", "ask a body that may");
        }
        return acting.as(
                actor,
                () -> {
                    drafts.lock(id);
                    var found = drafts.find(id);
                    var refusal = Drafting.refuse(actor, found);
                    if (refusal.isPresent()) {
                        return refused(
                                "the draft cannot be adopted: " + refusal.get().word(),
                                "open it again");
                    }
                    return adopt(actor, found.orElseThrow(), version.strip(), validFrom);
                });
    }

    private Outcome adopt(Actor actor, Draft draft, String version, LocalDate validFrom) {
        long accepted = draft.count(DraftRow.State.ACCEPTED);
        if (accepted == 0) {
            return refused("no row is accepted", "accept at least one row");
        }
        if (version.isEmpty()) {
            return refused("the version has no label", "give it one, for example 2026.1");
        }
        var before = newest(draft.region(), validFrom);
        if (before.isEmpty()) {
            return refused("no version is in force on that day", "choose a later day");
        }
        var builder = new VersionBuilder(before.get().compact(), draft);
        var next = builder.build(version, validFrom);
        return switch (compacts.adopt(actor, next)) {
            case AdoptionOutcome.Refused(var problems) -> new Outcome.Refused(problems);
            case AdoptionOutcome.AlreadyAdopted _ ->
                    refused("this very text was adopted before", "nothing is to be done");
            case AdoptionOutcome.Adopted(var adopted) -> {
                var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                drafts.close(draft.id(), Draft.State.ADOPTED, version, now);
                documents.add(draft, version, builder.rows(), actor, now);
                journal.record(
                        actor,
                        "draft-adopted",
                        draft.id(),
                        Digest.ofText(draft.id() + "\n" + adopted.digest()).bytes());
                yield new Outcome.Adopted(draft.region(), version, (int) accepted);
            }
        };
    }

    /// A draft always builds on the version in force on its first day.
    private Optional<org.tongquan.compact.Resolved> newest(String region, LocalDate validFrom) {
        return compacts.inForce(region, validFrom);
    }

    /// A label that no version of the region bears yet, for a form to offer.
    public String freeLabel(String region) {
        var year = LocalDate.ofInstant(clock.instant(), Ledger.ZONE).getYear();
        for (int n = 1; ; n++) {
            var label = year + "." + n;
            if (compacts.findVersion(region, label).isEmpty()) {
                return label;
            }
        }
    }

    private static Outcome refused(String what, String todo) {
        return new Outcome.Refused(List.of(new Problem("", 0, what, todo)));
    }
}
