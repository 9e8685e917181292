package org.tongquan.ledger;

import java.util.List;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Compacts;

/// Judges all lights when a day begins: deadlines come near; versions that begin or end make new
/// lists. A restart makes them all, so a night that was slept through is made up for.
@Component
@EnableScheduling
public class NewDay {
    private static final String SHORTLY_AFTER_MIDNIGHT = "0 1 0 * * *";

    private final Compacts compacts;
    private final TakeOver takeOver;
    private final Judging judging;
    private final List<Daily> works;

    NewDay(Compacts compacts, TakeOver takeOver, Judging judging, List<Daily> works) {
        this.compacts = compacts;
        this.takeOver = takeOver;
        this.judging = judging;
        this.works = List.copyOf(works);
    }

    @Scheduled(cron = SHORTLY_AFTER_MIDNIGHT, zone = "Asia/Shanghai")
    void begin() {
        compacts.regions().forEach(this::begin);
    }

    /// The same for one region.
    public void begin(String region) {
        judge(region);
        works.forEach(w -> w.begin(region, judging.today()));
    }

    /// Judges a region's rows alone.
    ///
    /// @return how many rows have another standing than before, or were made
    public int judge(String region) {
        return takeOver.newDay(region);
    }
}
