package org.tongquan.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/// The two languages of the house. Chinese comes first.
public enum Language {
    ZH("zh", "zh-CN", Locale.SIMPLIFIED_CHINESE),
    EN("en", "en", Locale.ENGLISH);

    /// The cookie that remembers a reader's choice.
    public static final String COOKIE = "tongquan-language";

    private final String code;
    private final String tag;
    private final Locale locale;

    Language(String code, String tag, Locale locale) {
        this.code = code;
        this.tag = tag;
        this.locale = locale;
    }

    public String code() {
        return code;
    }

    /// For the `lang` attribute.
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    public Language other() {
        return this == ZH ? EN : ZH;
    }

    /// The given one of two, or the Chinese one when there is no English.
    public String pick(String zh, String en) {
        return this == EN && !en.isBlank() ? en : zh;
    }

    public static Language of(HttpServletRequest request) {
        var asked = request.getParameter("lang");
        if (asked == null && request.getCookies() != null) {
            for (var cookie : request.getCookies()) {
                if (cookie.getName().equals(COOKIE)) {
                    asked = cookie.getValue();
                }
            }
        }
        return "en".equals(asked) ? EN : ZH;
    }
}
