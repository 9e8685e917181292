package org.tongquan.ledger.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.reading.Commitment.Kind;
import org.tongquan.ledger.reading.grammar.Deadlines;
import org.tongquan.ledger.reading.grammar.Draft;
import org.tongquan.ledger.reading.grammar.Heading;
import org.tongquan.ledger.reading.grammar.Indicators;
import org.tongquan.ledger.reading.grammar.Places;
import org.tongquan.ledger.reading.grammar.RelativeTargets;
import org.tongquan.ledger.reading.grammar.Sentences;
import org.tongquan.ledger.reading.grammar.UnitNames.Named;
import org.tongquan.ledger.reading.text.PlainText;
import org.tongquan.ledger.reading.text.Span;
import org.tongquan.ledger.reading.text.Words;

/// Fills the fields of each commitment: times, figures, places, kind, category, confidence.
final class Fields {
    private static final double SURE = 0.97;
    private static final double FAIR = 0.85;
    private static final double GUESS = 0.7;

    private static final Pattern MECHANISM =
            Pattern.compile("督促|督查|督导|考核|评估|评价|通报|报告|领导小组|联席会议|统筹协调|组织领导|跟踪|监督|检查|协调机制|台账|宣传");
    private static final Pattern PROVISION =
            Pattern.compile("可(?:以|按|在|申请|享受|由|根据|凭)|不得|允许|给予|免于|免收|享受|适用|不再|授权|视同|予以");

    private final PlainText plain;
    private final String text;
    private final Lexicon lexicon;
    private final List<Span> damage;
    private final Map<Heading, Article> articles;
    private final Deadlines deadlines;
    private final Places places;
    private final Map<Heading, String> about = new HashMap<>();
    private final List<Heading> headings;

    Fields(
            PlainText plain,
            Lexicon lexicon,
            int issueYear,
            List<Span> damage,
            Map<Heading, Article> articles,
            List<Heading> headings) {
        this.plain = plain;
        this.text = plain.text();
        this.lexicon = lexicon;
        this.damage = damage;
        this.articles = articles;
        this.headings = headings;
        this.deadlines = new Deadlines(issueYear);
        this.places = new Places(lexicon);
    }

    List<Commitment> of(List<Draft> drafts) {
        var ordinals = new HashMap<String, Integer>();
        var result = new ArrayList<Commitment>();
        for (var draft : drafts) {
            var article = draft.heading == null ? null : articles.get(draft.heading);
            String path = article == null ? "" : article.path();
            int ordinal = ordinals.merge(path, 1, Integer::sum);
            result.add(commitment(draft, path, (path.isEmpty() ? "-" : path) + "#" + ordinal));
        }
        return result;
    }

    private Commitment commitment(Draft draft, String path, String id) {
        String own =
                text.substring(draft.start, Math.min(draft.end, draft.start + Sentences.LONGEST));
        var rules = new LinkedHashMap<>(draft.rules);
        var times = deadlines.in(own);
        var terms = terms(draft, times, rules);
        var figures = figures(draft, own, times, rules);
        var named = places.in(own, aboutOf(draft));
        if (!named.members().isEmpty()) {
            rules.put("cities", named.all() ? "place-collective" : "place-member");
        }
        var span = plain.origin(draft.start, draft.end);
        boolean damaged = damage.stream().anyMatch(span::overlaps);
        if (damaged) {
            rules.put("damage", "crosses-damaged-characters");
        }
        double sure = confidence(draft, figures, damaged);
        return new Commitment(
                id,
                path,
                span.start(),
                span.end(),
                plain.original().substring(span.start(), span.end()),
                kind(draft, own),
                cities(draft, named),
                named.all(),
                others(draft, named),
                units(draft.lead, draft),
                draft.explicit,
                units(draft.coop, draft),
                draft.source,
                Deadlines.latest(terms),
                terms,
                figures,
                relative(draft, own),
                category(draft, own),
                Map.copyOf(rules),
                sure);
    }

    private List<Deadline> terms(
            Draft draft, List<Deadlines.Time> times, Map<String, String> rules) {
        var terms = new ArrayList<Deadline>();
        for (var time : times) {
            terms.add(term(draft.start, time));
        }
        for (var label : draft.timeLabels) {
            for (var time : deadlines.in(text.substring(label.start(), label.end()))) {
                boolean said =
                        terms.stream()
                                .anyMatch(
                                        t ->
                                                t.type() == time.type()
                                                        && t.value().equals(time.value()));
                if (!said) {
                    terms.add(term(label.start(), time));
                }
            }
        }
        if (!terms.isEmpty()) {
            rules.put("deadlines", terms.getFirst().rule());
        }
        return terms;
    }

    private Deadline term(int base, Deadlines.Time time) {
        var span = plain.origin(base + time.start(), base + time.end());
        String verbatim = plain.original().substring(span.start(), span.end());
        return new Deadline(
                verbatim, time.type(), time.value(), span.start(), span.end(), time.rule());
    }

    private List<Indicator> figures(
            Draft draft, String own, List<Deadlines.Time> times, Map<String, String> rules) {
        var result = new ArrayList<Indicator>();
        for (var figure : Indicators.in(own, times)) {
            var span = plain.origin(draft.start + figure.start(), draft.start + figure.end());
            result.add(
                    new Indicator(
                            figure.name(),
                            figure.operator(),
                            figure.value(),
                            figure.unit(),
                            span.start(),
                            span.end(),
                            figure.rule()));
        }
        if (!result.isEmpty()) {
            rules.put("indicators", result.getFirst().rule());
        }
        return result;
    }

    private List<Indicator.Relative> relative(Draft draft, String own) {
        return RelativeTargets.in(own).stream()
                .map(
                        r -> {
                            var span = plain.origin(draft.start + r.start(), draft.start + r.end());
                            return new Indicator.Relative(
                                    r.name(), r.operator(), r.to(), span.start(), span.end());
                        })
                .toList();
    }

    /// The member city the article of a draft speaks of, for 其他市.
    private @Nullable String aboutOf(Draft draft) {
        var heading = draft.heading;
        if (heading == null) {
            return null;
        }
        return about.computeIfAbsent(
                heading,
                h -> {
                    int k = headings.indexOf(h);
                    int end = k + 1 < headings.size() ? headings.get(k + 1).start : text.length();
                    String most = places.mostNamed(text.substring(h.start, end));
                    return most == null ? "" : most;
                });
    }

    private List<Found<String>> cities(Draft draft, Places.Named named) {
        var found = new ArrayList<Found<String>>();
        for (var member : named.members()) {
            var hit =
                    named.hits().stream()
                            .filter(h -> h.member() && h.name().equals(member))
                            .findFirst()
                            .or(
                                    () ->
                                            named.hits().stream()
                                                    .filter(h -> !isName(h.name()))
                                                    .findFirst());
            hit.ifPresent(h -> found.add(found(draft, member, h)));
        }
        return found;
    }

    private boolean isName(String name) {
        return lexicon.members().stream().anyMatch(m -> m.shortName().equals(name));
    }

    private List<Found<String>> others(Draft draft, Places.Named named) {
        var found = new ArrayList<Found<String>>();
        for (var other : named.others()) {
            named.hits().stream()
                    .filter(h -> !h.member() && h.name().equals(other))
                    .findFirst()
                    .ifPresent(h -> found.add(found(draft, other, h)));
        }
        return found;
    }

    private Found<String> found(Draft draft, String name, Places.Hit hit) {
        var span = plain.origin(draft.start + hit.start(), draft.start + hit.end());
        double sure = hit.rule().equals("place-collective") ? FAIR : SURE;
        return new Found<>(name, span.start(), span.end(), hit.rule(), sure);
    }

    private List<Found<String>> units(List<Named> units, Draft draft) {
        String rule = draft.rules.getOrDefault("leadUnits", "");
        var found = new ArrayList<Found<String>>();
        for (var unit : units) {
            var span = plain.origin(unit.start(), unit.end());
            double sure = unit.known() ? SURE : draft.bracketed ? FAIR : GUESS;
            found.add(new Found<>(unit.name(), span.start(), span.end(), rule, sure));
        }
        return found;
    }

    private double confidence(Draft draft, List<Indicator> figures, boolean damaged) {
        double sure = draft.bracketed ? SURE : draft.lead.isEmpty() ? FAIR : GUESS;
        boolean unknown = draft.lead.stream().anyMatch(u -> !u.known());
        sure = unknown ? Math.min(sure, FAIR) : sure;
        sure = figures.isEmpty() ? sure : Math.min(sure, FAIR);
        sure = draft.heading == null ? Math.min(sure, GUESS) : sure;
        return damaged ? sure / 2 : sure;
    }

    private Kind kind(Draft draft, String own) {
        if (Words.GOAL_START.matcher(own).find() || inGoals(draft)) {
            return Kind.GOAL;
        }
        if (PROVISION.matcher(own).find()) {
            return Kind.PROVISION;
        }
        return MECHANISM.matcher(own).find() ? Kind.MECHANISM : Kind.TASK;
    }

    private boolean inGoals(Draft draft) {
        return draft.heading != null && draft.heading.title(text).contains("目标");
    }

    private String category(Draft draft, String own) {
        if (draft.heading == null) {
            return Categories.of("", "", own);
        }
        Heading top = draft.heading;
        while (top.parent != null) {
            top = top.parent;
        }
        String chapter = top == draft.heading ? "" : top.title(text);
        return Categories.of(draft.heading.title(text), chapter, own);
    }
}
