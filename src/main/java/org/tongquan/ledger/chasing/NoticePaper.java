package org.tongquan.ledger.chasing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.document.Block;
import org.tongquan.document.OfficialDocument;
import org.tongquan.ledger.template.Filling;
import org.tongquan.ledger.template.Wording;

/// Composes a notice as an official document from what was issued. Pure: what happened to the
/// notice afterwards changes nothing in it.
final class NoticePaper {
    private static final String NOTICE = "演示数据：本督办单所依据的进展由程序模拟生成";
    /// Longer items are named in the text alone.
    private static final int MOST_TITLE = 40;

    private static final double NAME = 1;
    private static final double VALUE = 3;

    private NoticePaper() {}

    static OfficialDocument compose(Notice.File file, Addressees names, Wording wording) {
        var notice = file.notice();
        var issuer = names.name(notice.issuer());
        var units = String.join("、", notice.units().stream().map(names::name).toList());
        var filling = filling(file, names, units);
        var title = wording.title(filling);
        return OfficialDocument.titled(title.isBlank() ? title(notice) : title, notice.on())
                .issuerHeading(issuer)
                .number("督办" + notice.number())
                .recipients(units)
                .body(wording.body(filling))
                .signatory(issuer)
                .notice(notice.simulated() ? NOTICE : "")
                .done();
    }

    private static Filling filling(Notice.File file, Addressees names, String units) {
        var notice = file.notice();
        return new Filling()
                .word("通知标题", title(notice))
                .word("成员方", names.party(notice.party()))
                .word("事项", notice.item().zh())
                .word("事由", cause(notice))
                .word("责任单位", units)
                .word("督办要求", notice.text())
                .word("签收期限", notice.terms().sign())
                .word("签收截止日", until(file.course().events().getFirst()))
                .word("反馈期限", notice.terms().answer())
                .insert("表：督办事项", () -> List.of(table(notice, names, units)));
    }

    private static String title(Notice notice) {
        var item = notice.item().zh();
        return item.length() <= MOST_TITLE ? "关于“%s”的督办通知".formatted(item) : "督办通知";
    }

    private static String cause(Notice notice) {
        return notice.cause() == Notice.Cause.OVERDUE && notice.lastDay() != null
                ? "已于%s到期，至今未办结".formatted(date(notice.lastDay()))
                : "需要督促办理";
    }

    private static Block table(Notice notice, Addressees names, String units) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("事项", notice.item().zh()));
        rows.add(List.of("出处", notice.item().origin()));
        rows.add(List.of("成员方", names.party(notice.party())));
        rows.add(List.of("责任单位", units));
        rows.add(List.of("办理期限", notice.lastDay() == null ? "文件未定" : date(notice.lastDay())));
        return new Block.Table(
                "",
                List.of(
                        new Block.Column("栏目", NAME, Block.Align.CENTRE),
                        new Block.Column("内容", VALUE, Block.Align.LEFT)),
                rows);
    }

    private static String until(NoticeEvent issued) {
        LocalDate due = issued.due();
        if (due == null) {
            return "";
        }
        return "（即%s前%s）".formatted(date(due), issued.provisional() ? "，当年放假安排公布后以重新推算为准" : "");
    }

    private static String date(@Nullable LocalDate day) {
        return day == null
                ? ""
                : "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
}
