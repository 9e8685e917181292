package org.tongquan.ledger.simulating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongquan.compact.conduct.Measure;
import org.tongquan.ledger.measuring.Filed;
import org.tongquan.ledger.measuring.Measuring;
import org.tongquan.ledger.measuring.Reading;

/// Each party enters the values of its indicators two weeks after a quarter has ended.
@Component
@Order(60)
class MeasureAct implements Act {
    private static final int AFTER = 14;
    private static final int LEAST = 90;
    private static final int SPREAD = 20;
    private static final int WHOLE = 100;

    private final Measuring measuring;

    MeasureAct(Measuring measuring) {
        this.measuring = measuring;
    }

    @Override
    public void on(Play play, LocalDate today) {
        var quarter =
                today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1) % 3).minusDays(1);
        if (today.isBefore(quarter.plusDays(AFTER)) || !play.once("values " + quarter, today, 0)) {
            return;
        }
        var any = play.cast().of(play.cast().parties().getFirst());
        for (var sheet : measuring.list(any, play.region())) {
            for (var row : sheet.rows()) {
                if (play.cast().temper(row.party()) != Cast.Temper.SILENT) {
                    file(play, sheet.measure(), row.party(), quarter);
                }
            }
        }
    }

    private void file(Play play, Measure measure, String party, LocalDate quarter) {
        var goal = measuring.path(measure, quarter).orElse(BigDecimal.TEN);
        int share = LEAST + play.draw(measure.id() + party + quarter, SPREAD);
        var value =
                goal.multiply(BigDecimal.valueOf(share))
                        .divide(
                                BigDecimal.valueOf(WHOLE),
                                measure.decimals(),
                                RoundingMode.HALF_EVEN);
        var answer =
                measuring.file(
                        play.cast().of(party),
                        play.region(),
                        new Measuring.NewValue(
                                measure.id(),
                                party,
                                Reading.Kind.ACHIEVED,
                                quarter,
                                value,
                                Play.MARK + "统计快报",
                                0,
                                ""));
        play.count("value-filed", answer instanceof Filed.Kept, measure.id() + " " + answer);
    }
}
