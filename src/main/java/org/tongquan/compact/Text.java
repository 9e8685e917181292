package org.tongquan.compact;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongquan.compact.form.Field;

/// A short text for people, Chinese first.
public record Text(@Field("Chinese") String zh, @Field("English") @Nullable String en) {
    /// The English text where it is asked for and there is one, else the Chinese.
    public String in(Locale language) {
        return en != null && language.getLanguage().equals("en") ? en : zh;
    }
}
