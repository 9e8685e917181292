package org.tongquan.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The two languages of the house. Chinese comes first.
public enum Language {
    ZH("zh", "zh-CN", Locale.SIMPLIFIED_CHINESE),
    EN("en", "en", Locale.ENGLISH);

    /// The cookie that remembers a reader's choice.
    public static final String COOKIE = "tongquan-language";

    private static final Pattern CHOICE = Pattern.compile("(?:^|&)lang=([a-z]+)");

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

    /// Whether this request's address chooses a language.
    static boolean chosen(HttpServletRequest request) {
        return asked(request) != null;
    }

    /// The language of this request: chosen in its address, or earlier by this reader.
    public static Language of(HttpServletRequest request) {
        var asked = asked(request);
        if (asked == null && request.getCookies() != null) {
            for (var cookie : request.getCookies()) {
                if (cookie.getName().equals(COOKIE)) {
                    asked = cookie.getValue();
                }
            }
        }
        return EN.code.equals(asked) ? EN : ZH;
    }

    /// Looks at the address alone: asking for a parameter would read a whole upload.
    private static @Nullable String asked(HttpServletRequest request) {
        var query = request.getQueryString();
        var found = query == null ? null : CHOICE.matcher(query);
        return found != null && found.find() ? found.group(1) : null;
    }
}
