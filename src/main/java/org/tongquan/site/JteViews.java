package org.tongquan.site;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Finds the precompiled jte template `<engine>/<name>` and gives it `page`, `view` and what was
/// added to the model on its way. An answer is rendered whole before its first byte is sent, so a
/// failing template shows an error page, never half a page.
@Component
public class JteViews implements ViewResolver, Ordered {
    /// Name of the model attribute that a template receives as `view`.
    static final String VIEW = "view";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Pages pages;

    JteViews(Pages pages) {
        this.pages = pages;
    }

    /// A piece of a page, rendered where a template writes it.
    public Content part(String template, Page page, Object view) {
        return output -> engine.render(template + ".jte", Map.of("page", page, VIEW, view), output);
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return engine.hasTemplate(name + ".jte") ? new JteView(name + ".jte") : null;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    private final class JteView implements View {
        private final String template;

        JteView(String template) {
            this.template = template;
        }

        @Override
        public void render(
                @Nullable Map<String, ?> model,
                HttpServletRequest request,
                HttpServletResponse response)
                throws Exception {
            var values = new HashMap<String, Object>();
            values.put("page", pages.of(request));
            if (model != null) {
                model.forEach(values::putIfAbsent);
            }
            var output = new Utf8ByteOutput();
            engine.render(template, values, output);
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }
    }
}
