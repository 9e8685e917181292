package org.tongquan.ledger.reading.grammar;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.reading.Lexicon;
import org.tongquan.ledger.reading.text.Numerals;
import org.tongquan.ledger.reading.text.WordTree;

/// Member cities and other places that a sentence names, also inside names of projects, and the
/// collective words that stand for all members.
public final class Places {
    /// What a sentence names; `members` in the order of the region.
    public record Named(List<String> members, boolean all, List<String> others, List<Hit> hits) {}

    /// One occurrence: short name of a member, or of another place.
    public record Hit(String name, boolean member, int start, int end, String rule) {}

    private static final Pattern COLLECTIVE =
            Pattern.compile(
                    "([0-9]{1,2}|[一二两三四五六七八九十]{1,3})个?(?:地级|设区的)?市(?!级|场|民|区|政府|直|属|长|委|县)");
    private static final Pattern EVERY =
            Pattern.compile("(?<!其他)(?:全省)?各(?:地级|设区的)?市(?!级|场|民|区|直|属|长|委|县|（)");
    /// What follows a collective word that is the beginning of another one: 各方面, 双方向.
    private static final Pattern GOES_ON = Pattern.compile("[级场民区直属长委县面力位式向法]");

    /// A collective word that says how many it stands for.
    private static final Pattern COUNTED = Pattern.compile("([0-9]{1,2}|[二两双三四五六七八九十]{1,3}).*");
    private static final String BOTH = "双";

    private static final Pattern OTHER =
            Pattern.compile("(?:其他|其余|其它)(?:各|[0-9一二三四五六七八九]+)?市(?!级|场|民|区|直|属)");
    private static final Pattern ELSEWHERE =
            Pattern.compile(
                    "^(?:湖|湾|江|山|半岛|海峡|大学(?!城)|理工|师范|医科大|学院|合作组织|证券交易所|路|街|银行|烤鸭|协和|电视台|日报|"
                            + "晚报|晨报|海洋大学|"
                            + "石油大学|农业大学|交通大学|外国语|[\\u4e00-\\u9fa5]{0,8}(?:法院|交易所|交易中心|居住证))");

    /// `县级以上`, `3年以上`: the word behind a rank or a quantity, not the beginning of a name.
    private static final Pattern BOUND = Pattern.compile("[级及岁年月天元个家项处座所名户人次%米里吨亩倍成]以$");
    private static final String BOUNDS = "上下内外";

    private record Entry(String name, boolean member) {}

    private final Lexicon lexicon;
    private final WordTree<Entry> tree = new WordTree<>();
    private final WordTree<Boolean> notPlaces = new WordTree<>();
    private final WordTree<Boolean> collectives = new WordTree<>();

    public Places(Lexicon lexicon) {
        this.lexicon = lexicon;
        for (var member : lexicon.members()) {
            var entry = new Entry(member.shortName(), true);
            tree.put(member.name(), entry);
            tree.put(member.shortName(), entry);
            member.aliases().forEach(alias -> tree.put(alias, entry));
        }
        for (var place : lexicon.places()) {
            var entry = new Entry(place.shortName(), false);
            tree.put(place.name(), new Entry(place.name(), false));
            if (place.shortName().length() >= 2) {
                tree.put(place.shortName(), entry);
            }
        }
        lexicon.provinces().stream()
                .filter(name -> name.length() > 2 && name.endsWith("市"))
                .forEach(this::addMunicipality);
        lexicon.notPlaces().forEach(phrase -> notPlaces.put(phrase, true));
        lexicon.collectives().stream()
                .filter(word -> standsForAll(word, lexicon.members().size()))
                .forEach(word -> collectives.put(word, true));
    }

    /// A municipality is a province by rank and a city all the same.
    private void addMunicipality(String name) {
        String bare = name.substring(0, name.length() - 1);
        tree.put(name, new Entry(name, false));
        tree.put(bare, new Entry(bare, false));
    }

    /// @param text the sentence
    /// @param about short name of the member city the article is about, or null
    public Named in(String text, @Nullable String about) {
        var hits = hits(text);
        Set<String> members = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        for (var hit : hits) {
            (hit.member() ? members : others).add(hit.name());
        }
        boolean all = false;
        if (lexicon.members().size() > 1) {
            all = collective(text, hits);
            if (all) {
                lexicon.members().forEach(m -> members.add(m.shortName()));
            } else {
                Matcher rest = OTHER.matcher(text);
                if (rest.find()) {
                    hits.add(
                            new Hit(
                                    rest.group(),
                                    true,
                                    rest.start(),
                                    rest.end(),
                                    "place-other-members"));
                    lexicon.members().stream()
                            .map(Lexicon.Member::shortName)
                            .filter(name -> !name.equals(about))
                            .forEach(members::add);
                }
            }
        }
        var ordered =
                lexicon.members().stream()
                        .map(Lexicon.Member::shortName)
                        .filter(members::contains)
                        .toList();
        return new Named(ordered, all, List.copyOf(others), hits);
    }

    private boolean collective(String text, List<Hit> hits) {
        Matcher counted = COLLECTIVE.matcher(text);
        while (counted.find()) {
            if (Numerals.number(counted.group(1)) == lexicon.members().size()) {
                hits.add(
                        new Hit(
                                counted.group(),
                                true,
                                counted.start(),
                                counted.end(),
                                "place-collective"));
                return true;
            }
        }
        Matcher every = EVERY.matcher(text);
        if (every.find()) {
            hits.add(new Hit(every.group(), true, every.start(), every.end(), "place-collective"));
            return true;
        }
        return declared(text, hits);
    }

    /// Whether the sentence has one of the region's own words for all of its members.
    private boolean declared(String text, List<Hit> hits) {
        for (int i = 0; i < text.length(); i++) {
            var word = collectives.longest(text, i);
            if (word != null
                    && !GOES_ON.matcher(text).region(word.end(), text.length()).lookingAt()) {
                var name = text.substring(i, word.end());
                hits.add(new Hit(name, true, i, word.end(), "place-collective"));
                return true;
            }
        }
        return false;
    }

    /// A word that counts stands for all members only where there are as many.
    private static boolean standsForAll(String word, int members) {
        var counted = COUNTED.matcher(word);
        if (!counted.matches()) {
            return true;
        }
        var number = counted.group(1);
        return members == (number.equals(BOTH) ? 2 : Numerals.number(number));
    }

    private List<Hit> hits(String text) {
        var hits = new ArrayList<Hit>();
        int i = 0;
        while (i < text.length()) {
            var phrase = notPlaces.longest(text, i);
            if (phrase != null) {
                i = phrase.end();
                continue;
            }
            var hit = tree.longest(text, i);
            if (hit == null) {
                i++;
                continue;
            }
            boolean elsewhere =
                    ELSEWHERE.matcher(text).region(hit.end(), text.length()).lookingAt()
                            && !hit.value().member();
            if (!elsewhere && !isBound(text, i)) {
                boolean member = hit.value().member();
                hits.add(
                        new Hit(
                                hit.value().name(),
                                member,
                                i,
                                hit.end(),
                                member ? "place-member" : "place-other"));
            }
            i = isBound(text, i) ? i + 1 : hit.end();
        }
        return hits;
    }

    /// Whether a place that seems to start at `i` straddles a bound and the word behind it.
    private static boolean isBound(String text, int i) {
        return i >= 2
                && BOUNDS.indexOf(text.charAt(i)) >= 0
                && BOUND.matcher(text).region(i - 2, i).find();
    }

    /// The member city a passage speaks of most, the first named on a tie; null when none.
    public @Nullable String mostNamed(String text) {
        var counts = new java.util.LinkedHashMap<String, Integer>();
        for (var hit : hits(text)) {
            if (hit.member()) {
                counts.merge(hit.name(), 1, Integer::sum);
            }
        }
        String best = null;
        int most = 0;
        for (var entry : counts.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                best = entry.getKey();
            }
        }
        return best;
    }
}
