package org.tongquan.browser;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.tongquan.compact.conduct.ScoreRule.Occasion;
import org.tongquan.ledger.scoring.Evaluating;
import org.tongquan.ledger.scoring.Marking;
import org.tongquan.ledger.scoring.Score;
import org.tongquan.ledger.scoring.Scoring;
import org.tongquan.ledger.scoring.Span;

/// A published evaluation of a shipped region, with a commendation.
final class ScoringSamples implements Routes.Samples {
    @Override
    public Map<String, List<String>> prepare(ApplicationContext house) {
        var scoring = house.getBean(Scoring.class);
        var office = LedgerSamples.OFFICE;
        var region = LedgerSamples.REGION;
        var unit = "370100/fgw";
        var mark =
                new Marking.NewMark(
                        Occasion.COMMENDED,
                        unit,
                        "",
                        LocalDate.parse("2025-05-01"),
                        "sample reason",
                        "sample notice");
        house.getBean(Marking.class).record(office, region, mark);
        var drawn = scoring.drawUp(office, region, Span.of("2025").orElseThrow());
        var id = ((Evaluating.Done) drawn).id();
        scoring.publish(office, id);
        var party =
                scoring.find(office, id).orElseThrow().of(Score.Kind.PARTY).getFirst().subject();
        var page = "/scores/" + id;
        return Map.of(
                "/scores/{id}",
                List.of(page),
                "/scores/{id}.pdf",
                List.of(page + ".pdf"),
                "/scores/{id}.docx",
                List.of(page + ".docx"),
                "/scores/{id}.ofd",
                List.of(page + ".ofd"),
                "/scores/{id}.xlsx",
                List.of(page + ".xlsx"),
                "/scores/{id}/{kind:unit|party}",
                List.of(page + "/unit?of=" + unit, page + "/party?of=" + party),
                "/scores/{id}/{kind:unit|party}/held",
                List.of(page + "/unit/held?of=" + unit, page + "/party/held?of=" + party));
    }
}
