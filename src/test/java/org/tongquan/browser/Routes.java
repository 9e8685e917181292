package org.tongquan.browser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every address that answers GET, as the handler mappings list it. A route with a variable, or one
/// that needs parameters to be worth looking at, has its samples with an engine's [Samples].
public final class Routes {
    /// What an engine's tests add: rows to look at, and the addresses at which they are seen.
    public interface Samples {
        /// Inserts what the samples need, once for each JVM, and names the addresses by route:
        /// `/ledger/{id}` to `/ledger/42`, `/ledger/42?tab=history`.
        Map<String, List<String>> prepare(ApplicationContext house);
    }

    /// The engines that add samples, one line each.
    private static final List<Samples> SAMPLES =
            List.of(
                    new SiteSamples(),
                    new LedgerSamples(),
                    new PlanningSamples(),
                    new IdentitySamples(),
                    new ScoringSamples(),
                    new MeasuringSamples(),
                    new ChasingSamples(),
                    new SuggestingSamples(),
                    new HookSamples(),
                    new ChiefsSamples(),
                    new MeetingSamples(),
                    new ProgressSamples(),
                    new FeedSamples(),
                    new AttachingSamples(),
                    new TemplateSamples(),
                    new RecountSamples(),
                    new SettlementSamples());

    /// Routes that are no pages: why each is left out.
    private static final Map<String, String> LEFT_OUT =
            Map.of("/error", "the answer to failures, visited through them");

    /// What lies below answers programs, not people; its own tests ask for all of it.
    private static final String FOR_PROGRAMS = "/api/";

    private static final Map<String, List<String>> PREPARED = new HashMap<>();

    /// @param route the pattern, `/ledger/{id}`
    /// @param address what the browser opens
    public record Stop(String route, String address) {}

    private Routes() {}

    /// All stops of the tour, in order.
    ///
    /// @throws AssertionError naming the routes that have a variable and no sample
    public static List<Stop> all(ApplicationContext house) {
        var samples = samples(house);
        var stops = new LinkedHashSet<Stop>();
        var without = new ArrayList<String>();
        for (var route : patterns(house)) {
            var given = samples.get(route);
            if (given != null) {
                given.forEach(address -> stops.add(new Stop(route, address)));
            } else if (route.contains("{") || route.contains("*")) {
                without.add(route);
            } else {
                stops.add(new Stop(route, route));
            }
        }
        samples.forEach(
                (route, given) -> given.forEach(address -> stops.add(new Stop(route, address))));
        if (!without.isEmpty()) {
            throw new AssertionError("add samples (Routes.Samples) for " + without);
        }
        return List.copyOf(stops);
    }

    /// The patterns of all routes that answer GET.
    static Set<String> patterns(ApplicationContext house) {
        var patterns = new TreeSet<String>();
        house
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(Routes::answersGet)
                .forEach(info -> patterns.addAll(info.getPatternValues()));
        patterns.removeAll(LEFT_OUT.keySet());
        patterns.removeIf(pattern -> pattern.startsWith(FOR_PROGRAMS));
        return patterns;
    }

    /// Pages that no address alone leads to, and files that the tests of their rooms fetch.
    private static final Set<String> NOT_BY_ADDRESS =
            Set.of(
                    // stands once, behind a suggestion that was just sent
                    "/suggest/receipt",
                    // needs the secret of a person's calendar
                    "/feed/{token}.ics",
                    // a file handed in with a wish to adjust a published plan
                    "/plans/{id}/adjustments/{adjustment}/evidence");

    /// Those that show something to somebody: all but the pages that fail on purpose, too.
    static Set<String> shown(ApplicationContext house) {
        var shown = new TreeSet<>(patterns(house));
        shown.removeAll(NOT_BY_ADDRESS);
        shown.removeIf(pattern -> pattern.startsWith("/public/failing/"));
        return shown;
    }

    private static boolean answersGet(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private static synchronized Map<String, List<String>> samples(ApplicationContext house) {
        if (PREPARED.isEmpty()) {
            SAMPLES.forEach(engine -> PREPARED.putAll(engine.prepare(house)));
        }
        return PREPARED;
    }
}
