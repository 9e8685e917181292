package org.tongquan.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongquan.kernel.CitizenId.Old;
import org.tongquan.kernel.CitizenId.Reason;
import org.tongquan.kernel.CitizenId.Refused;
import org.tongquan.kernel.CitizenId.Valid;

class CitizenIdTest {
    private static final String SAMPLE = "370102188001010016";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "440524188001010014",
                "360426199101010071",
                "370102188001010016",
                "37010218800101018X",
                "370102188001010040"
            })
    void acceptsThePublishedNumbers(String number) {
        assertThat(CitizenId.parse(number)).isEqualTo(new Valid(new CitizenId(number)));
    }

    @Test
    void readsRegionAndBirthDate() {
        var id = new CitizenId("11010519491231002X");
        assertThat(id.region()).isEqualTo("110105");
        assertThat(id.birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002x", " 11010519491231002X ", "１１０１０５１９４９１２３１００２ｘ"})
    void putsRightHowPeopleTypeIt(String text) {
        assertThat(CitizenId.parse(text)).isEqualTo(new Valid(new CitizenId("11010519491231002X")));
    }

    @ParameterizedTest
    @CsvSource({
        "'', LENGTH",
        "37010218800101001, LENGTH",
        "3701021880010100160, LENGTH",
        "37010218800101X016, CHARACTERS",
        "070102188001010016, CHARACTERS",
        "３７010218800101甲016, CHARACTERS",
        "370102188002300016, BIRTH_DATE",
        "370102179912310016, BIRTH_DATE",
        "370102188013010016, BIRTH_DATE",
        "370102188001010017, CHECK_CHARACTER",
        "113700000045046442, BIRTH_DATE"
    })
    void refusesWithTheReason(String text, Reason reason) {
        assertThat(CitizenId.parse(text)).isEqualTo(new Refused(reason));
    }

    @Test
    void offersTheLongFormOfAnOldNumber() {
        assertThat(CitizenId.parse("110105491231002"))
                .isEqualTo(new Old(new CitizenId("11010519491231002X")));
        assertThat(CitizenId.parse("110105491331002")).isEqualTo(new Refused(Reason.BIRTH_DATE));
        assertThat(CitizenId.parse("11010549123100X")).isEqualTo(new Refused(Reason.CHARACTERS));
    }

    @Test
    void neverShowsItself() {
        var id = new CitizenId(SAMPLE);
        assertThat(id.masked()).isEqualTo("370*************16").hasSameSizeAs(SAMPLE);
        assertThat(id).hasToString(id.masked());
        assertThatThrownBy(() -> new CitizenId("370102188001010017"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("3701");
    }

    @Test
    void noticesEveryWrongDigitAndEveryTwoNeighboursSwapped() {
        for (int at = 0; at < SAMPLE.length(); at++) {
            for (char c = '0'; c <= '9'; c++) {
                var wrong = SAMPLE.substring(0, at) + c + SAMPLE.substring(at + 1);
                if (!wrong.equals(SAMPLE)) {
                    assertThat(CitizenId.parse(wrong)).as(wrong).isInstanceOf(Refused.class);
                }
            }
        }
        for (int at = 0; at + 1 < SAMPLE.length(); at++) {
            var chars = SAMPLE.toCharArray();
            chars[at] = SAMPLE.charAt(at + 1);
            chars[at + 1] = SAMPLE.charAt(at);
            var swapped = new String(chars);
            if (!swapped.equals(SAMPLE)) {
                assertThat(CitizenId.parse(swapped)).as(swapped).isInstanceOf(Refused.class);
            }
        }
    }

    @Test
    void agreesWithTheBase13Form() {
        Property.forAll(
                Property.strings("0123456789", 17).map(s -> (s + "0".repeat(17)).substring(0, 17)),
                digits -> {
                    var base13 = new java.math.BigInteger(digits, 13);
                    int check =
                            java.math.BigInteger.ONE
                                    .subtract(base13.shiftLeft(1))
                                    .mod(java.math.BigInteger.valueOf(11))
                                    .intValue();
                    var expected = check == 10 ? 'X' : (char) ('0' + check);
                    assertThat(CitizenId.check(digits)).isEqualTo(expected);
                });
    }

    @Test
    void answersAnyText() {
        Property.forAll(Property.strings("0139Xx１Ｘ 甲\u0660𠀀", 20), CitizenId::parse);
    }
}
