package org.tongquan.ledger.reading.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongquan.ledger.reading.text.Line.Role;

/// Tells the document's own paragraphs from what surrounds them: site furniture, titles, addressee,
/// signature, table of contents, attachments, tables that lost their columns.
public final class Chrome {
    private static final int SHORT = 40;
    private static final int HEADLINE = 32;

    private static final Pattern ATTACHMENT =
            Pattern.compile("^附 ?(?:件|表|录)\\s*[0-9一二三四五六七八九十]{0,3}(?:[：.、 ].*)?$");
    private static final Pattern ADDRESSEE =
            Pattern.compile("^(?:各|市|省|区|县|国务院|全|有关|本|委|直属).{1,160}[：]$");
    private static final Pattern NOTE =
            Pattern.compile(
                    "^[（(](?:此件|此文|本文|联系|主动公开|依申请).{0,30}[）)]$|^抄送.*|"
                            + "^.{0,16}(?:20\\d\\d年\\d{1,2}月\\d{1,2}日)(?:印发|起施行)$");
    private static final Pattern TABLE_NOTE =
            Pattern.compile("^(?:注：|专栏 ?[0-9一二三四五六七八九十]+|表 ?[0-9]+[：. ])");
    private static final Pattern COLUMN_HEAD =
            Pattern.compile(
                    "序号|(?:[一二三]级)?指标(?:名称|含义|说明|性质)?|评价标准|数据来源|(?:牵头|配合|责任|负责|"
                            + "完成)(?:单位|部门|时限|时间)|工作事项|主要内容|工作任务|重点任务|任务|内容|备注|单位|目标值|项目|事项");
    private static final Pattern DOTS = Pattern.compile("[.…·．。 ]*\\d{0,4}$");

    private final String text;
    private final List<Line> lines;
    private final boolean policy;

    private Chrome(String text, List<Line> lines, boolean policy) {
        this.text = text;
        this.lines = new ArrayList<>(lines);
        this.policy = policy;
    }

    /// @param policy whether the text has numbered headings; else it is read as a press text
    public static List<Line> roles(String text, List<Line> lines, boolean policy) {
        var chrome = new Chrome(text, lines, policy);
        if (!policy) {
            chrome.gluedHeadlines();
        }
        chrome.each();
        chrome.contentsTable();
        chrome.attachments();
        chrome.signatures();
        chrome.edges();
        return chrome.lines;
    }

    private void each() {
        boolean tail = false;
        for (int k = 0; k < lines.size(); k++) {
            var line = lines.get(k);
            var role = tail ? Role.SITE_CHROME : roleOf(line);
            boolean closed = k > 0 && isClosing(lines.get(k - 1).role());
            if (closed && own(line).matches("(?:主办|承办)(?:单位)?：.*")) {
                role = Role.SITE_CHROME;
            }
            lines.set(k, line.as(role));
            tail |=
                    role == Role.SITE_CHROME
                            && line.start() * 10L > text.length() * 6L
                            && find(Words.CHROME_ANY, line);
        }
    }

    private static boolean isClosing(Role role) {
        return role == Role.SIGNATURE || role == Role.NOTE || role == Role.SITE_CHROME;
    }

    /// A press page may glue the next headline to the end of a paragraph.
    private void gluedHeadlines() {
        for (int k = 0; k < lines.size(); k++) {
            var line = lines.get(k);
            int stop = line.end() - 1;
            while (stop > line.start() && "。！？；，、”）".indexOf(text.charAt(stop)) < 0) {
                stop--;
            }
            int tail = line.end() - 1 - stop;
            boolean ends = stop - line.start() > HEADLINE && "。！？".indexOf(text.charAt(stop)) >= 0;
            if (ends && tail >= 8 && tail <= HEADLINE) {
                lines.set(k, new Line(line.start(), stop + 1, line.role()));
                lines.add(k + 1, new Line(stop + 1, line.end(), line.role()));
            }
        }
    }

    private Role roleOf(Line line) {
        String own = text.substring(line.start(), Math.min(line.end(), line.start() + 400));
        if (own.startsWith("#") || find(Words.CHROME_ANY, line) && !isNumbered(line)) {
            return Role.SITE_CHROME;
        }
        if (own.indexOf('\t') >= 0) {
            return Role.ROW;
        }
        if (Words.DATE_LINE.matcher(own).matches()) {
            return Role.SIGNATURE;
        }
        if (NOTE.matcher(own).matches()) {
            return Role.NOTE;
        }
        if (line.length() <= 80 && ATTACHMENT.matcher(own).matches()) {
            return Role.ATTACHMENT;
        }
        if (ADDRESSEE.matcher(own).matches() && own.indexOf('。') < 0) {
            return Role.ADDRESSEE;
        }
        if (line.length() <= 40 && Words.DOCUMENT_NUMBER.matcher(own).matches()) {
            return Role.DOCUMENT_NUMBER;
        }
        return isNumbered(line) ? Role.CONTENT : shapeOf(line, own);
    }

    private Role shapeOf(Line line, String own) {
        if (TABLE_NOTE.matcher(own).find()) {
            return Role.FLAT_TABLE;
        }
        boolean sentence = hasStop(line);
        if (!sentence && line.length() <= SHORT) {
            if (Words.LABEL.matcher(own).lookingAt()
                    || Words.DEADLINE_LABEL.matcher(own).lookingAt()) {
                return Role.CONTENT;
            }
            if (find(Words.CHROME_SHORT, line)) {
                return Role.SITE_CHROME;
            }
            if (own.endsWith("：") || own.endsWith("；") || own.startsWith("（")) {
                return Role.CONTENT;
            }
            if (policy) {
                return line.length() <= 28 || Words.TITLE.matcher(own).find()
                        ? Role.TITLE
                        : Role.CONTENT;
            }
            if (isDeck(own)) {
                return Role.NOTE;
            }
            return line.length() <= SHORT ? Role.HEADLINE : Role.SITE_CHROME;
        }
        if (!sentence && !policy && isDeck(own)) {
            return Role.NOTE;
        }
        if (!sentence && Words.TITLE.matcher(own).find() && line.length() <= 80) {
            return Role.TITLE;
        }
        if (!sentence && !policy && find(Words.CHROME_SHORT, line)) {
            return Role.SITE_CHROME;
        }
        return Role.CONTENT;
    }

    /// Several headlines in one line, parted by blanks: what a page says of itself.
    private static boolean isDeck(String own) {
        return own.split(" ").length > 2 && own.indexOf('，') < 0;
    }

    /// A heading that comes twice with nothing but headings between: the first is the contents.
    private void contentsTable() {
        for (int k = 0; k < lines.size(); k++) {
            var line = lines.get(k);
            if (line.length() > SHORT || !isNumbered(line) || hasStop(line)) {
                continue;
            }
            var stem = stem(line);
            for (int j = k + 1; j < Math.min(lines.size(), k + 150); j++) {
                var other = lines.get(j);
                if (hasStop(other) && other.length() > SHORT) {
                    break;
                }
                if (stem.length() > 3 && stem.equals(stem(other))) {
                    lines.set(k, line.as(Role.CONTENTS_TABLE));
                    break;
                }
            }
        }
    }

    /// Numbered remarks behind `注：` belong to the table above them.
    private void tableNotes() {
        for (int k = 0; k < lines.size(); k++) {
            if (!own(lines.get(k)).startsWith("注：") || lines.get(k).role() == Role.ROW) {
                continue;
            }
            lines.set(k, lines.get(k).as(Role.NOTE));
            for (int j = k + 1; j < lines.size() && isRemark(lines.get(j)); j++) {
                lines.set(j, lines.get(j).as(Role.NOTE));
            }
        }
    }

    private boolean isRemark(Line line) {
        return own(line).matches("(?s)(?:\\d{1,2}[.、]|[①-⑳]|（\\d{1,2}）).*");
    }

    private String stem(Line line) {
        return DOTS.matcher(own(line)).replaceAll("").replace(" ", "");
    }

    /// An attachment made of short lines is a table whose columns were lost.
    private void attachments() {
        tableNotes();
        for (int k = 0; k < lines.size(); k++) {
            if (lines.get(k).role() != Role.ATTACHMENT) {
                continue;
            }
            int next = k + 1;
            while (next < lines.size()
                    && own(lines.get(next)).matches("\\d{1,2}[.、].{2,60}")
                    && !hasStop(lines.get(next))
                    && own(lines.get(k)).length() > 5) {
                lines.set(next, lines.get(next).as(Role.ATTACHMENT));
                next++;
            }
            int end = next;
            int shorts = 0;
            int heads = 0;
            while (end < lines.size() && lines.get(end).role() != Role.ATTACHMENT) {
                shorts += isCell(lines.get(end)) ? 1 : 0;
                heads +=
                        end - next < 14 && COLUMN_HEAD.matcher(own(lines.get(end))).matches()
                                ? 1
                                : 0;
                end++;
            }
            boolean rows = lines.subList(next, end).stream().anyMatch(l -> l.role() == Role.ROW);
            if (!rows && (end - next >= 8 && shorts * 2 > end - next || heads >= 2)) {
                for (int j = next; j < end; j++) {
                    if (lines.get(j).role() != Role.SITE_CHROME) {
                        lines.set(j, lines.get(j).as(Role.FLAT_TABLE));
                    }
                }
            }
        }
    }

    /// A short line that is no label nor a heading: perhaps a cell of a table without its columns.
    private boolean isCell(Line line) {
        return line.length() <= 20
                && !hasStop(line)
                && !Words.LABEL.matcher(own(line)).lookingAt()
                && !Words.DEADLINE_LABEL.matcher(own(line)).lookingAt();
    }

    /// Short lines directly above a date are the issuers' names.
    private void signatures() {
        for (int k = 1; k < lines.size(); k++) {
            if (lines.get(k).role() != Role.SIGNATURE) {
                continue;
            }
            for (int j = k - 1; j >= 0 && j >= k - 6; j--) {
                var line = lines.get(j);
                boolean name =
                        !hasStop(line)
                                && line.length() <= 60
                                && !isNumbered(line)
                                && own(line).indexOf('：') < 0
                                && own(line).indexOf('，') < 0;
                if (!name || line.role() == Role.DOCUMENT_NUMBER) {
                    break;
                }
                lines.set(j, line.as(Role.SIGNATURE));
            }
        }
    }

    /// Press texts: headlines stand between paragraphs; outside the body they are furniture.
    private void edges() {
        int first = -1;
        int last = -1;
        for (int k = 0; k < lines.size(); k++) {
            var line = lines.get(k);
            if (line.role() == Role.CONTENT && hasStop(line) && line.length() >= 20) {
                first = first < 0 ? k : first;
                last = k;
            }
        }
        for (int k = 0; k < lines.size(); k++) {
            var line = lines.get(k);
            if (line.role() == Role.HEADLINE && (first < 0 || k < first || k > last)) {
                boolean title = first < 0 && Words.TITLE.matcher(own(line)).find();
                boolean behind = k > last && !title;
                lines.set(k, line.as(behind ? Role.SITE_CHROME : Role.TITLE));
            }
        }
    }

    private boolean isNumbered(Line line) {
        return policy && Numbering.at(text, line.start(), line.end()) != null;
    }

    private boolean hasStop(Line line) {
        return Lines.hasAny(text, line, "。！？");
    }

    private boolean find(Pattern pattern, Line line) {
        Matcher matcher =
                pattern.matcher(text)
                        .region(line.start(), Math.min(line.end(), line.start() + 600));
        matcher.useAnchoringBounds(true);
        return matcher.find();
    }

    private String own(Line line) {
        return text.substring(line.start(), line.end());
    }
}
