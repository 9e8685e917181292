package org.tongquan.ledger.views;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A page whose filter can be kept, with the parameters that make the filter. Where a list goes on,
/// which month is shown, is no part of it.
public enum ListedPage {
    LEDGER(
            "/ledger",
            "chapter",
            "party",
            "unit",
            "light",
            "category",
            "dueFrom",
            "dueBy",
            "only",
            "q"),
    BOARD("/board", "party"),
    NOTICES("/notices", "party", "state", "scope", "overdue"),
    CALENDAR("/calendar", "party");

    private final String path;
    private final List<String> parameters;

    ListedPage(String path, String... parameters) {
        this.path = path;
        this.parameters = List.of(parameters);
    }

    public String path() {
        return path;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ListedPage> find(String word) {
        for (var page : values()) {
            if (page.word().equals(word)) {
                return Optional.of(page);
            }
        }
        return Optional.empty();
    }

    public static Optional<ListedPage> at(String path) {
        for (var page : values()) {
            if (page.path.equals(path)) {
                return Optional.of(page);
            }
        }
        return Optional.empty();
    }

    /// What a query of an address asks of this page, each parameter once, in one order: two
    /// addresses that ask the same give the same. Empty when it asks for everything.
    ///
    /// @param query as it stands behind the question mark
    public String filter(String query) {
        var given = new HashMap<String, String>();
        for (var part : query.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                read(part.substring(equals + 1))
                        .filter(v -> !v.isBlank() && !v.equals("false"))
                        .ifPresent(v -> given.put(part.substring(0, equals), v.strip()));
            }
        }
        return write(given);
    }

    private String write(Map<String, String> given) {
        var text = new StringBuilder();
        for (var name : parameters) {
            var value = given.get(name);
            if (value != null) {
                text.append(text.isEmpty() ? "" : "&").append(name).append('=');
                text.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private static Optional<String> read(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
