package org.tongquan.ledger.recounting;

import java.util.ArrayList;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.chiefs.Accounting;
import org.tongquan.ledger.progress.Progress;
import org.tongquan.ledger.reporting.Reporting;
import org.tongquan.ledger.scoring.Scoring;

/// Scores, alarms, issued reports and accounts: what their doors compute again.
@Configuration(proxyBeanMethods = false)
class RecordsAgain {
    private static Recounted sort(String what, Function<Actor, Recounted.Looked> work) {
        return new Recounted() {
            @Override
            public String what() {
                return what;
            }

            @Override
            public Looked again(Actor reader) {
                return work.apply(reader);
            }
        };
    }

    @Bean
    Recounted scoresAgain(Scoring scoring) {
        return sort(
                "scores",
                reader -> {
                    var mismatches = new ArrayList<Mismatch>();
                    var all = scoring.list(reader, reader.region());
                    for (var one : all) {
                        var again = scoring.recount(reader, one.id()).orElseThrow();
                        var subject = one.span().name() + " " + one.id();
                        if (!again.sameOutcome()) {
                            mismatches.add(new Mismatch(subject, one.rule(), ""));
                        }
                        again.changed().forEach(c -> mismatches.add(new Mismatch(subject, c, "")));
                    }
                    return new Recounted.Looked(all.size(), mismatches);
                });
    }

    @Bean
    Recounted alarmsAgain(Progress progress, DueDays counts, Acting acting) {
        return sort(
                "alarms",
                reader ->
                        new Recounted.Looked(
                                acting.read(reader, () -> counts.alarms(reader.region())),
                                progress.mismatches(reader, reader.region()).stream()
                                        .map(
                                                a ->
                                                        new Mismatch(
                                                                "%s@%s %s"
                                                                        .formatted(
                                                                                a.commitment(),
                                                                                a.party(),
                                                                                a.day()),
                                                                a.key() + " × " + a.count(),
                                                                progress.isSame(a)
                                                                        ? "facts"
                                                                        : "rule"))
                                        .toList()));
    }

    @Bean
    Recounted reportsAgain(Reporting reporting) {
        return sort(
                "reports",
                reader -> {
                    var all = reporting.list(reader, reader.region());
                    return new Recounted.Looked(
                            all.size(),
                            all.stream()
                                    .filter(r -> !reporting.recount(reader, r.id()).orElse(false))
                                    .map(r -> new Mismatch(r.title(), r.sha256(), ""))
                                    .toList());
                });
    }

    @Bean
    Recounted accountsAgain(Accounting accounting) {
        return sort(
                "accounts",
                reader -> {
                    var all = accounting.issued(reader);
                    return new Recounted.Looked(
                            all.size(),
                            all.stream()
                                    .filter(a -> !accounting.recount(reader, a.id()).orElse(false))
                                    .map(a -> new Mismatch(a.title(), a.sha256(), ""))
                                    .toList());
                });
    }
}
