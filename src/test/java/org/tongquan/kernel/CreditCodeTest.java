package org.tongquan.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongquan.kernel.CreditCode.Reason;
import org.tongquan.kernel.CreditCode.Refused;
import org.tongquan.kernel.CreditCode.Valid;
import org.tongquan.kernel.CreditCode.Warning;

class CreditCodeTest {
    @ParameterizedTest
    @CsvSource({
        "91110000600037341L, 60003734-1",
        "91350100M000100Y43, M000100Y-4",
        "11430000006122244L, 00612224-4",
        "11330105002500287C, 00250028-7",
        "113700000045046442, 00450464-4",
        "11100000000013338W, 00001333-8",
        "11100000MB03271699, MB032716-9",
        "11100000000013661B, 00001366-1"
    })
    void acceptsThePublishedCodes(String code, String organisation) {
        assertThat(CreditCode.parse(code)).isEqualTo(new Valid(new CreditCode(code), List.of()));
        assertThat(new CreditCode(code).organisationCode()).isEqualTo(organisation);
        assertThat(new CreditCode(code).region()).isEqualTo(code.substring(2, 8));
    }

    @Test
    void onlyWarnsOfTheCodeInside() {
        var code = new CreditCode("91110000600037342P");
        assertThat(CreditCode.parse(" 91110000600037342p "))
                .isEqualTo(new Valid(code, List.of(Warning.ORGANISATION_CODE)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', LENGTH",
        "9111000060003734L, LENGTH",
        "9111000060003734IL, CHARACTERS",
        "9111000060003734１Ｏ, CHARACTERS",
        "91110000600037341M, CHECK_CHARACTER",
        "91110000600037314L, CHECK_CHARACTER"
    })
    void refusesWithTheReason(String text, Reason reason) {
        assertThat(CreditCode.parse(text)).isEqualTo(new Refused(reason));
    }

    @Test
    void isNeverTakenForACitizensNumber() {
        var code = "113700000045046442";
        assertThat(CreditCode.parse(code)).isInstanceOf(Valid.class);
        assertThat(CitizenId.parse(code)).isInstanceOf(CitizenId.Refused.class);
    }

    @Test
    void cannotBeMadeWrong() {
        assertThatThrownBy(() -> new CreditCode("91110000600037341l"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
