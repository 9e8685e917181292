package org.tongquan.ledger.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.site.Language;
import org.tongquan.site.MenuEntry;
import org.tongquan.site.Pages;
import org.tongquan.site.Region;

/// The ledger's entries in the menu, and the region whose pages these are.
@Configuration(proxyBeanMethods = false)
class LedgerMenu {
    private static final Actor JOB = Actor.job("ledger");

    /// The region that the instance was started for.
    @Bean
    HomeRegion homeRegion(@Value("${tongquan.region}") String id) {
        return new HomeRegion(id);
    }

    @Bean
    MenuEntry publicEntry(HomeRegion home) {
        return new MenuEntry(10, "/public/" + home.id(), "ledger.menu.public", a -> true);
    }

    @Bean
    MenuEntry workEntry() {
        return new MenuEntry(20, "/work", "ledger.menu.work", LedgerMenu::hasRegion);
    }

    @Bean
    MenuEntry ledgerEntry() {
        return new MenuEntry(30, "/ledger", "ledger.menu.ledger", LedgerMenu::hasRegion);
    }

    @Bean
    MenuEntry cockpitEntry() {
        return new MenuEntry(51, "/cockpit", "ledger.menu.cockpit", LedgerMenu::hasRegion);
    }

    @Bean
    MenuEntry draftsEntry() {
        return new MenuEntry(47, "/drafts", "ledger.menu.drafts", a -> a.may(Power.DRAFT));
    }

    @Bean
    MenuEntry reportsEntry() {
        return new MenuEntry(60, "/reports", "ledger.menu.reports", LedgerMenu::hasRegion);
    }

    @Bean
    Region region(HomeRegion home, Names names) {
        return language -> name(home, names, language);
    }

    /// Pages say that they show made-up data as long as any such report is kept.
    @Bean
    Pages.Simulation simulationNotice(HomeRegion home, org.tongquan.ledger.Simulation simulation) {
        return () -> simulation.isPresent(JOB, home.id());
    }

    private static String name(HomeRegion home, Names names, Language language) {
        return names.find(home.id(), language).map(Names.Of::region).orElse("");
    }

    private static boolean hasRegion(Actor actor) {
        return !actor.region().isEmpty();
    }
}
