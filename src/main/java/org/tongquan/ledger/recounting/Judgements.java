package org.tongquan.ledger.recounting;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongquan.compact.Compacts;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Wordings;
import org.tongquan.ledger.standing.Measured;

/// The lights and what they are rolled up to.
@Configuration(proxyBeanMethods = false)
class Judgements {
    private final Acting acting;
    private final LightChanges changes;
    private final Filings filings;
    private final Compacts compacts;
    private final Wordings wordings;
    private final Measured.Source measured;

    Judgements(
            Acting acting,
            LightChanges changes,
            Filings filings,
            Compacts compacts,
            Wordings wordings,
            Measured.Source measured) {
        this.acting = acting;
        this.changes = changes;
        this.filings = filings;
        this.compacts = compacts;
        this.wordings = wordings;
        this.measured = measured;
    }

    /// Each line of the history of lights, and each row of the list beside its last line.
    @Bean
    Recounted lightsAgain() {
        return sort(
                "lights",
                reader -> {
                    var mismatches = new ArrayList<Mismatch>();
                    int count = lines(reader.region(), false, mismatches);
                    mismatches.addAll(filings.listed(reader.region()));
                    return new Recounted.Looked(count, mismatches);
                });
    }

    /// Lines of wholes, and the sums over the list.
    @Bean
    Recounted rollUpsAgain() {
        return sort(
                "roll-ups",
                reader -> {
                    var mismatches = new ArrayList<Mismatch>();
                    int count = lines(reader.region(), true, mismatches);
                    var sums = filings.sums(reader.region());
                    sums.stream()
                            .filter(s -> !s.kept().equals(s.now()))
                            .map(s -> new Mismatch(s.subject(), s.kept(), s.now()))
                            .forEach(mismatches::add);
                    return new Recounted.Looked(count + sums.size(), mismatches);
                });
    }

    private int lines(String region, boolean wholes, List<Mismatch> mismatches) {
        var again = new LightsAgain(compacts, wordings, measured, region, filings.filed(region));
        var lines = new ArrayList<LightChange>();
        changes.each(
                region,
                line -> {
                    if (isWhole(line) == wholes) {
                        lines.add(line);
                    }
                });
        lines.forEach(l -> again.compare(l).ifPresent(mismatches::add));
        return lines.size();
    }

    private static boolean isWhole(LightChange line) {
        return line.facts().stream().anyMatch(f -> f.startsWith("part "));
    }

    private interface Work {
        Recounted.Looked of(Actor reader);
    }

    private Recounted sort(String what, Work work) {
        return new Recounted() {
            @Override
            public String what() {
                return what;
            }

            @Override
            public Looked again(Actor reader) {
                return acting.read(reader, () -> work.of(reader));
            }
        };
    }
}
