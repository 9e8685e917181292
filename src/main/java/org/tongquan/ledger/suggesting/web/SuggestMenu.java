package org.tongquan.ledger.suggesting.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongquan.site.MenuEntry;

/// The entries of suggestions in the menu.
@Configuration(proxyBeanMethods = false)
class SuggestMenu {
    private static final int ORDER = 15;
    private static final int DESK = 45;

    @Bean
    MenuEntry suggestEntry() {
        return new MenuEntry(ORDER, "/suggest", "suggesting.menu", a -> true);
    }

    @Bean
    MenuEntry suggestionsEntry() {
        return new MenuEntry(
                DESK, "/suggestions", "suggesting.menu.desk", a -> !a.region().isEmpty());
    }
}
