package org.tongquan.ledger.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongquan.ledger.planning.Register.Edition;
import org.tongquan.ledger.planning.Register.Lineage;

/// Promises followed through splits, merges and new wordings.
class RegisterTest {
    private static final LocalDate DAY = LocalDate.parse("2027-02-01");
    private static final LocalDate JUNE = LocalDate.parse("2027-06-30");
    private static final LocalDate JULY = LocalDate.parse("2027-07-10");

    private static PlanItem item(String id, String text, LocalDate deadline) {
        return new PlanItem(
                id,
                1,
                1,
                "",
                text,
                "",
                "",
                DAY,
                deadline,
                List.of("p"),
                List.of(),
                List.of(),
                "",
                1,
                List.of(),
                List.of());
    }

    private static Register.Entry entry(List<Register.Entry> all, String id) {
        return all.stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void aPartKeepsThePromiseOfTheWholeAndCountsItsOwnMove() {
        var all =
                Register.of(
                        List.of(
                                new Edition(DAY, List.of(item("1", "整", JUNE))),
                                new Edition(
                                        DAY.plusDays(9),
                                        List.of(item("2", "甲", JUNE), item("3", "乙", JULY)),
                                        new Lineage(List.of("1"), List.of("2", "3")))));
        var late = entry(all, "3");
        assertThat(late.promised().textZh()).isEqualTo("整");
        assertThat(late.since()).isEqualTo(DAY);
        assertThat(late.from()).containsExactly("1");
        assertThat(late.moved()).isEqualTo(1);
        assertThat(late.days()).isEqualTo(10);
        assertThat(late.reworded()).isEqualTo(1);
        assertThat(entry(all, "2").moved()).isZero();
        assertThat(entry(all, "2").isAsPromised()).as("it is a part").isFalse();
        var whole = entry(all, "1");
        assertThat(whole.now()).isNull();
        assertThat(whole.into()).containsExactly("2", "3");
        assertThat(whole.days()).as("its last part is due ten days later").isEqualTo(10);
    }

    @Test
    void aDeadlineMovedByAMergeIsCountedForEach() {
        var all =
                Register.of(
                        List.of(
                                new Edition(
                                        DAY,
                                        List.of(
                                                item("1", "甲", JUNE),
                                                item("2", "乙", JULY),
                                                item("3", "丙", JUNE))),
                                new Edition(
                                        DAY.plusDays(9),
                                        List.of(item("1", "合", JULY)),
                                        new Lineage(List.of("1", "2", "3"), List.of("1")))));
        assertThat(entry(all, "1").moved()).isEqualTo(1);
        assertThat(entry(all, "1").from()).containsExactly("2", "3");
        assertThat(entry(all, "2").moved()).as("July stays July").isZero();
        assertThat(entry(all, "3").moved()).isEqualTo(1);
        assertThat(entry(all, "3").days()).isEqualTo(10);
        assertThat(entry(all, "3").into()).containsExactly("1");
        assertThat(entry(all, "3").promised().textZh()).isEqualTo("丙");
    }

    @Test
    void whatCameOfAMergedItemIsFollowedFurther() {
        var first = new Edition(DAY, List.of(item("1", "甲", JUNE), item("2", "乙", JUNE)));
        var merged =
                new Edition(
                        DAY.plusDays(1),
                        List.of(item("1", "合", JUNE)),
                        new Lineage(List.of("1", "2"), List.of("1")));
        var moved = new Edition(DAY.plusDays(2), List.of(item("1", "合", JULY)));
        var all = Register.of(List.of(first, merged, moved));
        assertThat(entry(all, "2").deadline()).isEqualTo(JULY);
        assertThat(entry(all, "2").days()).isEqualTo(10);
        var gone = new Edition(DAY.plusDays(3), List.of());
        var after = Register.of(List.of(first, merged, moved, gone));
        assertThat(entry(after, "2").deadline()).isNull();
        assertThat(entry(after, "1").into()).isEmpty();
    }

    @Test
    void aNewWordingIsCounted() {
        var all =
                Register.of(
                        List.of(
                                new Edition(DAY, List.of(item("1", "甲", JUNE))),
                                new Edition(DAY.plusDays(1), List.of(item("1", "乙", JUNE))),
                                new Edition(DAY.plusDays(2), List.of(item("1", "乙", JUNE))),
                                new Edition(DAY.plusDays(3), List.of(item("1", "甲", JUNE)))));
        assertThat(all).singleElement().extracting(Register.Entry::reworded).isEqualTo(2);
        assertThat(all.getFirst().moved()).isZero();
        assertThat(all.getFirst().isAsPromised()).isFalse();
    }
}
