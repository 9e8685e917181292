package org.tongquan.ledger.template;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongquan.document.OfficialDocument;
import org.tongquan.host.Acting;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Ids;
import org.tongquan.kernel.Power;

/// The door of the templates: which wording is in use, edit it, take an older one back into use.
@Service
public class Templating {
    private static final int MOST_LISTED = 100;

    private final Acting acting;
    private final Templates templates;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Templating(Acting acting, Templates templates, Journal journal, Ids ids, Clock clock) {
        this.acting = acting;
        this.templates = templates;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /// Whether this body edits the templates of its region: whoever issues its reports.
    public boolean mayEdit(Actor actor) {
        return actor.may(Power.ISSUE_REPORT);
    }

    /// The version in use in the actor's region.
    public Template current(Actor actor, TemplateKind kind) {
        return acting.read(actor, () -> templates.current(actor.region(), kind));
    }

    /// The version that was in use at a moment: what was drawn up then stays as it was worded.
    public Template at(Actor actor, TemplateKind kind, Instant moment) {
        return acting.read(actor, () -> templates.at(actor.region(), kind, moment));
    }

    public Optional<Template> find(Actor actor, TemplateKind kind, int version) {
        return acting.read(actor, () -> templates.find(actor.region(), kind, version));
    }

    /// All versions, newest first; the shipped one is the last.
    public List<Template> list(Actor actor, TemplateKind kind) {
        var shipped = templates.shipped(actor.region(), kind);
        return acting.read(
                actor,
                () ->
                        java.util.stream.Stream.concat(
                                        templates.list(actor.region(), kind, MOST_LISTED).stream(),
                                        java.util.stream.Stream.of(shipped))
                                .toList());
    }

    /// Saves a wording as a further version, in use from now on.
    ///
    /// @param shown version that the form was filled in on
    public TemplateAnswer save(Actor actor, TemplateKind kind, int shown, String text) {
        return save(actor, kind, shown, text, null);
    }

    /// Takes an older version back into use, as a further version.
    public TemplateAnswer takeBack(Actor actor, TemplateKind kind, int shown, int version) {
        return find(actor, kind, version)
                .map(t -> save(actor, kind, shown, t.text(), version))
                .orElseGet(TemplateAnswer.NotFound::new);
    }

    private TemplateAnswer save(
            Actor actor, TemplateKind kind, int shown, String text, @Nullable Integer from) {
        if (!mayEdit(actor)) {
            return new TemplateAnswer.NotYours();
        }
        var plain = text.replace("\r\n", "\n").strip() + "\n";
        var faults = Wording.of(kind, plain).faults();
        if (plain.length() > Wording.MOST_TEXT && faults.isEmpty()) {
            var most = Integer.toString(Wording.MOST_TEXT);
            faults = List.of(new TemplateFault(0, TemplateFault.What.TOO_LONG, most));
        }
        if (!faults.isEmpty()) {
            return new TemplateAnswer.Faulty(faults);
        }
        return acting.as(actor, () -> keep(actor, kind, shown, plain, from));
    }

    private TemplateAnswer keep(
            Actor actor, TemplateKind kind, int shown, String text, @Nullable Integer from) {
        var now = templates.current(actor.region(), kind);
        if (now.version() != shown) {
            return new TemplateAnswer.Stale(now);
        }
        if (now.text().equals(text)) {
            return new TemplateAnswer.Same();
        }
        var next =
                new Template(
                        actor.region(),
                        kind,
                        now.version() + 1,
                        text,
                        from,
                        actor.body(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        var id = ids.next();
        if (!templates.add(id, next, actor.person())) {
            return new TemplateAnswer.Stale(templates.current(actor.region(), kind));
        }
        journal.record(actor, "template-saved", id, Digest.ofText(next.toString()).bytes());
        return new TemplateAnswer.Saved(next.version());
    }

    /// A document by this wording with made-up values, to look at before it is saved.
    public OfficialDocument example(TemplateKind kind, String text, LocalDate day) {
        var wording = Wording.of(kind, text);
        var filling = Filling.example(kind);
        var title = wording.title(filling);
        return OfficialDocument.titled(title.isBlank() ? "示例标题" : title, day)
                .issuerHeading("示例机关")
                .recipients("示例单位")
                .body(wording.body(filling))
                .signatory("示例机关")
                .notice("模板预览：数字、名称均为示例")
                .done();
    }
}
