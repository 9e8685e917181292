package org.tongquan.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// In tests, in the place of [JteViews] while a word is watched for: tells which templates wrote
/// it, those inside of others each by its own name.
@Component
public class WatchedViews implements ViewResolver, Ordered {
    private static final String GENERATED = "gg.jte.generated.precompiled.";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Set<String> wrote = new ConcurrentSkipListSet<>();
    private final Pages pages;
    private volatile @Nullable String word;

    WatchedViews(Pages pages) {
        this.pages = pages;
    }

    /// Begins to look for a word.
    public void watch(String wanted) {
        wrote.clear();
        word = wanted;
    }

    /// Ends it.
    ///
    /// @return names such as `ledger/filter`
    public Set<String> templates() {
        word = null;
        return Set.copyOf(wrote);
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        var wanted = word;
        var template = name + ".jte";
        return wanted == null || !engine.hasTemplate(template)
                ? null
                : (model, request, response) -> show(template, wanted, model, request, response);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    private void show(
            String template,
            String wanted,
            @Nullable Map<String, ?> model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws java.io.IOException {
        var values = new HashMap<String, Object>();
        values.put("page", pages.of(request));
        if (model != null) {
            model.forEach(values::putIfAbsent);
        }
        var output = new Watched(wanted);
        engine.render(template, values, output);
        response.setContentType("text/html;charset=UTF-8");
        var bytes = output.text.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private final class Watched implements TemplateOutput {
        private final StringOutput text = new StringOutput();
        private final String wanted;

        Watched(String wanted) {
            this.wanted = wanted;
        }

        @Override
        public void writeContent(String value) {
            writeContent(value, 0, value.length());
        }

        @Override
        public void writeContent(String value, int begin, int end) {
            int at = value.indexOf(wanted, begin);
            if (at >= 0 && at < end) {
                writer();
            }
            text.writeContent(value, begin, end);
        }

        private void writer() {
            StackWalker.getInstance()
                    .walk(
                            frames ->
                                    frames.map(StackWalker.StackFrame::getClassName)
                                            .filter(c -> c.startsWith(GENERATED))
                                            .findFirst())
                    .ifPresent(c -> wrote.add(template(c)));
        }

        private static String template(String generated) {
            return generated
                    .substring(GENERATED.length())
                    .replaceFirst("\\$.*$", "")
                    .replaceFirst("Generated$", "")
                    .replaceFirst("(^|\\.)Jte([^.]*)$", "$1$2")
                    .replace('.', '/');
        }
    }
}
