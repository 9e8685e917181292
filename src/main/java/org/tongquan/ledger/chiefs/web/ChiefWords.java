package org.tongquan.ledger.chiefs.web;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongquan.compact.Text;
import org.tongquan.compact.conduct.Chief;
import org.tongquan.ledger.chiefs.ChargeFile;
import org.tongquan.ledger.chiefs.MatterCourse;
import org.tongquan.ledger.chiefs.Round;
import org.tongquan.ledger.chiefs.Visit;
import org.tongquan.ledger.web.Names;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.Option;

/// The words and small pieces that several pages of chiefs share.
@Component
class ChiefWords {
    private static final List<String> RHYTHMS =
            List.of("", "P7D", "P14D", "P1M", "P2M", "P3M", "P6M", "P1Y");
    private static final int KIB = 1024;

    private final Messages messages;

    ChiefWords(Messages messages) {
        this.messages = messages;
    }

    String say(Language language, String key, Object... values) {
        return messages.say(language, key, values);
    }

    static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    static String pick(Text text, Language language) {
        return text.in(language.locale());
    }

    List<Option> kinds(Language language) {
        return Arrays.stream(Chief.Kind.values())
                .map(k -> new Option(word(k), say(language, "chiefs.kind." + word(k))))
                .toList();
    }

    static String word(Chief.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    List<Option> rhythms(Language language) {
        return RHYTHMS.stream()
                .map(r -> new Option(r, rhythm(r.isEmpty() ? null : Period.parse(r), language)))
                .toList();
    }

    String rhythm(@Nullable Period rhythm, Language language) {
        if (rhythm == null) {
            return say(language, "chiefs.rhythm.none");
        }
        long months = rhythm.toTotalMonths();
        if (months == 0) {
            return say(language, "chiefs.rhythm.days", rhythm.getDays());
        }
        return switch ((int) months) {
            case 1 -> say(language, "chiefs.rhythm.month");
            case 3 -> say(language, "chiefs.rhythm.quarter");
            case 6 -> say(language, "chiefs.rhythm.half");
            case 12 -> say(language, "chiefs.rhythm.year");
            default -> say(language, "chiefs.rhythm.months", months);
        };
    }

    static String kept(@Nullable Period rhythm) {
        return rhythm == null ? "" : rhythm.toString();
    }

    /// The rhythm as a form sends it; null for none.
    static @Nullable Period sent(String rhythm) {
        return rhythm.isEmpty() || !RHYTHMS.contains(rhythm) ? null : Period.parse(rhythm);
    }

    ChiefsView.Item item(ChargeFile file, Names.Of of) {
        var charge = file.charge();
        var language = of.language();
        var running = file.running();
        var holding = file.holding();
        return new ChiefsView.Item(
                "/chiefs/" + charge.id(),
                pick(charge.object(), language),
                word(charge.kind()),
                of.party(charge.party()),
                pick(file.now().post(), language),
                holding.map(h -> h.holder()).orElse(""),
                holding.map(h -> of.body(h.unit())).orElse(""),
                rhythm(file.now().rhythm(), language),
                running != null && running.state() == Round.State.DUE ? text(running.last()) : "",
                running == null ? "" : text(running.by()),
                file.missed(),
                file.open().size(),
                file.overdue(),
                file.visits().isEmpty() ? "" : text(file.visits().getLast().on()),
                file.isEnded());
    }

    ChiefsView.Problem problem(String object, ChargeFile.Found found, Names.Of of) {
        var course = found.course();
        return new ChiefsView.Problem(
                "/chiefs/problems/" + found.matter().id(),
                found.matter().text(),
                object,
                of.body(course.unit()),
                text(found.matter().on()),
                course.state().word(),
                tone(course),
                text(course.due()),
                course.provisional(),
                course.daysOver());
    }

    private static String tone(MatterCourse course) {
        if (!course.isOpen()) {
            return "green";
        }
        return course.isOverdue() ? "red" : "yellow";
    }

    ChargeView.VisitView visit(Visit visit, int problems, String form, Names.Of of) {
        boolean same = visit.filedOn().equals(visit.on());
        return new ChargeView.VisitView(
                visit.id().toString(),
                text(visit.on()),
                visit.place(),
                visit.by().word(),
                visit.who(),
                visit.seen(),
                visit.duties(),
                files(visit.files()),
                problems,
                of.body(visit.body()),
                same ? "" : text(visit.filedOn()),
                form);
    }

    static List<ChargeView.FileView> files(List<Visit.Photo> files) {
        return files.stream()
                .map(
                        f ->
                                new ChargeView.FileView(
                                        "/chiefs/files/" + f.id(),
                                        f.name(),
                                        Math.max(1, f.size() / KIB) + " KB",
                                        f.sha256()))
                .toList();
    }

    static List<Option> units(List<String> ids, Names.Of of) {
        return ids.stream().map(u -> new Option(u, of.body(u))).toList();
    }
}
