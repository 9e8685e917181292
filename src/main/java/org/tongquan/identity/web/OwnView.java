package org.tongquan.identity.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongquan.site.Fault;

/// What the page of the own account shows.
///
/// @param number the own personal number, masked
/// @param mustChange whether nothing else is open before the password is changed
/// @param shortest characters of a password at least
/// @param longest days of a delegation at most
/// @param typed login last typed into the form of delegation
/// @param until day last chosen there
public record OwnView(
        String login,
        Optional<String> number,
        boolean mustChange,
        int shortest,
        long longest,
        List<Body> bodies,
        List<Lent> lent,
        List<Line> signIns,
        List<Fault> faults,
        String typed,
        String until) {
    /// Whether the acting body is one's own and may be lent.
    public boolean mayDelegate() {
        return bodies.stream().anyMatch(b -> b.acting() && !b.delegated());
    }

    /// What is wrong with this field, empty for nothing.
    public String fault(String field) {
        return faults.stream()
                .filter(f -> f.field().equals(field))
                .map(Fault::text)
                .findFirst()
                .orElse("");
    }

    /// A body the person may act for.
    public record Body(String zh, String en, boolean delegated, boolean acting) {}

    /// A delegation in force.
    ///
    /// @param given whether the person gave it, otherwise received it
    /// @param other shown name of the one at the other end
    public record Lent(UUID id, boolean given, String other, String zh, String en, String until) {}

    /// A sign-in with the own login.
    ///
    /// @param key message key of what became of it
    public record Line(String at, String key, boolean success, String address) {}
}
