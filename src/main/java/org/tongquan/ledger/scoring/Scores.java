package org.tongquan.ledger.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tongquan.compact.conduct.ScoreRule;
import org.tongquan.compact.conduct.ScoreRule.Occasion;
import org.tongquan.ledger.Assignment.Role;

/// The rule of the scores. Pure: the same inputs, in whatever order, give the same scores.
///
/// A unit begins with the base; each fact adds the points of its occasion for the role it had, of
/// several steps by days the highest one reached; what is finished early earns `ON_TIME` and the
/// step of `EARLY` besides. The sum ends at cap and floor. A party's score is the mean of its
/// units, each weighing as many obligations as it led or cooperated in, to two decimals, half up;
/// a party without units keeps the base. Units above the parties stand in the ranking of units
/// alone.
final class Scores {
    /// Decimals of a party's mean.
    static final int DECIMALS = 2;

    private static final Comparator<Score.Line> ORDER =
            Comparator.comparing(Score.Line::on)
                    .thenComparing(Score.Line::fact)
                    .thenComparing(Score.Line::occasion);

    private final ScoreRule rule;
    private final Set<String> parties;
    private final Map<String, Inputs.Holding> holdings = new HashMap<>();
    private final Map<String, List<Score.Line>> lines = new HashMap<>();

    private Scores(Inputs inputs) {
        this.rule = inputs.rule();
        this.parties = new LinkedHashSet<>(inputs.parties());
        inputs.holdings().forEach(h -> holdings.put(h.unit(), h));
        counted(inputs).forEach(this::count);
    }

    /// Units first, then parties, each in the order of rank and name.
    static List<Score> of(Inputs inputs) {
        var scores = new Scores(inputs);
        var units = scores.units();
        return Stream.concat(ranked(units).stream(), ranked(scores.parties(units)).stream())
                .toList();
    }

    private static Stream<Fact> counted(Inputs inputs) {
        var struck = new HashSet<String>();
        inputs.corrections().forEach(c -> struck.add(c.strike()));
        return Stream.concat(
                        inputs.facts().stream(),
                        inputs.corrections().stream()
                                .map(Inputs.Correction::add)
                                .filter(java.util.Objects::nonNull))
                .filter(f -> !struck.contains(f.id()));
    }

    private void count(Fact fact) {
        var roles = new TreeMap<String, Role>();
        for (var part : fact.parts()) {
            roles.merge(part.unit(), part.role(), (a, b) -> a == Role.LEAD ? a : b);
        }
        roles.forEach(
                (unit, role) -> {
                    var all = lines.computeIfAbsent(unit, u -> new ArrayList<>());
                    line(fact, fact.occasion(), role).ifPresent(all::add);
                    if (fact.occasion() == Occasion.ON_TIME) {
                        line(fact, Occasion.EARLY, role).ifPresent(all::add);
                    }
                });
    }

    /// The highest step of an occasion that the days reach, if the rule has one.
    private Optional<Score.Line> line(Fact fact, Occasion occasion, Role role) {
        return rule.points().stream()
                .filter(p -> p.occasion() == occasion && p.fromDays() <= fact.days())
                .max(Comparator.comparingInt(ScoreRule.Points::fromDays))
                .map(p -> line(fact, p, role));
    }

    private static Score.Line line(Fact fact, ScoreRule.Points points, Role role) {
        return new Score.Line(
                fact.id(),
                points.occasion(),
                points.fromDays(),
                fact.commitment(),
                fact.party(),
                fact.on(),
                fact.days(),
                role,
                role == Role.LEAD ? points.lead() : points.cooperating(),
                fact.why(),
                fact.values());
    }

    private List<Score> units() {
        var all = new HashSet<>(holdings.keySet());
        all.addAll(lines.keySet());
        return all.stream().map(this::unit).toList();
    }

    private Score unit(String unit) {
        var holding = holdings.getOrDefault(unit, new Inputs.Holding(unit, 0, 0));
        var own = lines.getOrDefault(unit, List.of()).stream().sorted(ORDER).toList();
        var raw = own.stream().map(Score.Line::points).reduce(rule.base(), BigDecimal::add);
        var score = raw.min(rule.cap()).max(rule.floor());
        return new Score(
                Score.Kind.UNIT,
                unit,
                partyOf(unit),
                holding.led(),
                holding.cooperated(),
                raw,
                score,
                0,
                own);
    }

    private String partyOf(String unit) {
        int slash = unit.indexOf('/');
        var holder = slash < 0 ? unit : unit.substring(0, slash);
        return parties.contains(holder) ? holder : "";
    }

    private List<Score> parties(List<Score> units) {
        return parties.stream()
                .map(p -> party(p, units.stream().filter(u -> u.party().equals(p)).toList()))
                .toList();
    }

    private Score party(String party, List<Score> units) {
        var weights = BigDecimal.ZERO;
        var sum = BigDecimal.ZERO;
        for (var unit : units) {
            var weight = BigDecimal.valueOf(unit.weight());
            weights = weights.add(weight);
            sum = sum.add(unit.score().multiply(weight));
        }
        var mean =
                units.isEmpty() ? rule.base() : sum.divide(weights, DECIMALS, RoundingMode.HALF_UP);
        return new Score(
                Score.Kind.PARTY,
                party,
                party,
                units.stream().mapToInt(Score::led).sum(),
                units.stream().mapToInt(Score::cooperated).sum(),
                mean,
                mean,
                0,
                List.of());
    }

    private static List<Score> ranked(List<Score> scores) {
        var sorted =
                scores.stream()
                        .sorted(
                                Comparator.comparing(Score::score)
                                        .reversed()
                                        .thenComparing(Score::subject))
                        .toList();
        var ranked = new ArrayList<Score>();
        int rank = 1;
        for (int i = 0; i < sorted.size(); i++) {
            boolean tie = i > 0 && sorted.get(i).score().compareTo(sorted.get(i - 1).score()) == 0;
            rank = tie ? rank : i + 1;
            ranked.add(sorted.get(i).ranked(rank));
        }
        return ranked;
    }
}
