package org.tongquan.ledger.suggesting;

import java.util.ArrayList;
import java.util.List;

/// A suggestion as somebody hands it in.
///
/// @param category id of a field of the compact
/// @param contact how to reach the writer, empty without; only the office reads it
public record NewSuggestion(String category, String title, String text, String contact) {
    public static final int LEAST_TITLE = 4;
    public static final int MOST_TITLE = 60;
    public static final int LEAST_TEXT = 10;
    public static final int MOST_TEXT = 2_000;
    public static final int MOST_CONTACT = 100;

    public NewSuggestion {
        category = line(category);
        title = line(title);
        text = clean(text);
        contact = line(contact);
    }

    /// What is wrong with it by itself.
    List<SuggestionFault> faults() {
        var faults = new ArrayList<SuggestionFault>();
        if (title.length() < LEAST_TITLE || title.length() > MOST_TITLE) {
            faults.add(SuggestionFault.TITLE);
        }
        if (text.length() < LEAST_TEXT || text.length() > MOST_TEXT) {
            faults.add(SuggestionFault.TEXT);
        }
        if (contact.length() > MOST_CONTACT) {
            faults.add(SuggestionFault.CONTACT);
        }
        return faults;
    }

    private static String line(String sent) {
        return clean(sent).replaceAll("\\s+", " ");
    }

    /// Without the signs that no keyboard writes and no database keeps.
    static String clean(String sent) {
        return sent.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip();
    }
}
