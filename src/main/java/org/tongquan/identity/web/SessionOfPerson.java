package org.tongquan.identity.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// What the servlet session remembers of a sign-in: the id of the session in the database, nothing
/// else. Everything about the person is read anew at each request.
final class SessionOfPerson extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final UUID session;

    SessionOfPerson(UUID session) {
        super(List.of());
        this.session = session;
        setAuthenticated(true);
    }

    UUID session() {
        return session;
    }

    @Override
    public Object getPrincipal() {
        return session;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SessionOfPerson that && session.equals(that.session);
    }

    @Override
    public int hashCode() {
        return Objects.hash(session);
    }
}
