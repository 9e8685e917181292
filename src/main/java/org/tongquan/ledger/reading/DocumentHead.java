package org.tongquan.ledger.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongquan.ledger.reading.text.Line;
import org.tongquan.ledger.reading.text.Line.Role;
import org.tongquan.ledger.reading.text.Numerals;
import org.tongquan.ledger.reading.text.Words;

/// Title, number, issuer and date of a document.
final class DocumentHead {
    private static final Pattern DATE =
            Pattern.compile("((?:19|20)\\d\\d)(?:年|-|/|\\.)(\\d{1,2})(?:月|-|/|\\.)(\\d{1,2})日?");
    private static final Pattern CHINESE_DATE =
            Pattern.compile(
                    "(二[〇○零Oo0][〇○零一二三四五六七八九Oo0]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日");
    private static final Pattern END_DATE =
            Pattern.compile(
                    "((?:19|20)\\d\\d)年(\\d{1,2})月(\\d{1,2})日(?:（此[件文][^）]{0,20}）)?[。\\s]*$");
    private static final Pattern ISSUER =
            Pattern.compile("^(.{2,40}?(?:府|院|厅|部|委|局|署|办|会|组|公室|部门))(?:等\\d*部门)?(?:关于|印发|转发)");
    private static final Pattern YEAR_OF_PLAN =
            Pattern.compile("(20\\d\\d)年(?:度)?[^（）]{0,12}(?:要点|计划|任务|清单|方案|安排|通知)");
    private static final Pattern DAY = Pattern.compile("(20\\d\\d)年\\d{1,2}月\\d{1,2}日");
    private static final Pattern MADE =
            Pattern.compile(
                    "^（(?:19|20)\\d\\d年\\d{1,2}月\\d{1,2}日[^）]{0,40}(?:公布|通过|发布|修正|修订)|"
                            + "(?:成文日期|印发日期|发文日期|发布日期|发布时间|时间)[：]?\\s*$|(?:成文日期|发布日期|发布时间|时间)[：]|"
                            + "^20\\d\\d[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?[ \u3000]*(?:\\d{1,2}[:"
                            + "：]\\d\\d|来源|$)");

    private final String text;
    private final List<Line> lines;
    private final int bodyStart;

    private DocumentHead(String text, List<Line> lines, int bodyStart) {
        this.text = text;
        this.lines = lines;
        this.bodyStart = bodyStart;
    }

    /// @param bodyStart where the first heading or the first paragraph starts
    static Read.Head of(String text, List<Line> lines, int bodyStart) {
        var head = new DocumentHead(text, lines, bodyStart);
        String number = head.number();
        String title = head.title(number);
        return new Read.Head(title, number, head.issuer(title), head.issued());
    }

    /// Year of issue: of the date, else of the number, else of any number near the start; or 0.
    static int year(String text, Read.Head head) {
        if (head.issued() != null) {
            return head.issued().getYear();
        }
        String near =
                head.number().isEmpty()
                        ? text.substring(0, Math.min(400, text.length()))
                        : head.number();
        Matcher number = Words.DOCUMENT_NUMBER.matcher(near);
        if (number.find()) {
            return Integer.parseInt(number.group(1));
        }
        Matcher plan = YEAR_OF_PLAN.matcher(head.title());
        if (plan.find()) {
            return Integer.parseInt(plan.group(1));
        }
        Matcher day = DAY.matcher(text).region(0, Math.min(400, text.length()));
        return day.find() ? Integer.parseInt(day.group(1)) : 0;
    }

    private String number() {
        for (var line : lines) {
            if (line.start() >= bodyStart) {
                break;
            }
            String own = own(line);
            Matcher number = Words.DOCUMENT_NUMBER.matcher(own);
            boolean place =
                    line.role() == Role.DOCUMENT_NUMBER
                            || line.role() == Role.TITLE
                            || line.role() == Role.ADDRESSEE
                            || line.role() == Role.SITE_CHROME
                                    && own.length() < 60
                                    && !own.startsWith("#");
            if (place && number.find()) {
                String found = number.group();
                int label =
                        found.lastIndexOf('见') >= 0 && found.contains("意见")
                                ? found.lastIndexOf('见') + 1
                                : 0;
                return found.substring(label).replaceFirst("^(?:文号|发文字号|字号|号)", "");
            }
        }
        return "";
    }

    private String title(String number) {
        var title = new StringBuilder();
        boolean complete = false;
        for (var line : lines) {
            if (line.start() >= bodyStart || complete) {
                break;
            }
            String own = own(line);
            if (line.role() == Role.ADDRESSEE
                    && title.isEmpty()
                    && !number.isEmpty()
                    && own.indexOf(number) > 4) {
                return own.substring(0, own.indexOf(number));
            }
            if (line.role() != Role.TITLE && line.role() != Role.HEADLINE || own.length() > 120) {
                if (!title.isEmpty() && line.role() != Role.SITE_CHROME) {
                    break;
                }
                continue;
            }
            if (title.toString().contains(own)) {
                continue;
            }
            if (own.startsWith("专栏") || isBanner(own, title)) {
                continue;
            }
            title.append(own);
            complete = Words.TITLE.matcher(own).find() || title.length() > 90;
        }
        return title.toString();
    }

    private boolean isBanner(String own, StringBuilder title) {
        return title.isEmpty() && own.length() < 6;
    }

    private String issuer(String title) {
        Matcher issuer = ISSUER.matcher(title);
        if (issuer.find()) {
            return issuer.group(1);
        }
        for (var line : lines) {
            String own = own(line);
            if (line.role() == Role.SIGNATURE && !DATE.matcher(own).find() && own.length() < 40) {
                return own;
            }
        }
        return "";
    }

    private @Nullable LocalDate issued() {
        for (var line : lines) {
            if (line.role() == Role.SIGNATURE && line.start() >= 0) {
                var date = date(own(line));
                if (date != null) {
                    return date;
                }
            }
        }
        for (int k = lines.size() - 1; k >= 0; k--) {
            var line = lines.get(k);
            if (line.role() == Role.CONTENT || line.role() == Role.NOTE) {
                int from = Math.max(line.start(), line.end() - 80);
                Matcher m = END_DATE.matcher(text).region(from, line.end());
                if (m.find()) {
                    return date(m.group());
                }
            }
        }
        for (int k = 0; k < lines.size(); k++) {
            String own = own(lines.get(k));
            if (own.length() < 120 && MADE.matcher(own).find()) {
                var date = date(own);
                if (date == null && k + 1 < lines.size() && lines.get(k + 1).length() < 30) {
                    date = date(own(lines.get(k + 1)));
                }
                if (date != null) {
                    return date;
                }
            }
        }
        return null;
    }

    static @Nullable LocalDate date(String own) {
        try {
            Matcher m = DATE.matcher(own);
            if (m.find()) {
                return LocalDate.of(
                        Integer.parseInt(m.group(1)),
                        Integer.parseInt(m.group(2)),
                        Integer.parseInt(m.group(3)));
            }
            m = CHINESE_DATE.matcher(own);
            if (m.find()) {
                String year = m.group(1).replaceAll("[○零Oo0]", "〇");
                return LocalDate.of(
                        Numerals.year(year),
                        Numerals.chinese(m.group(2)),
                        Numerals.chinese(m.group(3)));
            }
        } catch (DateTimeException e) {
            return null;
        }
        return null;
    }

    private String own(Line line) {
        return text.substring(line.start(), line.end());
    }
}
