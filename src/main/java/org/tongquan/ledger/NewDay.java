package org.tongquan.ledger;

import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compacts;

/// Makes the lists again when a day begins: deadlines come near, versions begin and end. A restart
/// does the same, so a night that was slept through is made up for.
@Component
@EnableScheduling
class NewDay {
    private static final String SHORTLY_AFTER_MIDNIGHT = "0 1 0 * * *";

    private final Compacts compacts;
    private final TakeOver takeOver;

    NewDay(Compacts compacts, TakeOver takeOver) {
        this.compacts = compacts;
        this.takeOver = takeOver;
    }

    @Scheduled(cron = SHORTLY_AFTER_MIDNIGHT, zone = "Asia/Shanghai")
    void begin() {
        compacts.regions().forEach(takeOver::refresh);
    }
}
