package org.tongquan.ledger.scoring.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongquan.site.MenuEntry;

/// The entry of evaluations in the menu.
@Configuration(proxyBeanMethods = false)
class ScoringMenu {
    private static final int ORDER = 55;

    @Bean
    MenuEntry scoringEntry() {
        return new MenuEntry(ORDER, "/scores", "scoring.menu", a -> !a.region().isEmpty());
    }
}
