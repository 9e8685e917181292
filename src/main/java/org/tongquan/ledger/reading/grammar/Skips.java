package org.tongquan.ledger.reading.grammar;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.reading.Article;
import org.tongquan.ledger.reading.grammar.Sentences.Kind;
import org.tongquan.ledger.reading.grammar.Sentences.Piece;
import org.tongquan.ledger.reading.text.Characters;
import org.tongquan.ledger.reading.text.Numbering;
import org.tongquan.ledger.reading.text.Words;

/// Says which sentences are no commitments, and why: the name of the rule, or null for a
/// commitment.
public final class Skips {
    /// A sentence that says who is responsible for other sentences.
    static final String RESPONSIBILITY = "responsibility";

    private static final int TOPIC = 31;

    private static final Pattern ANNOUNCING = Pattern.compile("发布|印发|获悉|出炉|召开|记者|近日|日前");
    private static final Pattern SIGNATURE =
            Pattern.compile(
                    "^[^，。；：]{0,60}(?:19|"
                            + "20)\\d\\d年\\d{1,2}月\\d{1,2}日(?:（[^）]{0,30}）)?(?:[。]?$|"
                            + "(?!起|前|至|后|以|到)[^，。；]{0,16}$)|"
                            + "^（此[件文][^）]{0,20}）$");
    private static final Pattern PURPOSE =
            Pattern.compile("^为(?:了|进一步|切实|贯彻|深入|规范|加强)?[^。]{4,200}(?:制定本|制订本)[^，。；]{2,16}。$");
    private static final Pattern ATTACHMENT =
            Pattern.compile("^附件[0-9一二三四五六七八九]{0,2}：[^。；]{2,60}$");
    /// What a page says below a text, at the end of a running line.
    private static final Pattern SITE =
            Pattern.compile("^(?:【|[\\[（]?(?:扫一扫|打印|关闭|分享到|返回顶部|上一篇|下一篇|责任编辑|浏览次数))[^，。；！？]*$");
    private static final int LONGEST_FRAME = 60;
    private static final Pattern CONTACT = Pattern.compile("联系人[：:]|联系电话[：:]|咨询电话|邮政编码|联系方式[：:]");
    private static final Pattern LETTER =
            Pattern.compile(
                    "(?:印发给你们|转发给你们|请(?:认真|遵照|结合实际|结合|抓好)?[^，。]{0,14}(?:贯彻)?(?:执行|落实|"
                            + "组织实施)。$|现(?:将|就|提出|予|印发|制定)|制定(?:本|如下)[^，。]{0,12}。$)");
    private static final Pattern GOAL_PARAGRAPH =
            Pattern.compile("^[^，。；：]{0,8}(?:目标|指标)[^，。；：]{0,6}[：。]");
    private static final Pattern DATED =
            Pattern.compile(
                    "(?:到|至|前)?20\\d\\d年(?:底|末|前|，|\\d{1,2}月)|\\d{1,2}月底前|年底前|每(?:年|季度|半年|月)");
    private static final Pattern GOAL_INSIDE = Pattern.compile("，(?:力争|确保|争取)?到20\\d\\d年");
    private static final Pattern PAST =
            Pattern.compile(
                    "^(?:早在|自)?(?:20\\d\\d年(?:\\d{1,2}月)?(?:\\d{1,2}日|底|初)?|"
                            + "\\d{1,2}月\\d{1,2}日)[^。]{0,60}(?:指出|提出|发布|成立|召开|印发|明确|采访|启动|举行|"
                            + "审议)");
    private static final Pattern PRESS_TASK =
            Pattern.compile(
                    "(?:^|[，：；”])(?:[^，。；：]{0,24}?(?:还将|将要|将|要|应|需))?(?:还|也|更|并|高水平|"
                            + "高标准|高质量|高起点|其中|同时|再|一方面|另一方面|是|即|以[^，。；]{2,24})?，?(?:"
                            + Words.TASK.pattern()
                            + ")|(?:^|[，：；])(?:还|更|也|就|不仅)?(?:要|需要|应当)");
    /// What only what is laid down says: a limit, a day from which something holds.
    private static final Pattern PRESS_NORM =
            Pattern.compile(
                    "不低于|不少于|不高于|不超过|不得|控制在|稳定在|"
                            + "及时(?:提请|报请|上报|报告|调整|公布|协调解决)|"
                            + "(?:^|[，；])(?:[^，。；：]{0,12}?)(?:办好|攻克|用好|抓实|加快建[设成])");
    private static final Pattern FROM_DAY =
            Pattern.compile("^(?:自|从)(20\\d\\d)年(?:\\d{1,2}月)?(?:\\d{1,2}日)?起");
    private static final Pattern DONE = Pattern.compile("已|曾|了[，。；]|以来|此前|目前|去年|上年");
    private static final Pattern PRESS_SUMMARY =
            Pattern.compile(
                    "^[^，。；]{2,16}是[^，。；]{4,}(?:城市|之年|地区|省份|基因)|赋予了|将聚力|列为首要内容|四个维度|"
                            + "列为|亮点|路线图|目标在于|的共同基因|带来更|获得感");

    private static final Pattern YEAR_FIRST = Pattern.compile("^(20\\d\\d)年");

    private final String text;
    private final boolean policy;
    private final int issueYear;
    private final List<Block> blocks;
    private final List<List<Piece>> pieces;
    private final SubjectUnits subjects;
    private final Topics topics;
    private @Nullable Block asked;
    private boolean announced;
    private boolean sectionSeen;
    private int framedLine = -1;
    private int judgedBlock = -1;
    private int judged = -1;
    private @Nullable String judgedRule;

    public Skips(
            String text,
            boolean policy,
            int issueYear,
            List<Block> blocks,
            List<List<Piece>> pieces,
            SubjectUnits subjects) {
        this.subjects = subjects;
        this.topics = new Topics(text, policy, blocks, pieces);
        this.text = text;
        this.policy = policy;
        this.issueYear = issueYear;
        this.blocks = blocks;
        this.pieces = pieces;
    }

    /// The rule by which sentence `k` of block `b` is no commitment, or null.
    public @Nullable String rule(int b, int k) {
        if (b != judgedBlock || k != judged) {
            judgedRule = judge(b, k);
            judgedBlock = b;
            judged = k;
        }
        return judgedRule;
    }

    private @Nullable String judge(int b, int k) {
        var block = blocks.get(b);
        var piece = pieces.get(b).get(k);
        int end = Math.min(piece.end(), piece.start() + Sentences.LONGEST);
        String own = text.substring(piece.start(), end);
        String general = general(own, piece, block);
        if (general != null) {
            return general;
        }
        String placed = policy ? inPolicy(b, k, own) : inPress(b, k, own);
        if (placed != null) {
            return placed;
        }
        if (topics.isTopic(b, k, own)) {
            return "topic-sentence";
        }
        if (Words.DEFINITION.matcher(own).find() && !DATED.matcher(own).find()) {
            return "definition";
        }
        return Words.SIGNIFICANCE.matcher(own).find() && !own.contains("切实") && !governed(b, k)
                ? "significance"
                : null;
    }

    private @Nullable String general(String own, Piece piece, Block block) {
        int han = 0;
        for (int i = 0; i < own.length(); i++) {
            han += Characters.isHan(own.charAt(i)) ? 1 : 0;
        }
        if (han < 3) {
            return "fragment";
        }
        if (SIGNATURE.matcher(own).matches()) {
            return "signature";
        }
        if (PURPOSE.matcher(own).find()) {
            return "purpose";
        }
        if (ATTACHMENT.matcher(own).find()) {
            return "attachment";
        }
        if (CONTACT.matcher(own).find()) {
            return "contact";
        }
        if (own.length() <= LONGEST_FRAME
                && piece.end() == block.end()
                && SITE.matcher(own).find()) {
            return "site-chrome";
        }
        if (Reach.isStatement(own)) {
            return RESPONSIBILITY;
        }
        if (own.endsWith("：") && own.length() <= 80) {
            return "lead-in";
        }
        if (Words.GUIDING.matcher(own).find()) {
            return "guiding";
        }
        if (policy && Words.BACKGROUND.matcher(own).find()) {
            return "background";
        }
        if (Words.TAKEN_UP.matcher(own).find()) {
            return "lead-in";
        }
        return Defaults.isStatement(own) ? "default" : null;
    }

    private @Nullable String inPolicy(int b, int k, String own) {
        var block = blocks.get(b);
        if (block.heading() == null) {
            boolean goal =
                    GOAL_PARAGRAPH.matcher(text).region(block.start(), block.end()).lookingAt();
            boolean dated = Words.GOAL_START.matcher(body(own)).find() && !isPast(body(own));
            boolean mixed = text.startsWith("总体要求", block.start());
            return goal && !mixed || dated
                    ? null
                    : LETTER.matcher(own).find() ? "letter" : "preamble";
        }
        String guiding = guiding(block.heading(), own);
        if (guiding != null) {
            return guiding.isEmpty() ? null : guiding;
        }
        boolean leadIn = isLeadIn(block, block.heading(), own) && !hasBracket(b);
        if ((leadIn || isBehindSentence(b, k)) && Brackets.isDuty(own)) {
            return RESPONSIBILITY;
        }
        if (leadIn) {
            return "lead-in";
        }
        return null;
    }

    private boolean isBehindSentence(int b, int k) {
        return k > 0 && pieces.get(b).get(k - 1).kind() == Kind.SENTENCE;
    }

    /// Text between a chapter's heading and its first article, or in a paragraph of its own between
    /// an article's heading and its first measure.
    private static boolean isLeadIn(Block block, Heading heading, String own) {
        return heading.children
                && heading.style != Numbering.Style.CLAUSE_WORD
                && (heading.level == Article.Level.CHAPTER || block.opensLine())
                && !DATED.matcher(own).find();
    }

    /// A rule name under a guiding heading, the empty string for a goal, null for neither.
    private @Nullable String guiding(Heading heading, String own) {
        for (Heading h = heading; h != null; h = h.parent) {
            String title = h.title(text);
            boolean guides = Words.GUIDING_TITLE.matcher(title).find();
            boolean goal = Words.GOAL_TITLE.matcher(title).find();
            if (guides) {
                boolean principle = title.contains("原则") && !goal;
                boolean outcome =
                        Words.GOAL_START.matcher(body(own)).find()
                                || GOAL_INSIDE.matcher(own).find();
                if (goal && h == heading && !title.contains("原则")) {
                    return outcome || DATED.matcher(own).find() ? "" : "guiding";
                }
                return !principle && outcome ? "" : principle ? "principle" : "guiding";
            }
            if (goal) {
                return h == heading && heading.children && !DATED.matcher(own).find()
                        ? "lead-in"
                        : null;
            }
        }
        return null;
    }

    private boolean isPast(String own) {
        Matcher year = YEAR_FIRST.matcher(own);
        return year.find() && Integer.parseInt(year.group(1)) < issueYear;
    }

    private static String body(String line) {
        String own = line.replaceFirst("^[—\\-·●◆■*]+", "");
        Matcher label = Words.LEAD_LABEL.matcher(own);
        return label.find() ? own.substring(label.end()) : own;
    }

    private @Nullable String inPress(int b, int k, String own) {
        var block = blocks.get(b);
        sectionSeen |= block.heading() != null;
        if (framedLine == block.line() && k > 0) {
            return "press-framing";
        }
        boolean opening = !sectionSeen && announces(block);
        boolean repeated = opening && repeats(own, block);
        boolean past = k == 0 && PAST.matcher(own).find() && !own.contains("《意见》提出");
        if (past || repeated || opening && !Words.GOAL_START.matcher(withoutSource(own)).find()) {
            framedLine = past ? block.line() : framedLine;
            return "press-framing";
        }
        if (Words.FRAMING.matcher(own).find() || PRESS_SUMMARY.matcher(own).find()) {
            return isShort(own) && own.contains("将聚力") ? "topic-sentence" : "press-framing";
        }
        var piece = pieces.get(b).get(k);
        boolean task =
                goesOn(b, k)
                        || PRESS_TASK.matcher(own).find()
                        || laysDown(own)
                        || subjects.in(text, piece.start(), piece.end()) != null;
        return task ? null : "press-background";
    }

    private boolean laysDown(String own) {
        Matcher day = FROM_DAY.matcher(own);
        boolean coming = day.find() && Integer.parseInt(day.group(1)) >= issueYear;
        return (coming || PRESS_NORM.matcher(own).find()) && !DONE.matcher(own).find();
    }

    /// Behind the semicolon of a task comes another one.
    private boolean goesOn(int b, int k) {
        var list = pieces.get(b);
        return k > 0
                && list.get(k - 1).kind() == Kind.SENTENCE
                && text.charAt(list.get(k - 1).end() - 1) == '；'
                && rule(b, k - 1) == null;
    }

    /// Whether the opening only says what a later sentence says in full.
    private boolean repeats(String own, Block block) {
        String core = withoutSource(own);
        String start = core.substring(0, Math.min(24, core.length()));
        return text.indexOf(start, block.end()) >= 0;
    }

    private static String withoutSource(String own) {
        int comma = own.indexOf('，');
        return (own.startsWith("根据") || own.startsWith("按照")) && comma > 0
                ? own.substring(comma + 1)
                : own;
    }

    /// The reporter's opening paragraph: it announces the document and sums it up. Asked once for
    /// each block, however many sentences it has.
    private boolean announces(Block block) {
        if (!block.equals(asked)) {
            asked = block;
            announced = ANNOUNCING.matcher(text.substring(block.start(), block.end())).find();
        }
        return announced;
    }

    private boolean isShort(String own) {
        return own.length() <= TOPIC + 10;
    }

    private boolean hasBracket(int b) {
        return pieces.get(b).stream().anyMatch(p -> p.kind() != Kind.SENTENCE);
    }

    private boolean governed(int b, int k) {
        var list = pieces.get(b);
        return list.subList(k, list.size()).stream().anyMatch(p -> p.kind() == Kind.BRACKET);
    }
}
