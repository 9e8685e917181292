package org.tongquan.identity;

import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;

/// One transaction for an actor in which the policies of the schema `identity` also know the
/// acting body's powers. Like the actor, they end with the transaction.
@Component
public class Powered {
    /// Sign-in itself, and the standing of a session at each request.
    static final Actor SIGN_IN = Actor.job("sign-in");

    /// What the house itself does to people: operator's commands, demonstration accounts, names.
    static final Actor PEOPLE = Actor.job("people");

    private static final String SET = "select set_config('tongquan.powers', :powers, true)";

    private final Acting acting;
    private final JdbcClient db;

    Powered(Acting acting, JdbcClient db) {
        this.acting = acting;
        this.db = db;
    }

    public <T extends @Nullable Object> T as(Actor actor, Supplier<T> work) {
        return acting.as(actor, () -> withPowers(actor, work));
    }

    public <T extends @Nullable Object> T read(Actor actor, Supplier<T> work) {
        return acting.read(actor, () -> withPowers(actor, work));
    }

    private <T extends @Nullable Object> T withPowers(Actor actor, Supplier<T> work) {
        var powers = actor.powers().stream().map(Enum::name).collect(Collectors.joining(","));
        db.sql(SET).param("powers", powers).query().singleRow();
        return work.get();
    }
}
