package org.tongquan.ledger.chasing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongquan.document.Block;
import org.tongquan.document.OfficialDocument;

/// Composes a notice as an official document from what was issued. Pure: what happened to the
/// notice afterwards changes nothing in it.
final class NoticePaper {
    private static final String NOTICE = "演示数据：本督办单所依据的进展由程序模拟生成";
    /// Longer items are named in the text alone.
    private static final int MOST_TITLE = 40;

    private static final double NAME = 1;
    private static final double VALUE = 3;

    private NoticePaper() {}

    static OfficialDocument compose(Notice.File file, Addressees names) {
        var notice = file.notice();
        var issued = file.course().events().getFirst();
        var issuer = names.name(notice.issuer());
        var units = String.join("、", notice.units().stream().map(names::name).toList());
        var body = new ArrayList<Block>();
        body.add(new Block.Paragraph(opening(notice, names)));
        body.add(new Block.Heading(1, "一、督办事项"));
        body.add(table(notice, names, units));
        body.add(new Block.Heading(1, "二、工作要求"));
        body.add(new Block.Paragraph(notice.text()));
        body.add(new Block.Heading(1, "三、办理时限"));
        body.add(new Block.Paragraph(terms(notice, issued)));
        return OfficialDocument.titled(title(notice), notice.on())
                .issuerHeading(issuer)
                .number("督办" + notice.number())
                .recipients(units)
                .body(body)
                .signatory(issuer)
                .notice(notice.simulated() ? NOTICE : "")
                .done();
    }

    private static String title(Notice notice) {
        var item = notice.item().zh();
        return item.length() <= MOST_TITLE ? "关于“%s”的督办通知".formatted(item) : "督办通知";
    }

    private static String opening(Notice notice, Addressees names) {
        var basis =
                notice.cause() == Notice.Cause.OVERDUE && notice.lastDay() != null
                        ? "已于%s到期，至今未办结".formatted(date(notice.lastDay()))
                        : "需要督促办理";
        return "根据台账记载，%s承担的“%s”%s。现予督办，请按下列要求抓紧办理。"
                .formatted(names.party(notice.party()), notice.item().zh(), basis);
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

    private static String terms(Notice notice, NoticeEvent issued) {
        var sign = "请自本通知印发之日起%d个工作日内签收%s".formatted(notice.terms().sign(), until(issued));
        return sign
                + "；签收后%d个工作日内书面反馈办理情况。经复核属实的予以销号，未落实的退回重办；逾期不签收、不反馈的，按规定逐级报告。"
                        .formatted(notice.terms().answer());
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
