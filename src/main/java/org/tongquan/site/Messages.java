package org.tongquan.site;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Every sentence of the pages: `messages/<engine>.properties` in Chinese,
/// `messages/<engine>_en.properties` in English. Keys start with the engine's name.
@Component
public class Messages {
    private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

    public Messages() {
        texts.put(Language.ZH, new Properties());
        texts.put(Language.EN, new Properties());
        try {
            for (var resource :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath:messages/*.properties")) {
                var name = java.util.Objects.requireNonNull(resource.getFilename());
                var language = name.endsWith("_en.properties") ? Language.EN : Language.ZH;
                try (var in =
                        new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    of(language).load(in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The sentence with `{0}`, `{1}` filled in.
    ///
    /// @throws IllegalArgumentException when no language has the key: a bug, found by the tests
    public String say(Language language, String key, Object... values) {
        var pattern = of(language).getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no message " + key + " in " + language.code());
        }
        return values.length == 0
                ? pattern
                : new MessageFormat(pattern, language.locale()).format(values);
    }

    public boolean has(Language language, String key) {
        return of(language).containsKey(key);
    }

    public Set<String> keys(Language language) {
        return of(language).stringPropertyNames();
    }

    private Properties of(Language language) {
        return java.util.Objects.requireNonNull(texts.get(language));
    }
}
