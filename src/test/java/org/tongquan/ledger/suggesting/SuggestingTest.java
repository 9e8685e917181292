package org.tongquan.ledger.suggesting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.host.HouseClock;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.DrivenDoors;
import org.tongquan.ledger.handover.HandingOver;
import org.tongquan.ledger.suggesting.Handling.Shown;

/// Suggestions of the public from the form to the answer, in the invented region, and what
/// strangers try by SQL with the application's own role.
@HouseTest
class SuggestingTest {
    private static final String UNIT = "990321/shuili";
    private static final String BANK = "y01-county-bank";
    private static final Wanted ALL = new Wanted(Wanted.Which.ALL, "", null);

    @Autowired private ApplicationContext house;
    @Autowired private HouseClock clock;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;
    @Autowired private Suggesting suggesting;
    @Autowired private Moderating moderating;
    @Autowired private Arrivals arrivals;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    private static NewSuggestion suggestion(String title) {
        return new NewSuggestion("", title, title + "，" + title + "，请予考虑。", "");
    }

    private NewSuggestion inCategory(Basin basin, NewSuggestion plain) {
        var category =
                basin.door(org.tongquan.compact.Compacts.class)
                        .inForce(basin.region(), basin.ledger().today())
                        .orElseThrow()
                        .categories()
                        .getFirst()
                        .id();
        return new NewSuggestion(category, plain.title(), plain.text(), plain.contact());
    }

    private Visit visit(String address) {
        var form = suggesting.open();
        clock.moveTo(clock.instant().plus(OpenForms.LEAST_OPEN));
        return new Visit(address, form, "", true);
    }

    private Submission.Filed file(Basin basin, String title) {
        var sent = inCategory(basin, suggestion(title));
        var address = UUID.randomUUID().toString();
        return (Submission.Filed)
                suggesting.submit(Actor.PUBLIC, basin.region(), sent, visit(address));
    }

    private Handling seen(Basin basin, UUID id) {
        return moderating.find(basin.office(), id).orElseThrow().handling();
    }

    @Test
    void aSuggestionIsPublishedAssignedLinkedAnsweredAndTrackedByItsCode() {
        var basin = new Basin(house, "basin-suggest");
        var filed = file(basin, "在河岸增设夜间照明");
        assertThat(suggesting.find(filed.id())).as("not published yet").isEmpty();
        var tracked = suggesting.track(basin.region(), filed.code()).orElseThrow();
        assertThat(tracked.handling().stage()).isEqualTo("pending");
        assertThat(suggesting.track(basin.region(), "AAAAA-AAAAA-AAAAA-AAAAA")).isEmpty();
        var office = basin.office();
        var unit = basin.unit(UNIT);
        assertThat(moderating.find(unit, filed.id())).isEmpty();
        assertThat(moderating.publish(office, filed.id(), 0)).isInstanceOf(done());
        assertThat(moderating.publish(office, filed.id(), 0))
                .isEqualTo(refused(SuggestionFault.CHANGED_MEANWHILE));
        assertThat(moderating.assign(office, filed.id(), 1, "990321/nobody"))
                .isEqualTo(refused(SuggestionFault.UNIT));
        assertThat(moderating.assign(office, filed.id(), 1, UNIT)).isInstanceOf(done());
        assertThat(moderating.link(office, filed.id(), 2, "no-such-item"))
                .isEqualTo(refused(SuggestionFault.COMMITMENT));
        assertThat(moderating.link(office, filed.id(), 2, BANK)).isInstanceOf(done());
        assertThat(moderating.answer(basin.unit("990200/huanjing"), filed.id(), 3, "代答"))
                .isEqualTo(refused(SuggestionFault.NOT_YOURS));
        // fifteen workdays are over after five weeks, whatever holidays lie between
        clock.moveTo(clock.instant().plusSeconds(35 * 86_400));
        assertThat(seen(basin, filed.id()).overdue()).isTrue();
        assertThat(moderating.answer(unit, filed.id(), 3, "已列入计划")).isInstanceOf(done());
        var shown = suggesting.find(filed.id()).orElseThrow();
        assertThat(shown.handling().answer()).isEqualTo("已列入计划");
        assertThat(shown.handling().wasLate()).isTrue();
        assertThat(shown.handling().commitment()).isEqualTo(BANK);
        assertThat(shown.handling().rule()).isEqualTo("suggestions-2020");
        var answered = new Wanted(Wanted.Which.ANSWERED, "照明", null);
        assertThat(suggesting.published(basin.region(), answered)).hasSize(1);
        assertThat(suggesting.published(basin.region(), new Wanted(Wanted.Which.OPEN, "", null)))
                .isEmpty();
    }

    @Test
    void whatReadsAlikeIsOfferedAndFiledOnlyWhenTheWriterSaysSo() {
        var basin = new Basin(house, "basin-alike");
        var first = file(basin, "增加跨市公交班次方便通勤");
        var again = inCategory(basin, suggestion("增加跨市公交班次方便上学"));
        assertThat(suggesting.alike(basin.region(), again)).as("nothing is published").isEmpty();
        moderating.publish(basin.office(), first.id(), 0);
        var visit = visit("a");
        var unsure = new Visit("a", visit.form(), "", false);
        var offered = suggesting.submit(Actor.PUBLIC, basin.region(), again, unsure);
        assertThat(((Submission.Alike) offered).likes())
                .singleElement()
                .extracting(Submission.Like::id)
                .isEqualTo(first.id());
        assertThat(suggesting.submit(Actor.PUBLIC, basin.region(), again, visit))
                .isInstanceOf(Submission.Filed.class);
        var other = inCategory(basin, suggestion("公园里多种一些银杏树"));
        assertThat(suggesting.alike(basin.region(), other)).isEmpty();
    }

    @Test
    void theSixthFromOneAddressWithinTheHourIsHeldBackAndAnotherAddressIsNot() {
        var basin = new Basin(house, "basin-flood");
        for (int i = 0; i < Arrivals.MOST_OF_ADDRESS; i++) {
            var sent = inCategory(basin, suggestion("第" + i + "条不同的建议"));
            assertThat(suggesting.submit(Actor.PUBLIC, basin.region(), sent, visit("one")))
                    .isInstanceOf(Submission.Filed.class);
        }
        var sent = inCategory(basin, suggestion("又一条建议"));
        assertThat(suggesting.submit(Actor.PUBLIC, basin.region(), sent, visit("one")))
                .isEqualTo(new Submission.Refused(List.of(SuggestionFault.TOO_MANY)));
        assertThat(suggesting.submit(Actor.PUBLIC, basin.region(), sent, visit("two")))
                .isInstanceOf(Submission.Filed.class);
        clock.moveTo(clock.instant().plus(Arrivals.WINDOW));
        assertThat(suggesting.submit(Actor.PUBLIC, basin.region(), sent, visit("one")))
                .isInstanceOf(Submission.Filed.class);
        clock.moveTo(clock.instant().plus(Arrivals.KEPT).plusSeconds(1));
        arrivals.begin(basin.region(), basin.ledger().today());
        assertThat(count(basin.office(), basin, "ledger.suggestion_attempt")).isZero();
    }

    @Test
    void allThatIsWrongWithAFormIsToldAtOnce() {
        var basin = new Basin(house, "basin-form");
        var sent = new NewSuggestion("no-field", "短", "短", "x".repeat(101));
        var visit = new Visit("a", "1.forged", "http://spam", true);
        assertThat(suggesting.submit(Actor.PUBLIC, basin.region(), sent, visit))
                .isEqualTo(
                        new Submission.Refused(
                                List.of(
                                        SuggestionFault.TITLE,
                                        SuggestionFault.TEXT,
                                        SuggestionFault.CONTACT,
                                        SuggestionFault.CATEGORY,
                                        SuggestionFault.TRAP,
                                        SuggestionFault.EXPIRED)));
        var good = inCategory(basin, suggestion("建议增设公共座椅"));
        var quick = new Visit("a", suggesting.open(), "", true);
        assertThat(suggesting.submit(Actor.PUBLIC, basin.region(), good, quick))
                .isEqualTo(new Submission.Refused(List.of(SuggestionFault.TOO_FAST)));
        var late = visit("a");
        clock.moveTo(clock.instant().plus(OpenForms.MOST_OPEN));
        assertThat(suggesting.submit(Actor.PUBLIC, basin.region(), good, late))
                .isEqualTo(new Submission.Refused(List.of(SuggestionFault.EXPIRED)));
        assertThat(suggesting.submit(Actor.PUBLIC, "no-such-region", good, visit("a")))
                .isEqualTo(new Submission.Refused(List.of(SuggestionFault.CLOSED)));
    }

    @Test
    void theWayToReachTheWriterIsEncryptedAndReadByTheOfficeAlone() {
        var basin = new Basin(house, "basin-contact");
        var plain = inCategory(basin, suggestion("希望开通水上巴士"));
        var sent =
                new NewSuggestion(plain.category(), plain.title(), plain.text(), "138 0000 0000");
        var id =
                ((Submission.Filed)
                                suggesting.submit(Actor.PUBLIC, basin.region(), sent, visit("c")))
                        .id();
        moderating.publish(basin.office(), id, 0);
        moderating.assign(basin.office(), id, 1, UNIT);
        assertThat(moderating.contact(basin.office(), id)).contains("138 0000 0000");
        assertThat(moderating.contact(basin.unit(UNIT), id)).isEmpty();
        var bold = basin.actor(UNIT, Power.values());
        assertThat(moderating.contact(bold, id)).as("the database does not believe it").isEmpty();
        var kept =
                acting.read(
                        basin.office(),
                        () ->
                                db.sql(
                                                "select sealed from ledger.suggestion_contact"
                                                        + " where region = :region")
                                        .param("region", basin.region())
                                        .query(byte[].class)
                                        .single());
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("0000");
        assertThat(suggesting.find(id).orElseThrow().toString()).doesNotContain("0000");
    }

    @Test
    void theSuccessorOfAUnitAnswersWhatItWasAskedAndTheUnitNoLonger() {
        var basin = new Basin(house, "basin-suggest-handed");
        var office = basin.office();
        var id = file(basin, "建议增设无障碍坡道").id();
        moderating.publish(office, id, 0);
        moderating.hide(office, id, 1, "含个人信息");
        moderating.assign(office, id, 2, UNIT);
        var next = basin.unit("990321/caizheng");
        var old = basin.unit(UNIT);
        assertThat(moderating.find(next, id)).isEmpty();
        assertThat(moderating.answer(old, id, 3, "将核实")).isInstanceOf(done());
        basin.door(HandingOver.class).handOver(office, UNIT, next.body(), "merged");
        var found = moderating.find(next, id).orElseThrow();
        assertThat(moderating.mayAnswer(next, found)).isTrue();
        assertThat(moderating.mayAnswer(old, found)).isFalse();
        assertThat(moderating.list(next, new Wanted(Wanted.Which.MINE, "", null))).hasSize(1);
        assertThat(moderating.answer(old, id, 4, "仍由我答"))
                .isEqualTo(refused(SuggestionFault.NOT_YOURS));
        assertThat(moderating.answer(next, id, 4, "已列入计划")).isInstanceOf(done());
        assertThat(moderating.find(basin.unit("990200/huanjing"), id)).isEmpty();
        for (var one : List.of(old, basin.unit("990200/huanjing"))) {
            var insert =
                    """
                    insert into ledger.suggestion_event
                        (id, suggestion, region, ordinal, kind, body, person, on_day, at, text,
                         unit, commitment, days, provisional, rule)
                    values (gen_random_uuid(), '%s', '%s', 9, 'answered', '%s', '%s',
                        host.today(), '2026-01-01', 'x', '', '', 0, false, '')
                    """
                            .formatted(id, basin.region(), one.body(), one.person());
            assertThatThrownBy(() -> acting.run(one, () -> db.sql(insert).update()))
                    .hasStackTraceContaining("row-level security");
        }
    }

    @Test
    void theStateThatPoliciesReadIsWhatTheEventsSay() {
        var basin = new Basin(house, "basin-fold");
        var id = file(basin, "建议延长图书馆开放时间").id();
        moderating.publish(basin.office(), id, 0);
        moderating.hide(basin.office(), id, 1, "含个人信息");
        moderating.assign(basin.office(), id, 2, UNIT);
        moderating.assign(basin.office(), id, 3, "990200/huanjing");
        var handling = seen(basin, id);
        assertThat(handling.shown()).isEqualTo(Shown.HIDDEN);
        assertThat(handling.unit()).isEqualTo("990200/huanjing");
        assertThat(
                        acting.read(
                                basin.office(),
                                () ->
                                        db.sql(
                                                        "select state || ' ' || unit"
                                                                + " from ledger.suggestion"
                                                                + " where id = :id")
                                                .param("id", id)
                                                .query(String.class)
                                                .single()))
                .isEqualTo("hidden 990200/huanjing");
        assertThat(moderating.find(basin.unit(UNIT), id)).as("no longer its own").isEmpty();
        assertThat(moderating.find(basin.unit("990200/huanjing"), id)).isPresent();
    }

    @Test
    void thePublicReadsNothingUnpublishedAndPublishesNothingBySql() {
        var basin = new Basin(house, "basin-break-suggest");
        var hidden = file(basin, "一条不宜公开的建议").id();
        var shown = file(basin, "增设自行车停放点").id();
        moderating.hide(basin.office(), hidden, 0, "涉及隐私");
        moderating.publish(basin.office(), shown, 0);
        moderating.hide(basin.office(), shown, 1, "先核实一下");
        moderating.publish(basin.office(), shown, 2);
        var stranger = new Actor("x", "elsewhere:office", "elsewhere", Set.of(Power.values()));
        var unit = basin.actor("990200/huanjing", Power.values());
        for (var actor : List.of(Actor.PUBLIC, stranger, unit)) {
            assertThat(count(actor, basin, "ledger.suggestion")).isEqualTo(1);
            assertThat(count(actor, basin, "ledger.suggestion_event"))
                    .as("published twice; why it was hidden is not told")
                    .isEqualTo(2);
            assertThat(count(actor, basin, "ledger.suggestion_contact")).isZero();
            for (var id : List.of(hidden, shown)) {
                var open = "update ledger.suggestion set state = 'published', unit = '%s'";
                var sql = (open + " where id = '%s'").formatted(actor.body(), id);
                assertThat(acting.<Integer>as(actor, () -> db.sql(sql).update())).isZero();
                refused(actor, event(actor, basin, id, "published"));
                refused(actor, event(actor, basin, id, "answered"));
            }
        }
        refused(Actor.PUBLIC, filing("public", basin.region(), "published", ""));
        refused(Actor.PUBLIC, filing("public", basin.region(), "pending", UNIT));
        refused(
                Actor.PUBLIC,
                filing(basin.region() + ":secretariat", basin.region(), "pending", ""));
        refused(Actor.PUBLIC, filing("public", "no-such-region", "pending", ""));
        refused(basin.office(), "delete from ledger.suggestion");
        refused(basin.office(), "update ledger.suggestion set text = 'x'");
        refused(basin.office(), "update ledger.suggestion_event set text = 'x'");
        refused(basin.office(), "select person from ledger.suggestion");
    }

    @Test
    void everyTransactionThatLeavesARowLeavesAnEntry() {
        var basin = new Basin(house, "basin-suggest-doors");
        var region = basin.region();
        var doors = new DrivenDoors();
        var office = basin.office();
        var sent = inCategory(basin, suggestion("建议增设母婴室"));
        doors.run("Suggesting.takes", () -> suggesting.takes(region));
        doors.run("Suggesting.open", suggesting::open);
        var visit = visit("doors");
        var filed =
                (Submission.Filed)
                        doors.run(
                                "Suggesting.submit",
                                () -> suggesting.submit(Actor.PUBLIC, region, sent, visit));
        var id = filed.id();
        doors.run("Suggesting.alike", () -> suggesting.alike(region, sent));
        doors.run("Suggesting.track", () -> suggesting.track(region, filed.code()));
        doors.run("Suggesting.published", () -> suggesting.published(region, ALL));
        doors.run("Suggesting.find", () -> suggesting.find(id));
        doors.run("Moderating.list", () -> moderating.list(office, ALL));
        doors.run("Moderating.find", () -> moderating.find(office, id));
        doors.run("Moderating.contact", () -> moderating.contact(office, id));
        doors.run("Moderating.publish", () -> moderating.publish(office, id, 0));
        doors.run("Moderating.hide", () -> moderating.hide(office, id, 1, "重复"));
        doors.run("Moderating.assign", () -> moderating.assign(office, id, 2, UNIT));
        doors.run(
                "Moderating.mayAnswer",
                () -> moderating.mayAnswer(office, moderating.find(office, id).orElseThrow()));
        doors.run("Moderating.link", () -> moderating.link(office, id, 3, BANK));
        doors.run("Moderating.answer", () -> moderating.answer(basin.unit(UNIT), id, 4, "好"));
        assertThat(seen(basin, id).version()).isEqualTo(5);
        doors.requireAll(List.of(Suggesting.class, Moderating.class));
    }

    private static String event(Actor actor, Basin basin, UUID id, String kind) {
        return """
        insert into ledger.suggestion_event
            (id, suggestion, region, ordinal, kind, body, person, on_day, at)
        values (gen_random_uuid(), '%s', '%s', 99, '%s', '%s', '%s', now(), now())
        """
                .formatted(id, basin.region(), kind, actor.body(), actor.person());
    }

    private static String filing(String body, String region, String state, String unit) {
        return """
        insert into ledger.suggestion (id, region, category, title, text, body, person, on_day,
            at, look_by, look_days, look_provisional, rule, code_hash, state, unit)
        values (gen_random_uuid(), '%s', '', 't', 't', '%s', '-', now(), now(), now(), 2, false,
            '', '%s', '%s', '%s')
        """
                .formatted(region, body, UUID.randomUUID(), state, unit);
    }

    private void refused(Actor actor, String sql) {
        assertThatThrownBy(() -> acting.run(actor, () -> db.sql(sql).update()))
                .as(sql)
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .message()
                .containsAnyOf("row-level security", "permission denied");
    }

    private long count(Actor actor, Basin basin, String table) {
        return acting.read(
                actor,
                () ->
                        db.sql("select count(*) from " + table + " where region = :region")
                                .param("region", basin.region())
                                .query(Long.class)
                                .single());
    }

    private static Class<SuggestionAnswer.Done> done() {
        return SuggestionAnswer.Done.class;
    }

    private static SuggestionAnswer refused(SuggestionFault fault) {
        return new SuggestionAnswer.Refused(fault);
    }
}
