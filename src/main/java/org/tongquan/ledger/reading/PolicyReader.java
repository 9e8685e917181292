package org.tongquan.ledger.reading;

import java.util.ArrayList;
import java.util.List;
import org.tongquan.kernel.Problem;
import org.tongquan.ledger.reading.Reading.Reason;
import org.tongquan.ledger.reading.Reading.Refused;
import org.tongquan.ledger.reading.grammar.Assembly;
import org.tongquan.ledger.reading.grammar.Brackets;
import org.tongquan.ledger.reading.grammar.Defaults;
import org.tongquan.ledger.reading.grammar.Draft;
import org.tongquan.ledger.reading.grammar.Heading;
import org.tongquan.ledger.reading.grammar.Outline;
import org.tongquan.ledger.reading.grammar.SubjectUnits;
import org.tongquan.ledger.reading.grammar.Tables;
import org.tongquan.ledger.reading.grammar.UnitNames;
import org.tongquan.ledger.reading.text.Chrome;
import org.tongquan.ledger.reading.text.Damage;
import org.tongquan.ledger.reading.text.Line;
import org.tongquan.ledger.reading.text.Line.Role;
import org.tongquan.ledger.reading.text.Lines;
import org.tongquan.ledger.reading.text.PlainText;
import org.tongquan.ledger.reading.text.Span;
import org.tongquan.ledger.reading.text.TextPlaces;

/// Reads a policy document: articles, commitments, what was skipped and why, problems.
///
/// Deterministic and pure. Units, times, figures and places follow the reading conventions; a
/// person accepts the result row by row.
public final class PolicyReader {
    private static final int SHORTEST = 30;
    private static final int MOST_BACKGROUND = 4;
    private static final double SHARE_OF_CHINESE = 0.2;

    private PolicyReader() {}

    /// @param lexicon the dictionaries in force on the document's date
    public static Reading read(SourceText source, Lexicon lexicon) {
        String original = source.text();
        if (original.isBlank()) {
            return Refused.of(Reason.EMPTY, source.name(), "the text is empty", "send a text");
        }
        if (original.length() > SourceText.LONGEST_TEXT) {
            return Refused.of(
                    Reason.TOO_LARGE, source.name(), "the text is too long", "send it in parts");
        }
        if (FileFormats.isGarbled(original)) {
            return Refused.of(
                    Reason.GARBLED_ENCODING,
                    source.name(),
                    "most characters are damaged",
                    "send the text in UTF-8");
        }
        var places = new TextPlaces(source.name(), original);
        var problems = new ArrayList<>(source.problems());
        var damage = Damage.of(original);
        var rough = PlainText.of(original, damage);
        var breaks = Lines.breaks(rough);
        var plain = rough.without(breaks.stream().map(Lines.Break::gap).toList());
        breaks.stream()
                .filter(Lines.Break::columns)
                .forEach(
                        b ->
                                problems.add(
                                        places.problem(
                                                rough.origin(b.gap().start()),
                                                "a sentence is broken by a line end",
                                                "compare with the original page")));
        return read(plain, lexicon, source, places, problems, damage);
    }

    private static Reading read(
            PlainText plain,
            Lexicon lexicon,
            SourceText source,
            TextPlaces places,
            List<Problem> problems,
            List<Span> damage) {
        String text = plain.text();
        boolean policy = Outline.isNumbered(text);
        var lines = Chrome.roles(text, Lines.of(text), policy);
        var outline = Outline.of(text, lines);
        var headings = outline.headings();
        int bodyStart = bodyStart(text, lines, headings);
        var head = DocumentHead.of(text, lines, bodyStart);
        var blocks = Blocks.of(text, lines, headings);
        int year = DocumentHead.year(text, head);
        var names = new UnitNames(lexicon);
        var brackets = new Brackets(names);
        var assembly =
                new Assembly(
                        text,
                        policy,
                        year,
                        blocks,
                        brackets,
                        new Defaults(names),
                        new SubjectUnits(names, lexicon));
        assembly.run();
        var drafts = new ArrayList<>(assembly.drafts());
        var left = new ArrayList<>(assembly.left());
        Tables.read(text, lines, headings, brackets, drafts, left);
        if (!isPolicy(policy, drafts, left)
                || FileFormats.share(source.text()) < SHARE_OF_CHINESE) {
            return Refused.of(
                    Reason.NO_POLICY,
                    source.name(),
                    "the text lays down nothing: it is no policy document",
                    "send the document itself");
        }
        var articles = Blocks.articles(plain, headings, lines);
        var fields = new Fields(plain, lexicon, year, damage, articles, headings);
        var commitments = fields.of(drafts);
        new Reports(places, problems).add(plain, lines, outline.jumps(), damage);
        return new Read(
                new Read.Head(head.title(), head.number(), head.issuer(), head.issued()),
                articles.values().stream().toList(),
                commitments,
                Accounts.settle(
                        source.text(), commitments, Blocks.skipped(plain, lines, headings, left)),
                problems.stream().limit(500).toList());
    }

    /// A text without numbers in which hardly a sentence lays anything down is no policy.
    private static boolean isPolicy(boolean policy, List<Draft> drafts, List<Assembly.Left> left) {
        long background = left.stream().filter(l -> l.rule().equals("press-background")).count();
        return !drafts.isEmpty() && (policy || background <= MOST_BACKGROUND * drafts.size());
    }

    private static int bodyStart(String text, List<Line> lines, List<Heading> headings) {
        int first = headings.isEmpty() ? text.length() : headings.getFirst().start;
        for (var line : lines) {
            if (line.role() == Role.CONTENT && line.length() >= SHORTEST && line.start() < first) {
                return line.start();
            }
        }
        return first;
    }
}
