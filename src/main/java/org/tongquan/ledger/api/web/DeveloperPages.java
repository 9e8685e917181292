package org.tongquan.ledger.api.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tongquan.identity.keys.ApiKey;
import org.tongquan.identity.keys.Keys;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Ledger;
import org.tongquan.ledger.web.HomeRegion;
import org.tongquan.ledger.web.Moments;
import org.tongquan.rest.Description;
import org.tongquan.rest.Trouble;
import org.tongquan.site.MenuEntry;
import org.tongquan.site.Show;

/// The page for those who write programs: operations, types of problem, where keys come from. Open
/// to everybody, like the document it leads to.
@Controller
class DeveloperPages {
    private static final int ORDER = 85;

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final HomeRegion home;
    private final Keys keys;
    private final Clock clock;

    DeveloperPages(
            @Qualifier("requestMappingHandlerMapping")
                    ObjectProvider<RequestMappingHandlerMapping> mappings,
            HomeRegion home,
            Keys keys,
            Clock clock) {
        this.mappings = mappings;
        this.home = home;
        this.keys = keys;
        this.clock = clock;
    }

    @Bean
    static MenuEntry developersEntry() {
        return new MenuEntry(ORDER, "/developers", "api.menu", a -> !a.region().isEmpty());
    }

    @GetMapping("/developers")
    ModelAndView show(Actor actor) {
        var operations = new ArrayList<DeveloperView.Row>();
        mappings.getObject().getHandlerMethods().forEach((info, m) -> add(operations, info, m));
        operations.sort(
                Comparator.comparing(DeveloperView.Row::path)
                        .thenComparing(DeveloperView.Row::method)
                        .thenComparing(DeveloperView.Row::id));
        return Show.view(
                "ledger/developers",
                new DeveloperView(
                        Description.PATH,
                        actor.region().isEmpty() ? home.id() : actor.region(),
                        List.copyOf(operations),
                        Stream.of(Trouble.values())
                                .map(t -> new DeveloperView.Type(t.word(), t.status().value()))
                                .toList(),
                        keys.ofBody(actor).stream().map(this::key).toList(),
                        actor.may(Power.MANAGE_PEOPLE),
                        !actor.region().isEmpty()));
    }

    private DeveloperView.Key key(ApiKey key) {
        var used = key.usedAt();
        return new DeveloperView.Key(
                key.name(),
                key.prefix(),
                LocalDate.ofInstant(key.expiresAt().minusMillis(1), Ledger.ZONE).toString(),
                used == null ? "" : Moments.of(used),
                key.state(clock.instant()));
    }

    private static void add(
            List<DeveloperView.Row> operations, RequestMappingInfo info, HandlerMethod method) {
        var said = method.getMethodAnnotation(Operation.class);
        if (said != null && !said.hidden()) {
            var verb = info.getMethodsCondition().getMethods().iterator().next().name();
            var path = info.getPatternValues().iterator().next();
            operations.add(new DeveloperView.Row(verb, path, said.operationId()));
        }
    }
}
