package org.tongquan.identity.web;

import java.util.List;
import java.util.UUID;
import org.tongquan.site.Fault;

/// The people of a region, with the form that adds one.
///
/// @param added the person just added with their initial password, or nobody
/// @param login last typed into the form
/// @param name last typed into the form
public record PeopleView(
        List<Row> rows, List<Fault> faults, Added added, String login, String name) {
    /// What is wrong with this field, empty for nothing.
    public String fault(String field) {
        return faults.stream()
                .filter(f -> f.field().equals(field))
                .map(Fault::text)
                .findFirst()
                .orElse("");
    }

    /// @param state message key: usable, locked or disabled
    /// @param bodies what the person acts for now, in Chinese and English
    public record Row(UUID id, String login, String name, String state, List<Name> bodies) {}

    /// A name in both languages.
    public record Name(String zh, String en) {}

    /// An initial password, shown once. Empty login: nobody was added.
    public record Added(String login, String password) {
        static final Added NOBODY = new Added("", "");

        public boolean somebody() {
            return !login.isEmpty();
        }
    }
}
