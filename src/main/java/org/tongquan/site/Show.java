package org.tongquan.site;

import org.springframework.web.servlet.ModelAndView;

/// How a page method answers: with a template and the one record it shows.
public final class Show {
    private Show() {}

    /// The template `<engine>/<name>`, showing this view record.
    public static ModelAndView view(String template, Object view) {
        return new ModelAndView(template, JteViews.VIEW, view);
    }

    /// A template that needs the page alone.
    public static ModelAndView plain(String template) {
        return new ModelAndView(template);
    }
}
