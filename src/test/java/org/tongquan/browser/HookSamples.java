package org.tongquan.browser;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.tongquan.ledger.hooks.Hooking;
import org.tongquan.ledger.hooks.Hooks;

/// An address of the office at which nobody listens, with what it was told on the way.
final class HookSamples implements Routes.Samples {
    @Override
    public Map<String, List<String>> prepare(ApplicationContext house) {
        var hooks = house.getBean(Hooks.class);
        var first = make(hooks);
        var second = make(hooks);
        hooks.end(LedgerSamples.OFFICE, second);
        return Map.of("/hooks/{id}", List.of("/hooks/" + first, "/hooks/" + second));
    }

    private static java.util.UUID make(Hooks hooks) {
        var made = hooks.make(LedgerSamples.OFFICE, "http://127.0.0.1:1/events", "");
        return ((Hooking.Made) made).id();
    }
}
