package org.tongquan.ledger.template.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongquan.kernel.Actor;
import org.tongquan.ledger.template.Template;
import org.tongquan.ledger.template.TemplateFault;
import org.tongquan.ledger.template.TemplateKind;
import org.tongquan.ledger.template.Templating;
import org.tongquan.ledger.template.Vocabulary;
import org.tongquan.ledger.web.Moments;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Crumb;
import org.tongquan.site.Messages;

/// Makes what the pages of templates show.
@Component
class TemplateViews {
    private static final int LEAST_ROWS = 12;
    private static final int MOST_ROWS = 40;

    /// Characters that a line of the form holds, about.
    private static final int LINE = 48;

    private final Templating templating;
    private final Messages messages;

    TemplateViews(Templating templating, Messages messages) {
        this.templating = templating;
        this.messages = messages;
    }

    /// What stands in the form, and on which version it was filled in.
    ///
    /// @param loaded version whose text it is, -1 for what was typed
    record Typed(int shown, int loaded, String text) {}

    TemplatesView.Item item(Template template, Names.Of of) {
        return new TemplatesView.Item(
                "/templates/" + template.kind().word(),
                template.kind().word(),
                template.version(),
                template.body().isEmpty() ? "" : of.body(template.body()),
                at(template));
    }

    private static String at(Template template) {
        return Optional.ofNullable(template.at()).map(Moments::of).orElse("");
    }

    TemplateView view(
            Actor actor,
            TemplateKind kind,
            Typed typed,
            List<TemplateFault> faults,
            @Nullable Template theirs,
            Names.Of of) {
        var path = "/templates/" + kind.word();
        var name = messages.say(of.language(), "template.kind." + kind.word());
        return new TemplateView(
                List.of(
                        new Crumb("/templates", messages.say(of.language(), "template.menu")),
                        new Crumb("", name)),
                kind.word(),
                path,
                typed.shown(),
                typed.loaded(),
                typed.text(),
                rows(typed.text()),
                templating.mayEdit(actor),
                theirs == null ? "" : theirs.text(),
                theirs == null ? "" : of.body(theirs.body()) + " " + at(theirs),
                faults.stream().map(f -> fault(f, of)).toList(),
                words(kind, of),
                templating.list(actor, kind).stream()
                        .map(t -> version(t, typed.shown(), of))
                        .toList());
    }

    private static int rows(String text) {
        int rows = 1;
        for (var line : text.split("\n", -1)) {
            rows += 1 + line.length() / LINE;
        }
        return Math.clamp(rows, LEAST_ROWS, MOST_ROWS);
    }

    private TemplateView.Fault fault(TemplateFault fault, Names.Of of) {
        var what =
                messages.say(of.language(), "template.fault." + fault.what().word(), fault.value());
        var meant =
                fault.nearest().isEmpty()
                        ? ""
                        : " " + messages.say(of.language(), "template.meant", fault.nearest());
        return new TemplateView.Fault(fault.line(), what + meant);
    }

    private static List<TemplateView.Word> words(TemplateKind kind, Names.Of of) {
        var words = new ArrayList<TemplateView.Word>();
        for (var entry : Vocabulary.words(kind)) {
            words.add(word("{{" + entry.name() + "}}", entry, of));
        }
        for (var entry : Vocabulary.inserts(kind)) {
            words.add(word("[[" + entry.name() + "]]", entry, of));
        }
        return words;
    }

    private static TemplateView.Word word(String mark, Vocabulary.Entry entry, Names.Of of) {
        var meaning = of.language().pick(entry.example(), entry.english());
        return new TemplateView.Word(mark, meaning, entry.needed());
    }

    private static TemplateView.Version version(Template template, int shown, Names.Of of) {
        var from = template.takenFrom();
        return new TemplateView.Version(
                template.version(),
                template.body().isEmpty() ? "" : of.body(template.body()),
                at(template),
                from == null ? -1 : from,
                template.version() == shown);
    }
}
