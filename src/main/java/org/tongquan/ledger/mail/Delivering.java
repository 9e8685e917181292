package org.tongquan.ledger.mail;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.tongquan.host.Turns;

/// Lets the [Postman] make rounds while the application runs, where there is a mail server.
@Component
class Delivering extends Turns {
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);

    private final Postman postman;

    Delivering(Postman postman) {
        super("mail", PAUSE, PAUSE_AFTER_FAILURE);
        this.postman = postman;
    }

    @Override
    protected boolean isWanted() {
        return postman.isOn();
    }

    @Override
    protected Duration turn() {
        postman.round();
        return PAUSE;
    }
}
