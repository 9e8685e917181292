package org.tongquan.compact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tongquan.compact.conduct.LightRule;

class ResolvedTest {
    private static final LocalDate IN_2020 = LocalDate.of(2020, 6, 1);
    private static final LocalDate IN_2021 = LocalDate.of(2021, 6, 1);

    private final Resolved mini = TestCompacts.get(TestCompacts.INVENTED, "mini");

    @Test
    void theCountiesOfACityFollowTheDatedCodes() {
        assertThat(mini.counties("990100", IN_2020))
                .extracting(Region::code)
                .containsExactly("990101", "990121");
        assertThat(mini.counties("990100", IN_2021))
                .extracting(Region::code)
                .containsExactly("990101", "990102");
    }

    @Test
    void everyHolderHasItsOwnUnitsWithAllTheirNames() {
        var unit = mini.findResponsibleUnit("990100/fgw", IN_2021).orElseThrow();
        assertThat(unit.name()).isEqualTo("上河市发展改革委");
        assertThat(unit.names()).contains("上河市发改委", "上河发展改革委", "市发展改革委", "发改委", "发展和改革委员会");
        assertThat(mini.findResponsibleUnit("cn/fgw", IN_2021).orElseThrow().name())
                .isEqualTo("国家发展改革委");
        assertThat(mini.findResponsibleUnit("990000/fgw", IN_2021).orElseThrow().name())
                .isEqualTo("云河省发展改革委");
        assertThat(mini.findResponsibleUnit("990101/fgw", IN_2021).orElseThrow().name())
                .isEqualTo("东区发展和改革委员会");
    }

    @Test
    void aUnitEndsWithItsPeriodAndStaysOnItsLevels() {
        assertThat(mini.findResponsibleUnit("cn/railway", IN_2020)).isPresent();
        assertThat(mini.findResponsibleUnit("cn/railway", IN_2021)).isEmpty();
        assertThat(mini.findResponsibleUnit("990100/railway", IN_2020)).isEmpty();
    }

    @Test
    void listsTheUnitsOfTheNationTheProvincesAndTheParties() {
        assertThat(mini.responsibleUnits(IN_2021))
                .extracting(ResponsibleUnit::id)
                .containsExactly(
                        "cn/fgw",
                        "990000/fgw",
                        "980100/fgw",
                        "990100/fgw",
                        "990200/fgw",
                        "990321/fgw");
    }

    @Test
    void wordsAndLightsComeFromTheBaseUnlessTheRegionHasItsOwn() {
        assertThat(mini.words("all-cities")).containsExactly("各市", "三市");
        assertThat(mini.words("nothing")).isEmpty();
        assertThat(mini.lights(IN_2021)).map(LightRule::id).contains("base-lights");
        assertThat(mini.lights(LocalDate.of(2018, 1, 1))).isEmpty();
    }
}
