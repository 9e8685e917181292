package org.tongquan.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.tongquan.identity.BodyDirectory.BodyInfo;
import org.tongquan.identity.Standing;
import org.tongquan.identity.Standing.Held;
import org.tongquan.identity.keys.Keys.Program;
import org.tongquan.site.SignIn;

/// Tells the frame who is in front of it, from what [SessionCheck] read for this request.
@Component
class CurrentVisitor implements SignIn {
    private static final String STANDING = Standing.class.getName();
    private static final String PROGRAM = Program.class.getName();

    static void set(HttpServletRequest request, Standing standing) {
        request.setAttribute(STANDING, standing);
    }

    static void set(HttpServletRequest request, Program program) {
        request.setAttribute(PROGRAM, program);
    }

    /// How the person stands in this request; empty without sign-in.
    Optional<Standing> standing() {
        return RequestContextHolder.getRequestAttributes()
                        instanceof ServletRequestAttributes attributes
                ? standing(attributes.getRequest())
                : Optional.empty();
    }

    static Optional<Standing> standing(HttpServletRequest request) {
        return Optional.ofNullable((Standing) request.getAttribute(STANDING));
    }

    @Override
    public Optional<Visitor> visitor() {
        return program().or(() -> standing().map(CurrentVisitor::visitor));
    }

    /// A program that asks with a key stands for its body alone.
    private static Optional<Visitor> program() {
        return RequestContextHolder.getRequestAttributes()
                                instanceof ServletRequestAttributes attributes
                        && attributes.getRequest().getAttribute(PROGRAM)
                                instanceof Program(var key, var actor)
                ? Optional.of(new Visitor(actor, key.name(), key.body(), key.body(), List.of()))
                : Optional.empty();
    }

    private static Visitor visitor(Standing standing) {
        var acting = standing.acting();
        var others =
                standing.held().stream()
                        .map(Held::body)
                        .filter(b -> !b.equals(acting))
                        .map(b -> new Choice(key(b, standing.held()), b.nameZh(), b.nameEn()))
                        .toList();
        return new Visitor(
                standing.actor(), standing.name(), acting.nameZh(), acting.nameEn(), others);
    }

    /// How a form names a body: by its id, with the region where the same body is held in two.
    static String key(BodyInfo body, List<Held> held) {
        boolean once = held.stream().filter(h -> h.body().id().equals(body.id())).count() == 1;
        return once ? body.id() : body.id() + "@" + body.region();
    }
}
