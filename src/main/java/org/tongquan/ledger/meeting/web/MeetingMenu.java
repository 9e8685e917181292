package org.tongquan.ledger.meeting.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongquan.site.MenuEntry;

/// The entry of meetings in the menu.
@Configuration(proxyBeanMethods = false)
class MeetingMenu {
    private static final int ORDER = 45;

    @Bean
    MenuEntry meetingsEntry() {
        return new MenuEntry(ORDER, "/meetings", "meeting.menu", a -> !a.region().isEmpty());
    }
}
