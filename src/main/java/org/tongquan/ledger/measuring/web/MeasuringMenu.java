package org.tongquan.ledger.measuring.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongquan.site.MenuEntry;

/// The entry of the indicators in the menu.
@Configuration(proxyBeanMethods = false)
class MeasuringMenu {
    private static final int ORDER = 57;

    @Bean
    MenuEntry measuringEntry() {
        return new MenuEntry(ORDER, "/indicators", "measuring.menu", a -> !a.region().isEmpty());
    }
}
