package org.tongquan.ledger.planning.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongquan.site.MenuEntry;

/// The plan's entry in the menu.
@Configuration(proxyBeanMethods = false)
class PlanMenu {
    private static final int ORDER = 32;

    @Bean
    MenuEntry plansEntry() {
        return new MenuEntry(ORDER, "/plans", "planning.title", a -> !a.region().isEmpty());
    }
}
