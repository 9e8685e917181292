package org.tongquan.identity.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongquan.kernel.Power;
import org.tongquan.site.MenuEntry;

/// This room's entries in the menu, after those of daily work.
@Configuration(proxyBeanMethods = false)
class IdentityMenu {
    private static final int PEOPLE = 800;
    private static final int SECURITY = 810;
    private static final int AUDIT = 820;
    private static final int OWN = 900;

    @Bean
    MenuEntry peopleEntry() {
        return new MenuEntry(PEOPLE, "/people", "identity.people", a -> a.may(Power.MANAGE_PEOPLE));
    }

    @Bean
    MenuEntry securityEntry() {
        return new MenuEntry(
                SECURITY, "/security", "identity.security", a -> a.may(Power.SEE_SECURITY));
    }

    @Bean
    MenuEntry auditEntry() {
        return new MenuEntry(AUDIT, "/audit", "identity.audit", a -> a.may(Power.AUDIT));
    }

    @Bean
    MenuEntry ownEntry() {
        return new MenuEntry(OWN, "/me", "identity.me", a -> !a.person().equals("-"));
    }
}
