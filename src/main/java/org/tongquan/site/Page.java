package org.tongquan.site;

import java.util.List;
import java.util.Optional;
import org.tongquan.kernel.Actor;

/// What every template knows of the page it is part of: language, reader, menu, form token. Handed
/// to each template as `page`, beside its own `view`.
public record Page(
        Language language,
        Messages messages,
        Optional<SignIn.Visitor> visitor,
        List<MenuEntry> menu,
        String path,
        String query,
        String csrfName,
        String csrfToken,
        Optional<String> notice,
        boolean simulated) {
    /// The sentence for this reader.
    public String say(String key, Object... values) {
        return messages.say(language, key, values);
    }

    /// One of two texts for this reader, Chinese when there is no English.
    public String pick(String zh, String en) {
        return language.pick(zh, en);
    }

    public Actor actor() {
        return visitor.map(SignIn.Visitor::actor).orElse(Actor.PUBLIC);
    }

    /// This page's address in the other language.
    public String otherLanguage() {
        var rest = query.replaceAll("(^|&)lang=[a-z]*", "");
        rest = rest.startsWith("&") ? rest.substring(1) : rest;
        return path + "?" + (rest.isEmpty() ? "" : rest + "&") + "lang=" + language.other().code();
    }
}
