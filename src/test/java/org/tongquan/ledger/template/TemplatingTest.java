package org.tongquan.ledger.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.document.Block;
import org.tongquan.document.OfficialDocument;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.DrivenDoors;
import org.tongquan.ledger.chasing.Chasing;
import org.tongquan.ledger.chasing.Handling;
import org.tongquan.ledger.reporting.Issuing;
import org.tongquan.ledger.reporting.Reporting;

/// Templates of the invented region: edited, edited by two at once, taken back, guarded; documents
/// drawn up before an edit stay as they were.
@HouseTest
class TemplatingTest {
    private static final TemplateKind KIND = TemplateKind.NOTICE;
    private static final String TEXT = "请抓紧办理：{{督办要求}}\n";

    @Autowired private ApplicationContext house;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;

    @Test
    void eachSaveIsAVersionAndAnOlderOneComesBack() {
        var basin = new Basin(house, "basin-template");
        var templating = basin.door(Templating.class);
        var office = basin.office();
        var shipped = templating.current(office, KIND);
        assertThat(shipped.version()).isZero();
        assertThat(templating.save(office, KIND, 0, TEXT)).isEqualTo(new TemplateAnswer.Saved(1));
        assertThat(templating.save(office, KIND, 1, "请办：{{督办要求}}\r\n\r\n"))
                .isEqualTo(new TemplateAnswer.Saved(2));
        assertThat(templating.save(office, KIND, 2, "请办：{{督办要求}}"))
                .isEqualTo(new TemplateAnswer.Same());
        assertThat(templating.takeBack(office, KIND, 2, 1)).isEqualTo(new TemplateAnswer.Saved(3));
        assertThat(templating.current(office, KIND).text()).isEqualTo(TEXT);
        assertThat(templating.takeBack(office, KIND, 3, 0)).isEqualTo(new TemplateAnswer.Saved(4));
        assertThat(templating.current(office, KIND).text().strip())
                .isEqualTo(shipped.text().strip());
        assertThat(templating.takeBack(office, KIND, 4, 9))
                .isEqualTo(new TemplateAnswer.NotFound());
        assertThat(templating.list(office, KIND))
                .extracting(Template::version, Template::takenFrom)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(4, 0),
                        org.assertj.core.groups.Tuple.tuple(3, 1),
                        org.assertj.core.groups.Tuple.tuple(2, null),
                        org.assertj.core.groups.Tuple.tuple(1, null),
                        org.assertj.core.groups.Tuple.tuple(0, null));
    }

    @Test
    void ofTwoWhoEditAtOnceTheSecondIsToldAndNothingIsLost() {
        var basin = new Basin(house, "basin-template-two");
        var templating = basin.door(Templating.class);
        templating.save(basin.office(), KIND, 0, TEXT);
        var answer = templating.save(basin.office(), KIND, 0, "mine {{督办要求}}");
        assertThat(answer)
                .isEqualTo(new TemplateAnswer.Stale(templating.current(basin.office(), KIND)));
        assertThat(templating.current(basin.office(), KIND).text()).isEqualTo(TEXT);
    }

    @Test
    void aFaultyTextIsNotSaved() {
        var basin = new Basin(house, "basin-template-bad");
        var templating = basin.door(Templating.class);
        assertThat(templating.save(basin.office(), KIND, 0, "{{没有}}"))
                .isInstanceOf(TemplateAnswer.Faulty.class);
        assertThat(templating.current(basin.office(), KIND).version()).isZero();
    }

    @Test
    void aReportIssuedBeforeAnEditIsRecountedByItsOwnWording() {
        var basin = new Basin(house, "basin-template-recount");
        var templating = basin.door(Templating.class);
        var reporting = basin.door(Reporting.class);
        var office = basin.office();
        var today = basin.ledger().today();
        var kind = TemplateKind.report(today);
        var first = issue(reporting, basin, today);
        var text = templating.current(office, kind).text() + "特此报告。\n";
        assertThat(templating.save(office, kind, 0, text)).isEqualTo(new TemplateAnswer.Saved(1));
        var second = issue(reporting, basin, today);
        var plain = "只此一句：{{任务数}}项。";
        assertThat(templating.save(office, kind, 1, plain)).isEqualTo(new TemplateAnswer.Saved(2));
        assertThat(reporting.recount(office, first)).contains(true);
        assertThat(reporting.recount(office, second)).contains(true);
        assertThat(reporting.list(office, basin.region()))
                .extracting(r -> r.template())
                .containsExactly(1, 0);
        var wish = new Reporting.Wish(today, "title", "", "");
        var known = basin.ledger().settled(basin.region());
        assertThat(reporting.compose(office, basin.region(), wish, known).orElseThrow().body())
                .containsExactly(new Block.Paragraph("只此一句：6项。"));
    }

    private static java.util.UUID issue(Reporting reporting, Basin basin, LocalDate day) {
        var wish = new Reporting.Wish(day, "title", "", "");
        return ((Issuing.Done) reporting.issue(basin.office(), basin.region(), wish)).id();
    }

    @Test
    void aNoticeIssuedBeforeAnEditStaysAsItWas() {
        var basin = new Basin(house, "basin-template-notice");
        var chasing = basin.door(Chasing.class);
        var office = basin.office();
        var before = notice(basin, "990100");
        var document = chasing.document(office, before).orElseThrow();
        basin.door(Templating.class).save(office, KIND, 0, "标题：催办\n" + TEXT);
        assertThat(chasing.document(office, before)).contains(document);
        var after = chasing.document(office, notice(basin, "990200")).orElseThrow();
        assertThat(after.title()).isEqualTo("催办");
        assertThat(after.body()).containsExactly(new Block.Paragraph("请抓紧办理：do it"));
    }

    private static java.util.UUID notice(Basin basin, String party) {
        var target = new Chasing.Target("y01-locks", party);
        var answer = basin.door(Chasing.class).issue(basin.office(), List.of(target), "do it");
        return ((Handling.Done) answer.getFirst()).subject();
    }

    @Test
    void aDepartmentEditsNoTemplateByDoorOrBySql() {
        var basin = new Basin(house, "basin-template-break");
        var templating = basin.door(Templating.class);
        var unit = basin.unit("990321/shuili");
        assertThat(templating.save(unit, KIND, 0, TEXT)).isEqualTo(new TemplateAnswer.NotYours());
        templating.save(basin.office(), KIND, 0, TEXT);
        assertThat(templating.current(unit, KIND).version()).as("who reads it").isEqualTo(1);
        var mighty = basin.actor("990321/shuili", Power.values());
        assertThatThrownBy(() -> templating.save(mighty, KIND, 1, "x {{督办要求}}"))
                .as("powers that the program believes in do not count in the database")
                .isInstanceOf(DataAccessException.class);
        for (var sql :
                List.of(
                        "update ledger.template set text = 'x'",
                        "delete from ledger.template",
                        "update ledger.issued set template = 7")) {
            assertThatThrownBy(() -> acting.as(basin.office(), () -> db.sql(sql).update()))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
        var stranger = new Actor("x", "elsewhere:office", "elsewhere", java.util.Set.of());
        int seen =
                acting.read(
                        stranger,
                        () ->
                                db.sql("select count(*) from ledger.template")
                                        .query(Integer.class)
                                        .single());
        assertThat(seen).isZero();
    }

    @Test
    void everyTransactionThatLeavesARowLeavesAnEntry() {
        var basin = new Basin(house, "basin-template-doors");
        var templating = basin.door(Templating.class);
        var office = basin.office();
        var doors = new DrivenDoors();
        doors.run("Templating.mayEdit", () -> templating.mayEdit(office));
        doors.run("Templating.save", () -> templating.save(office, KIND, 0, TEXT));
        doors.run("Templating.takeBack", () -> templating.takeBack(office, KIND, 1, 0));
        doors.run("Templating.current", () -> templating.current(office, KIND));
        doors.run("Templating.find", () -> templating.find(office, KIND, 1));
        doors.run("Templating.list", () -> templating.list(office, KIND));
        doors.run(
                "Templating.at",
                () -> templating.at(office, KIND, basin.ledger().settled(basin.region())));
        doors.run(
                "Templating.example", () -> templating.example(KIND, TEXT, basin.ledger().today()));
        doors.requireAll(List.of(Templating.class));
        assertThat(doors.wrote("Templating.save")).contains("ledger.template");
        assertThat(doors.wrote("Templating.takeBack")).contains("ledger.template");
    }

    @Test
    void aWordingOfTheReportIsPreviewedWithTheFiguresOfToday() {
        var basin = new Basin(house, "basin-template-preview");
        var wording = Wording.of(TemplateKind.ANNUAL, "共{{任务数}}项");
        var preview = basin.door(Reporting.class).preview(basin.office(), wording).orElseThrow();
        assertThat(preview.body()).containsExactly(new Block.Paragraph("共6项"));
        assertThat(preview.title()).contains("未印发");
    }

    @Test
    void theExampleSaysThatItsFiguresAreMadeUp() {
        var basin = new Basin(house, "basin-template-example");
        OfficialDocument example =
                basin.door(Templating.class).example(KIND, TEXT, basin.ledger().today());
        assertThat(example.notice()).contains("示例");
        assertThat(example.body()).hasSize(1);
    }
}
