package org.tongquan.ledger.views.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.tongquan.ledger.views.ListedPage;
import org.tongquan.ledger.views.SavedView;
import org.tongquan.ledger.views.SavedViews;
import org.tongquan.site.SignIn;

/// Puts the saved views above the pages that have any, without the pages knowing, and opens a page
/// that was asked for without any filter with the usual view.
@Configuration(proxyBeanMethods = false)
class AboveLists implements WebMvcConfigurer {
    /// Name of the model attribute.
    private static final String ROW = "saved";

    private final SavedViews views;
    private final SignIn signIn;

    AboveLists(SavedViews views, SignIn signIn) {
        this.views = views;
        this.signIn = signIn;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        for (var page : ListedPage.values()) {
            registry.addInterceptor(new Row(page)).addPathPatterns(page.path());
        }
    }

    private final class Row implements HandlerInterceptor {
        private final ListedPage page;

        Row(ListedPage page) {
            this.page = page;
        }

        @Override
        public boolean preHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler)
                throws IOException {
            boolean plain =
                    request.getMethod().equals("GET")
                            && request.getQueryString() == null
                            && request.getHeader("HX-Request") == null;
            if (plain) {
                var usual = views.usual(signIn.actor(), page);
                if (usual.isPresent()) {
                    response.sendRedirect(usual.get().href());
                    return false;
                }
            }
            return true;
        }

        @Override
        public void postHandle(
                HttpServletRequest request,
                HttpServletResponse response,
                Object handler,
                @Nullable ModelAndView shown) {
            var actor = signIn.actor();
            if (shown != null && !actor.region().isEmpty()) {
                var query = request.getQueryString();
                var filter = query == null ? "" : page.filter(query);
                var all = views.list(actor, page);
                shown.addObject(
                        ROW,
                        new SavedRow(
                                page.word(),
                                page.path(),
                                filter,
                                all.stream().anyMatch(v -> v.own() && v.query().equals(filter)),
                                all.stream().map(v -> link(v, filter)).toList()));
            }
        }

        private static SavedRow.Link link(SavedView view, String filter) {
            return new SavedRow.Link(
                    view.name(),
                    view.href(),
                    view.query().equals(filter),
                    view.usual(),
                    !view.own());
        }
    }
}
