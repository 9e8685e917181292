package org.tongquan.browser;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// A page as the rules of accessibility see it: tags and the attributes that matter, a mark for
/// text, numbers and identifiers evened out, and rows of a list that look alike counted once.
///
/// @param content of the main part, `frame` of all around it
/// @param foreign addresses of other hosts that the page would fetch by itself
record PageShape(String content, String frame, List<String> foreign) {
    private static final Pattern NAMED =
            Pattern.compile("class|role|type|lang|for|id|scope|hidden|disabled|tabindex|aria-.*");
    private static final Set<String> NO_SHAPE = Set.of("script", "style", "path");

    static PageShape of(String html) {
        var page = Jsoup.parse(html);
        var foreign =
                page.select("script[src], img[src], link[href], iframe[src], source[src]").stream()
                        .map(e -> e.hasAttr("src") ? e.attr("src") : e.attr("href"))
                        .filter(a -> !a.startsWith("/") || a.startsWith("//"))
                        .filter(a -> !a.startsWith("data:"))
                        .toList();
        var main = page.selectFirst("main");
        var content = shape(main == null ? page.body() : main);
        if (main != null) {
            main.remove();
        }
        return new PageShape(content, shape(page), foreign);
    }

    private static String shape(Node node) {
        if (node instanceof TextNode text) {
            return text.isBlank() ? "" : "x";
        }
        if (!(node instanceof Element element) || NO_SHAPE.contains(element.normalName())) {
            return "";
        }
        var attributes =
                element.attributes().asList().stream()
                        .filter(a -> NAMED.matcher(a.getKey()).matches())
                        .map(a -> " " + a.getKey() + "=" + even(a.getValue()))
                        .collect(Collectors.joining());
        var inner = new LinkedHashSet<String>();
        for (var child : element.childNodes()) {
            var one = shape(child);
            if (!one.isEmpty()) {
                inner.add(one);
            }
        }
        return "<" + element.normalName() + attributes + ">" + String.join("", inner) + "/";
    }

    private static String even(String text) {
        return text.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "#").replaceAll("[0-9]+", "0");
    }
}
