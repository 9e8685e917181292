package org.tongquan.ledger.reading.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.reading.Article;
import org.tongquan.ledger.reading.Commitment;
import org.tongquan.ledger.reading.grammar.Brackets.Duty;
import org.tongquan.ledger.reading.grammar.Sentences.Kind;
import org.tongquan.ledger.reading.grammar.Sentences.Piece;
import org.tongquan.ledger.reading.text.Numbering.Style;
import org.tongquan.ledger.reading.text.Span;
import org.tongquan.ledger.reading.text.Words;

/// Goes through the blocks in order, keeps the sentences that are commitments and hands each
// bracket
/// to the sentences it governs: back to the previous bracket, or to the start of its paragraph,
/// measure or article.
public final class Assembly {
    /// Text left out, in units of the normalised text.
    public record Left(int start, int end, String rule) {}

    private static final Pattern BRACKET_TIME =
            Pattern.compile("20\\d\\d年[^，；。]{0,8}(?:前|底|完成|末)|\\d月底前|年底前");
    private static final int SHORTEST_DUTY = 4;

    private final String text;
    private final List<Block> blocks;
    private final List<List<Piece>> pieces;
    private final Brackets brackets;
    private final Defaults defaults;
    private final SubjectUnits subjects;
    private final Skips skips;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();
    private final List<Draft> pending = new ArrayList<>();
    private final Map<Heading, List<Span>> headingBrackets = new HashMap<>();
    private final Reaches reaches = new Reaches();
    private List<Draft> group = new ArrayList<>();
    private boolean justBracketed;
    private SubjectUnits.@Nullable Actors carried;

    public Assembly(
            String text,
            boolean policy,
            int issueYear,
            List<Block> blocks,
            Brackets brackets,
            Defaults defaults,
            SubjectUnits subjects) {
        this.text = text;
        this.blocks = blocks;
        this.brackets = brackets;
        this.defaults = defaults;
        this.subjects = subjects;
        this.pieces = blocks.stream().map(b -> Sentences.of(text, b.start(), b.end())).toList();
        this.skips = new Skips(text, policy, issueYear, blocks, pieces, subjects);
    }

    public List<Draft> drafts() {
        return drafts;
    }

    public List<Left> left() {
        return left;
    }

    public void run() {
        learn();
        for (int b = 0; b < blocks.size(); b++) {
            carried = null;
            for (int k = 0; k < pieces.get(b).size(); k++) {
                var piece = pieces.get(b).get(k);
                if (piece.kind() == Kind.SENTENCE) {
                    sentence(b, k, piece);
                } else {
                    bracket(b, piece);
                }
            }
        }
        var aimed = reaches.aimed(drafts, Reaches.headings(blocks));
        fromAround(aimed);
        fromSentences();
        aimed.stream().filter(a -> a.reach().kind() == Reach.Kind.REST).forEach(this::fromReach);
    }

    private void learn() {
        for (int b = 0; b < blocks.size(); b++) {
            int own = b;
            for (var piece : pieces.get(b)) {
                defaults.learn(text, piece.start(), piece.end(), () -> chapterEnd(own));
            }
        }
    }

    private int chapterEnd(int b) {
        var chapter = top(blocks.get(b).heading());
        for (int i = b + 1; i < blocks.size(); i++) {
            if (top(blocks.get(i).heading()) != chapter) {
                return blocks.get(i).start();
            }
        }
        return text.length();
    }

    private static @Nullable Heading top(@Nullable Heading heading) {
        Heading h = heading;
        while (h != null && h.parent != null) {
            h = h.parent;
        }
        return h;
    }

    private void sentence(int b, int k, Piece piece) {
        String rule = skips.rule(b, k);
        justBracketed = false;
        if (rule != null) {
            left.add(new Left(piece.start(), piece.end(), rule));
            if (rule.equals(Skips.RESPONSIBILITY)) {
                responsibility(new Span(piece.start(), piece.end()), blocks.get(b));
            }
            carried = null;
            return;
        }
        int start = piece.start() + labelEnd(piece);
        if (start > piece.start()) {
            left.add(new Left(piece.start(), start, "label"));
        }
        var draft = new Draft(start, piece.end(), blocks.get(b).heading(), blocks.get(b).line());
        drafts.add(draft);
        pending.add(draft);
        justBracketed = false;
    }

    /// `具体措施：` and its kin stand outside the span.
    private int labelEnd(Piece piece) {
        Matcher m = Words.LEAD_LABEL.matcher(text).region(piece.start(), piece.end());
        boolean label = m.lookingAt() && text.charAt(m.end() - 1) == '：';
        int end = label ? m.end() - piece.start() : 0;
        int from = piece.start() + end;
        while (from < piece.end()
                && ("—- ".indexOf(text.charAt(from)) >= 0 || isCircled(text.charAt(from)))) {
            from++;
        }
        return from < piece.end() ? from - piece.start() : end;
    }

    private static boolean isCircled(char c) {
        return c >= '①' && c <= '⑳';
    }

    private void bracket(int b, Piece piece) {
        left.add(
                new Left(
                        piece.start(),
                        piece.end(),
                        piece.kind() == Kind.LABEL ? "label" : "bracket"));
        var block = blocks.get(b);
        var inside = reaches(inside(piece), block.heading());
        if (inside.length() == 0) {
            return;
        }
        var here = pending.stream().filter(d -> d.isIn(block)).toList();
        List<Draft> governed;
        if (!here.isEmpty()) {
            governed = new ArrayList<>(here);
        } else if (justBracketed && sameHeading(block)) {
            governed = group;
        } else {
            governed = new ArrayList<>(inArticle(block));
        }
        if (governed.isEmpty() && block.heading() != null) {
            headingBrackets.computeIfAbsent(block.heading(), _ -> new ArrayList<>()).add(inside);
            return;
        }
        var given = read(inside);
        governed.forEach(given::to);
        group = governed;
        pending.clear();
        justBracketed = true;
    }

    private boolean sameHeading(Block block) {
        return group.stream().allMatch(draft -> draft.heading == block.heading());
    }

    private List<Draft> inArticle(Block block) {
        var own = pending.stream().filter(d -> d.heading == block.heading()).toList();
        if (!own.isEmpty()) {
            return own;
        }
        Heading article = block.heading();
        while (article != null
                && article.parent != null
                && article.level == Article.Level.MEASURE) {
            article = article.parent;
        }
        var scope = article;
        return pending.stream()
                .filter(
                        d ->
                                scope == null
                                        ? d.heading == null
                                        : d.heading != null && d.heading.within(scope))
                .toList();
    }

    /// What a bracket gives to each sentence it governs.
    private record Given(Duty duty, boolean inherited, List<Span> times) {
        void to(Draft draft) {
            draft.timeLabels.addAll(times);
            if (!duty.isEmpty()) {
                draft.give(duty, inherited);
            }
        }

        void complete(Draft draft) {
            if (draft.timeLabels.isEmpty()) {
                draft.timeLabels.addAll(times);
            }
            if (!duty.isEmpty()) {
                draft.complete(duty, inherited);
            }
        }

        Given asDefault() {
            return new Given(duty, true, times);
        }
    }

    private Span inside(Piece piece) {
        boolean bracket = piece.kind() == Kind.BRACKET;
        int from = bracket ? piece.start() + 1 : piece.start();
        return new Span(from, bracket ? Math.max(from, closing(piece)) : piece.end());
    }

    /// `以下任务由…牵头` as a sentence. Without such words it is like a bracket behind the sentences
    /// of its paragraph, or for all below its heading when it has none before it.
    private void responsibility(Span sentence, Block block) {
        var heading = block.heading();
        var own = reaches(sentence, heading);
        var here = pending.stream().filter(d -> d.isIn(block)).toList();
        if (own.length() == 0) {
            return;
        }
        if (!here.isEmpty()) {
            here.forEach(read(own)::to);
            pending.clear();
        } else if (heading != null) {
            headingBrackets.computeIfAbsent(heading, _ -> new ArrayList<>()).add(own);
        }
    }

    /// Keeps what a text says about other tasks than those before it; gives what it says about
    /// these.
    private Span reaches(Span inside, @Nullable Heading heading) {
        var found = Reach.in(text, inside.start(), inside.end());
        if (found.isEmpty()) {
            return inside;
        }
        var first = found.getFirst();
        if (found.size() == 1 && first.kind() == Reach.Kind.ITEM) {
            return new Span(first.from(), first.end());
        }
        found.forEach(reach -> reaches.add(reach, heading));
        if (found.stream().anyMatch(Reach::looksBack)) {
            pending.clear();
        }
        boolean more = first.start() - inside.start() >= SHORTEST_DUTY;
        return new Span(inside.start(), more ? first.start() : inside.start());
    }

    private Given read(Span inside) {
        int from = inside.start();
        int to = inside.end();
        var times = new ArrayList<Span>();
        var time = Words.DEADLINE_LABEL.matcher(text).region(from, to);
        while (time.find()) {
            times.add(new Span(time.end(), to));
        }
        if (times.isEmpty() && BRACKET_TIME.matcher(text).region(from, to).find()) {
            times.add(new Span(from, to));
        }
        Duty duty = brackets.read(text, from, to);
        if (duty.isEmpty()) {
            return new Given(duty, false, times);
        }
        var completed = defaults.complete(duty, from);
        return new Given(completed.duty(), completed.inherited(), times);
    }

    private int closing(Piece piece) {
        int close = Sentences.closing(text, piece.start(), piece.end());
        return close < 0 ? piece.end() : close;
    }

    /// What stands around a sentence fills what its own bracket leaves open, the nearest first.
    private void fromAround(List<Reaches.Aimed> aimed) {
        for (int depth = Style.values().length + 1; depth >= 0; depth--) {
            for (var draft : drafts) {
                fromHeading(draft, depth);
            }
            for (var one : aimed) {
                if (one.depth() == depth && one.reach().kind() != Reach.Kind.REST) {
                    fromReach(one);
                }
            }
        }
    }

    private void fromReach(Reaches.Aimed aimed) {
        var reach = aimed.reach();
        var given = read(new Span(reach.from(), reach.end()));
        var own = reach.isDefault() ? given.asDefault() : given;
        if (reach.othersTakePart()) {
            aimed.drafts().forEach(Draft::onlyTakesPart);
        }
        aimed.drafts().forEach(own::complete);
    }

    /// A bracket in a heading line governs what below it names nobody in charge.
    private void fromHeading(Draft draft, int depth) {
        for (Heading h = draft.heading; h != null; h = h.parent) {
            var spans = headingBrackets.get(h);
            if (spans == null || h.depth() != depth) {
                continue;
            }
            boolean open = draft.lead.isEmpty();
            boolean undated = draft.timeLabels.isEmpty();
            for (var span : spans) {
                var given = read(span);
                if (undated) {
                    draft.timeLabels.addAll(given.times());
                }
                if (open && !given.duty().isEmpty()) {
                    draft.give(given.duty(), given.inherited());
                }
            }
        }
    }

    private void fromSentences() {
        Draft before = null;
        SubjectUnits.Actors actors = null;
        for (var draft : drafts) {
            boolean carries =
                    before != null
                            && before.line == draft.line
                            && before.heading == draft.heading
                            && text.charAt(before.end - 1) == '；'
                            && draft.start - before.end <= 3;
            var own = draft.bracketed ? null : subjects.in(text, draft.start, draft.end);
            boolean other = SubjectUnits.opensWithOther(text, draft.start, draft.end);
            if (own == null && carries && !other && !draft.bracketed && actors != null) {
                own = new SubjectUnits.Actors(actors.lead(), List.of(), "sentence-carried");
            }
            if (own != null) {
                draft.lead.addAll(own.lead());
                Brackets.addNew(draft.coop, own.coop());
                draft.explicit |= SubjectUnits.saysLead(text, own.lead(), draft.end);
                draft.source = Commitment.LeadSource.SENTENCE;
                draft.rules.put("leadUnits", own.rule());
            }
            actors = own;
            before = draft;
        }
    }
}
