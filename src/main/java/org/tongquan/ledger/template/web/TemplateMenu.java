package org.tongquan.ledger.template.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongquan.kernel.Power;
import org.tongquan.site.MenuEntry;

/// The entry of the templates in the menu, for whoever edits them.
@Configuration(proxyBeanMethods = false)
class TemplateMenu {
    private static final int ORDER = 61;

    @Bean
    MenuEntry templatesEntry() {
        return new MenuEntry(ORDER, "/templates", "template.menu", a -> a.may(Power.ISSUE_REPORT));
    }
}
