package org.tongquan.ledger.chiefs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tongquan.document.Block;
import org.tongquan.document.OfficialDocument;
import org.tongquan.ledger.chiefs.Account.Sums;

/// Composes the yearly account of a region's chiefs as an official document. Pure.
final class AccountPaper {
    private static final String SIMULATED = "演示数据：本地区台账含程序模拟生成的记录";
    private static final int MOST_LISTED = 60;
    private static final double NAME = 3.2;
    private static final double FIGURE = 1;

    private AccountPaper() {}

    /// What stands on the first page beside the figures.
    record Cover(String issuer, String number, String title, LocalDate day, boolean simulated) {}

    static OfficialDocument compose(Cover cover, List<Account> accounts, Concerned names) {
        var all = Account.total(accounts);
        var before = Account.totalBefore(accounts);
        var body = new ArrayList<Block>();
        body.add(new Block.Paragraph(opening(cover, accounts, all)));
        body.add(new Block.Heading(1, "一、总体情况"));
        body.add(compared(cover.day(), all, before));
        body.add(new Block.Heading(1, "二、各责任人履职情况"));
        if (accounts.isEmpty()) {
            body.add(new Block.Paragraph("无。"));
        } else {
            body.add(table(accounts, names));
        }
        body.add(new Block.Heading(1, "三、需要关注的事项"));
        attention(accounts, names, body);
        body.add(new Block.Heading(1, "四、说明"));
        body.add(new Block.Paragraph(method(cover, accounts)));
        return OfficialDocument.titled(cover.title(), cover.day())
                .issuerHeading(cover.issuer())
                .number(cover.number())
                .body(body)
                .signatory(cover.issuer())
                .notice(cover.simulated() ? SIMULATED : "")
                .done();
    }

    private static String opening(Cover cover, List<Account> accounts, Sums all) {
        return ("截至%s，纳入台账的责任对象%d个。本年应巡查走访%d次，按期完成%d次，次期补巡%d次，未巡%d次；" + "发现问题%d个，已销号%d个，逾期未办结%d个。")
                .formatted(
                        date(cover.day()),
                        accounts.size(),
                        all.owed(),
                        all.done(),
                        all.late(),
                        all.missed(),
                        all.found(),
                        all.closed(),
                        all.overdue());
    }

    private static Block compared(LocalDate day, Sums now, Sums before) {
        var rows =
                List.of(
                        row("应巡查走访（次）", now.owed(), before.owed()),
                        row("按期完成（次）", now.done(), before.done()),
                        row("次期补巡（次）", now.late(), before.late()),
                        row("未巡（次）", now.missed(), before.missed()),
                        row("发现问题（个）", now.found(), before.found()),
                        row("已销号（个）", now.closed(), before.closed()),
                        row("逾期未办结（个）", now.overdue(), before.overdue()),
                        List.of("平均办结天数（天）", mean(now), mean(before), difference(now, before)));
        return new Block.Table(
                "本年与上年同期比较",
                List.of(
                        new Block.Column("指标", NAME, Block.Align.LEFT),
                        new Block.Column(day.getYear() + "年", FIGURE, Block.Align.RIGHT),
                        new Block.Column("上年同期", FIGURE, Block.Align.RIGHT),
                        new Block.Column("增减", FIGURE, Block.Align.RIGHT)),
                rows);
    }

    private static List<String> row(String name, int now, int before) {
        return List.of(name, Integer.toString(now), Integer.toString(before), signed(now - before));
    }

    private static String signed(int difference) {
        return difference > 0 ? "+" + difference : Integer.toString(difference);
    }

    private static String difference(Sums now, Sums before) {
        if (now.closed() == 0 || before.closed() == 0) {
            return "—";
        }
        long tenths = now.meanTenths() - before.meanTenths();
        var sign = tenths > 0 ? "+" : tenths < 0 ? "-" : "";
        return sign + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
    }

    static String mean(Sums sums) {
        return sums.closed() == 0 ? "—" : sums.mean();
    }

    private static Block table(List<Account> accounts, Concerned names) {
        var rows = new ArrayList<List<String>>();
        for (var one : accounts) {
            var object = names.party(one.charge().party()) + one.charge().object().zh();
            if (one.parts().isEmpty()) {
                rows.add(row(object, one.terms().post().zh() + "（未明确）", one.sums()));
            }
            for (var part : one.parts()) {
                rows.add(
                        row(
                                object,
                                one.terms().post().zh() + part.holding().holder(),
                                part.sums()));
            }
        }
        return new Block.Table(
                "",
                List.of(
                        new Block.Column("责任对象", NAME, Block.Align.LEFT),
                        new Block.Column("责任人", NAME, Block.Align.LEFT),
                        new Block.Column("应巡", FIGURE, Block.Align.RIGHT),
                        new Block.Column("按期", FIGURE, Block.Align.RIGHT),
                        new Block.Column("补巡", FIGURE, Block.Align.RIGHT),
                        new Block.Column("未巡", FIGURE, Block.Align.RIGHT),
                        new Block.Column("发现", FIGURE, Block.Align.RIGHT),
                        new Block.Column("销号", FIGURE, Block.Align.RIGHT),
                        new Block.Column("逾期", FIGURE, Block.Align.RIGHT),
                        new Block.Column("平均天数", FIGURE + 0.4, Block.Align.RIGHT)),
                rows);
    }

    private static List<String> row(String object, String who, Sums sums) {
        var figures =
                Stream.of(
                                sums.owed(),
                                sums.done(),
                                sums.late(),
                                sums.missed(),
                                sums.found(),
                                sums.closed(),
                                sums.overdue())
                        .map(n -> Integer.toString(n));
        return Stream.concat(Stream.concat(Stream.of(object, who), figures), Stream.of(mean(sums)))
                .toList();
    }

    private static void attention(List<Account> accounts, Concerned names, List<Block> body) {
        var lines =
                accounts.stream()
                        .filter(a -> a.sums().missed() + a.sums().overdue() > 0)
                        .map(a -> line(a, names))
                        .toList();
        if (lines.isEmpty()) {
            body.add(new Block.Paragraph("无。"));
        }
        int n = 1;
        for (var line : lines.subList(0, Math.min(lines.size(), MOST_LISTED))) {
            body.add(new Block.Paragraph(n++ + "．" + line));
        }
        if (lines.size() > MOST_LISTED) {
            body.add(new Block.Paragraph("其余%d项见台账。".formatted(lines.size() - MOST_LISTED)));
        }
    }

    private static String line(Account one, Concerned names) {
        var parts = new ArrayList<String>();
        if (one.sums().missed() > 0) {
            parts.add("未巡%d次".formatted(one.sums().missed()));
        }
        if (one.sums().overdue() > 0) {
            parts.add("问题逾期未办结%d个".formatted(one.sums().overdue()));
        }
        return "%s%s：%s。"
                .formatted(
                        names.party(one.charge().party()),
                        one.charge().object().zh(),
                        String.join("，", parts));
    }

    private static String method(Cover cover, List<Account> accounts) {
        var rules = accounts.stream().map(a -> a.terms().rule()).distinct().sorted().toList();
        var sources =
                rules.stream()
                        .map(r -> r.startsWith(Chiefs.OFFICE) ? "办公室设置" : r)
                        .distinct()
                        .toList();
        return ("本报告由台账按%s终了时的记录计算。应巡次数按各对象当期的巡查周期计，周期末日计入；同一日多次巡查计一次，"
                        + "某期未巡而次期多巡一次的计为补巡。平均天数为发现至销号的自然日。周期来源：%s。")
                .formatted(date(cover.day()), sources.isEmpty() ? "无" : String.join("、", sources));
    }

    private static String date(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
