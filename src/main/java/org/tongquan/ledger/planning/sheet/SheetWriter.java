package org.tongquan.ledger.planning.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.tongquan.ledger.planning.PlanItem;
import org.tongquan.ledger.sheet.Cell;
import org.tongquan.ledger.sheet.Listing;
import org.tongquan.ledger.sheet.Workbook;

/// Writes the items of a plan as a workbook.
final class SheetWriter {
    private static final String ITEMS = "事项 Items";

    private static final List<String> LINES =
            List.of(
                    "修改后在计划页面“导入”。未改动的行不产生任何变化；有任何错误时，全部不导入并列出单元格。",
                    "新增事项：编号和版本留空。缺少的行不会被删除，请在页面上删除。",
                    "日期写作 2026-06-30。成员、牵头单位、前置事项用顿号分隔。配合单位每行一个，写作“单位：分工”。",
                    "节点每行一个，写作“2026-06-30 50% 说明”。编号、版本两列请勿修改。",
                    "Edit, then import on the plan's page. Rows not edited change nothing; with any"
                            + " fault nothing is imported and the cells are named.",
                    "A new item has neither ID nor revision. Rows left out are not removed.",
                    "Days as 2026-06-30; members, lead units and items waited for separated by 、;"
                            + " one cooperating unit a line as unit：work; one milestone a line as"
                            + " 2026-06-30 50% text.");

    private final Words words;

    SheetWriter(Words words) {
        this.words = words;
    }

    byte[] write(List<PlanItem> items) {
        return Workbook.of(
                new Listing(
                        ITEMS,
                        Column.headings(),
                        Column.TEXT_EN.ordinal(),
                        items.stream().map(this::row).toList(),
                        LINES));
    }

    private List<Cell> row(PlanItem item) {
        var row = new ArrayList<Cell>();
        Arrays.stream(Column.values()).forEach(column -> row.add(cell(column, item)));
        return row;
    }

    private Cell cell(Column column, PlanItem item) {
        return switch (column) {
            case ID -> Cell.of(item.id());
            case REVISION -> Cell.of(item.revision());
            case PARENT -> Cell.of(item.parent());
            case TEXT -> Cell.of(item.textZh());
            case TEXT_EN -> Cell.of(item.textEn());
            case CATEGORY -> Cell.of(words.category(item.category()));
            case START -> Cell.of(item.start());
            case DEADLINE -> Cell.of(item.deadline());
            case PARTIES -> Cell.of(words.parties(item.parties()));
            case LEAD -> Cell.of(units(item.lead()));
            case SHARES -> Cell.of(shares(item));
            case RESPONSIBLE -> Cell.of(item.responsible());
            case WEIGHT -> Cell.of(item.weight());
            case MILESTONES -> Cell.of(milestones(item));
            case DEPENDS -> Cell.of(String.join("、", item.depends()));
        };
    }

    private String units(List<String> ids) {
        return ids.stream().map(words::unit).collect(Collectors.joining("、"));
    }

    private String shares(PlanItem item) {
        return item.shares().stream()
                .map(s -> words.unit(s.unit()) + (s.work().isEmpty() ? "" : "：" + s.work()))
                .collect(Collectors.joining("\n"));
    }

    private static String milestones(PlanItem item) {
        return item.milestones().stream()
                .map(m -> (m.due() + " " + m.percent() + "% " + m.text()).strip())
                .collect(Collectors.joining("\n"));
    }
}
