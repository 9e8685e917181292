package org.tongquan.ledger.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.standing.Standing;
import org.tongquan.ledger.web.Names;
import org.tongquan.rest.Answering;
import org.tongquan.rest.Rejected;
import org.tongquan.rest.Trouble;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;

/// Who asks, where, and in which language the answer is written.
@Component
public class Caller {
    /// Where every resource begins.
    public static final String ROOT = "/api/v1";

    private final Names names;
    private final Messages messages;

    Caller(Names names, Messages messages) {
        this.names = names;
        this.messages = messages;
    }

    /// What a request may see of one region.
    ///
    /// @throws Rejected when the key acts in another region
    public Reader reader(Actor actor, String region, HttpServletRequest request) {
        if (!actor.region().equals(region)) {
            throw new Rejected(Trouble.OTHER_REGION);
        }
        return reader(actor, request);
    }

    /// The same for the key's own region.
    public Reader reader(Actor actor, HttpServletRequest request) {
        var language = Answering.language(request);
        return new Reader(names.of(actor.region(), language), messages, language);
    }

    /// @throws Rejected when the key has none of these powers
    public static void require(Actor actor, Power... any) {
        if (List.of(any).stream().noneMatch(actor::may)) {
            throw new Rejected(Trouble.NOT_ALLOWED);
        }
    }

    /// Writes names and sentences for one answer.
    public record Reader(Names.Of names, Messages messages, Language language) {
        public Named party(String id) {
            return new Named(id, names.party(id));
        }

        public Named body(String id) {
            return new Named(id, names.body(id));
        }

        public Named category(String id) {
            return new Named(id, names.category(id));
        }

        public String pick(String zh, String en) {
            return language.pick(zh, en);
        }

        public String say(String key, Object... values) {
            return messages.say(language, key, values);
        }

        public LightShown light(Standing standing) {
            return new LightShown(
                    standing.light().word(),
                    standing.wasLate(),
                    standing.percent(),
                    standing.reason().word(),
                    standing.values(),
                    say("ledger.reason." + standing.reason().word(), standing.values().toArray()),
                    standing.rule(),
                    standing.due());
        }
    }
}
