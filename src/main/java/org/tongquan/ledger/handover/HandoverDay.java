package org.tongquan.ledger.handover;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.Daily;

/// As a day begins: units that the compact knows no longer, and that still hold duties.
@Component
class HandoverDay implements Daily {
    private static final Actor JOB = Actor.job("ledger");

    private final HandingOver handingOver;

    HandoverDay(HandingOver handingOver) {
        this.handingOver = handingOver;
    }

    @Override
    public void begin(String region, LocalDate day) {
        handingOver.tellOfGone(JOB, region, day);
    }
}
