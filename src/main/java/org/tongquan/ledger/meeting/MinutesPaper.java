package org.tongquan.ledger.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tongquan.document.Block;
import org.tongquan.document.OfficialDocument;
import org.tongquan.ledger.matter.Bodies;
import org.tongquan.ledger.template.Filling;
import org.tongquan.ledger.template.Wording;

/// Composes minutes (会议纪要) as an official document. Pure: the same meeting gives the same
/// document. Layout: 纪要格式 of GB/T 9704-2012: a heading of its own, no recipients and no seal;
/// who was there, who was excused and who took part without being a member below the text.
final class MinutesPaper {
    private static final String NOTICE = "演示数据：本纪要所依据的进展由程序模拟生成";
    private static final String[] DIGITS = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    private static final int TEN = 10;
    private static final int NOON = 12;

    /// Characters of the red heading that stand on one line.
    private static final int MOST_HEADING = 10;

    private static final double NARROW = 1;
    private static final double WIDE = 4;
    private static final double MIDDLE = 2;

    private final Meeting.File file;
    private final Bodies names;

    private MinutesPaper(Meeting.File file, Bodies names) {
        this.file = file;
        this.names = names;
    }

    static OfficialDocument compose(
            Meeting.File file, Bodies names, LocalDate day, Wording wording) {
        return new MinutesPaper(file, names).compose(day, wording);
    }

    private OfficialDocument compose(LocalDate day, Wording wording) {
        var meeting = file.meeting();
        var meets = names.name(meeting.meets());
        var filling = filling();
        var title = wording.title(filling);
        var usual = meeting.wish().title() + "纪要";
        return OfficialDocument.titled(title.isBlank() ? usual : title, day)
                .issuerHeading(heading(meets))
                .number(meeting.number())
                .body(wording.body(filling))
                .imprint(
                        String.join(
                                "，", meeting.wish().invited().stream().map(names::name).toList()),
                        names.name(meeting.body()),
                        day)
                .notice(meeting.simulated() ? NOTICE : "")
                .done();
    }

    /// A long name stands on a line of its own.
    private static String heading(String meets) {
        var word = meets.endsWith("会议") ? "纪要" : "会议纪要";
        return meets.length() + word.length() > MOST_HEADING ? meets + "\n" + word : meets + word;
    }

    private Filling filling() {
        var meeting = file.meeting();
        var wish = meeting.wish();
        return new Filling()
                .word("会议名称", wish.title())
                .word("会议日期", date(wish.day()))
                .word("上下午", wish.starts().getHour() < NOON ? "上午" : "下午")
                .word("召开机构", names.name(meeting.meets()))
                .word("地点和主持", place(wish))
                .word("编号", meeting.number())
                .insert("正文：各议题", this::points)
                .insert(
                        "表：议定事项清单",
                        () -> file.resolutions().isEmpty() ? List.of() : List.of(table()))
                .insert("清单：出席情况", this::present);
    }

    private List<Block> points() {
        var body = new ArrayList<Block>();
        int n = 0;
        for (var point : file.points()) {
            n++;
            body.add(new Block.Heading(1, numeral(n) + "、" + point.title()));
            file.minutesOf(point.id())
                    .lines()
                    .map(String::strip)
                    .filter(l -> !l.isEmpty())
                    .forEach(l -> body.add(new Block.Paragraph(l)));
            decisions(point).forEach(l -> body.add(new Block.Paragraph(l)));
        }
        return body;
    }

    private List<Block> present() {
        var body = new ArrayList<Block>();
        there(body, "出席：", s -> s.presence() == Meeting.Presence.ATTENDING);
        there(body, "委派代表：", s -> s.presence() == Meeting.Presence.DEPUTY);
        there(body, "请假：", s -> s.presence() == Meeting.Presence.EXCUSED);
        there(body, "缺席：", s -> s.presence() == Meeting.Presence.ABSENT);
        return body;
    }

    private static String place(Meeting.Wish wish) {
        var at = wish.place().isEmpty() ? "" : "在" + wish.place();
        return wish.chair().isEmpty() ? at : at + "由" + wish.chair() + "主持";
    }

    private List<String> decisions(Meeting.Point point) {
        var lines = new ArrayList<String>();
        for (var one : file.resolutions()) {
            var resolution = one.resolution();
            if (resolution.point().equals(point.id())) {
                lines.add(
                        "会议议定：%s（%s）。"
                                .formatted(
                                        withoutStop(resolution.text()), responsible(resolution)));
            }
        }
        return lines;
    }

    private static String withoutStop(String text) {
        return text.endsWith("。") ? text.substring(0, text.length() - 1) : text;
    }

    private String responsible(Resolution resolution) {
        var text = new StringBuilder("牵头单位：").append(units(resolution.lead()));
        if (!resolution.cooperating().isEmpty()) {
            text.append("；配合单位：").append(units(resolution.cooperating()));
        }
        var deadline = resolution.deadline();
        if (deadline != null) {
            text.append("；完成时限：").append(date(deadline));
        }
        return text.toString();
    }

    private String units(List<String> ids) {
        return String.join("、", ids.stream().map(names::name).toList());
    }

    private Block table() {
        var rows = new ArrayList<List<String>>();
        int n = 0;
        for (var one : file.resolutions()) {
            n++;
            var resolution = one.resolution();
            var deadline = resolution.deadline();
            rows.add(
                    List.of(
                            Integer.toString(n),
                            resolution.text(),
                            units(resolution.lead()),
                            deadline == null ? "" : date(deadline)));
        }
        return new Block.Table(
                "议定事项清单",
                List.of(
                        new Block.Column("序号", NARROW, Block.Align.CENTRE),
                        new Block.Column("事项", WIDE, Block.Align.LEFT),
                        new Block.Column("牵头单位", MIDDLE, Block.Align.LEFT),
                        new Block.Column("完成时限", MIDDLE, Block.Align.CENTRE)),
                rows);
    }

    private void there(List<Block> body, String label, Predicate<Meeting.Seat> is) {
        var seats =
                file.meeting().wish().invited().stream()
                        .flatMap(b -> file.attendance().stream().filter(s -> s.body().equals(b)))
                        .filter(is)
                        .map(
                                s ->
                                        s.who().isEmpty()
                                                ? names.name(s.body())
                                                : names.name(s.body()) + "（" + s.who() + "）")
                        .toList();
        if (!seats.isEmpty()) {
            body.add(new Block.Paragraph(label + String.join("，", seats)));
        }
    }

    /// Up to 99 in Chinese numerals.
    static String numeral(int n) {
        if (n < TEN) {
            return DIGITS[n];
        }
        return (n < 2 * TEN ? "" : DIGITS[n / TEN]) + "十" + DIGITS[n % TEN];
    }

    private static String date(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
