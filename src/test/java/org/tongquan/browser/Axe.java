package org.tongquan.browser;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// axe-core in a page: the rules for WCAG 2.2 A and AA, and what its authors count as good practice
/// for headings and landmarks.
final class Axe {
    private static final String SOURCE = read(Path.of("node_modules/axe-core/axe.min.js"));
    private static final String RUN =
            """
            ([context, whole]) => axe.run(context || document, {
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
              rules: whole ? {} : {
                'document-title': {enabled: false}, 'html-has-lang': {enabled: false},
                'landmark-one-main': {enabled: false}, 'page-has-heading-one': {enabled: false},
                'region': {enabled: false}, 'bypass': {enabled: false}
              },
              resultTypes: ['violations']
            }).then(r => JSON.stringify(r.violations.map(v => ({
              id: v.id, help: v.help, nodes: v.nodes.slice(0, 4).map(n =>
                n.target.join(' ') + ' ' + n.html.slice(0, 160) + ' '
                  + n.any.map(a => a.message).join('; '))
            }))))
            """;

    private Axe() {}

    /// What axe finds wrong, one line each; empty when nothing.
    ///
    /// @param whole false for a fragment that htmx puts into a page
    static List<String> faults(Page page, boolean whole) {
        return run(page, Arrays.asList(null, whole));
    }

    /// The same for what stands around one element whose inside is known to be in order.
    static List<String> faultsAround(Page page, String selector) {
        return run(page, List.of(Map.of("exclude", List.of(List.of(selector))), false));
    }

    private static List<String> run(Page page, List<?> context) {
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(SOURCE);
        }
        var found = (String) page.evaluate(RUN, context);
        var faults = new ArrayList<String>();
        for (var fault : new Gson().fromJson(found, JsonObject[].class)) {
            faults.add(
                    fault.get("id").getAsString()
                            + " ("
                            + fault.get("help").getAsString()
                            + "): "
                            + fault.get("nodes"));
        }
        return faults;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    file + " is missing: bin/browser-libraries fetches it", e);
        }
    }
}
