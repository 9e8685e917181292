package org.tongquan.identity.web;

import java.util.List;
import org.tongquan.site.Fault;

/// The keys of programs of the own region, and the form for one more.
///
/// @param token the key just issued, shown this once; otherwise empty
/// @param form what was typed
/// @param latest last day that can be chosen
public record KeysView(
        List<Row> rows,
        List<Choice> bodies,
        List<String> powers,
        Form form,
        String token,
        String latest,
        List<Fault> faults) {
    /// @param state message key of how it stands
    /// @param tone colour of that
    public record Row(
            String id,
            String name,
            String zh,
            String en,
            String prefix,
            List<String> powers,
            int perMinute,
            String expires,
            String used,
            String refused,
            String state,
            String tone,
            boolean usable) {}

    public record Choice(String id, String zh, String en) {}

    public record Form(
            String body, String name, List<String> powers, String lastDay, String perMinute) {}

    public String fault(String field) {
        return faults.stream()
                .filter(f -> f.field().equals(field))
                .map(Fault::text)
                .findFirst()
                .orElse("");
    }
}
