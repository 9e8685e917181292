package org.tongquan.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongquan.kernel.DocumentNumber.Found;
import org.tongquan.kernel.DocumentNumber.Reason;
import org.tongquan.kernel.DocumentNumber.Refused;
import org.tongquan.kernel.DocumentNumber.Valid;

class DocumentNumberTest {
    private static final DocumentNumber SAMPLE = new DocumentNumber("鲁政字", 2020, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "鲁政字〔2020〕1号",
                "鲁政字[2020]1号",
                "鲁政字(2020)1号",
                "鲁政字（2020）1号",
                "鲁政字［2020］1号",
                "鲁政字【2020】1号",
                "鲁政字〔２０２０〕１号",
                "鲁政字〔2020〕第1号",
                "鲁政字〔2020〕 第 1 号",
                " 鲁政字　〔2020〕1號 ",
                "鲁政字〔2020年〕01号",
                "鲁 政 字〔2020]1号"
            })
    void readsEveryWayOfWriting(String text) {
        assertThat(DocumentNumber.parse(text)).isEqualTo(new Valid(SAMPLE));
    }

    @Test
    void printsTheCanonicalForm() {
        assertThat(SAMPLE).hasToString("鲁政字〔2020〕1号");
    }

    @ParameterizedTest
    @CsvSource({
        "'', SHAPE",
        "鲁政字2020年1号, SHAPE",
        "鲁政字〔2020〕1, SHAPE",
        "〔2020〕1号, SHAPE",
        "12〔2020〕1号, SHAPE",
        "关于印发若干意见的通知鲁政办发明电〔2020〕1号, ISSUER",
        "鲁政字〔20〕1号, YEAR",
        "鲁政字〔1948〕1号, YEAR",
        "鲁政字〔20201〕1号, YEAR",
        "鲁政字〔99999999999〕1号, YEAR",
        "鲁政字〔2020〕0号, NUMBER",
        "鲁政字〔2020〕123456号, NUMBER",
        "鲁政字〔2020〕99999999999号, NUMBER"
    })
    void refusesWithTheReason(String text, Reason reason) {
        assertThat(DocumentNumber.parse(text)).isEqualTo(new Refused(reason));
    }

    @Test
    void cannotBeMadeWrong() {
        assertThatThrownBy(() -> new DocumentNumber("鲁政字", 2020, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DocumentNumber("A", 2020, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findsThemInRunningTextWithTheirPlace() {
        var text = "《若干意见》（国办发〔2014〕25号）和国卫基层发[2022]10号；另见鲁政字〔2020〕0号。";
        assertThat(DocumentNumber.findAll(text))
                .containsExactly(
                        new Found(7, 19, new DocumentNumber("国办发", 2014, 25)),
                        new Found(21, 35, new DocumentNumber("国卫基层发", 2022, 10)));
    }

    @ParameterizedTest
    @CsvSource({
        "进一步优化市场环境的指导意见国办发〔2014〕25号, 国办发〔2014〕25号",
        "根据粤办函〔2022〕260号要求, 粤办函〔2022〕260号",
        "文号：国发〔2018〕42号, 国发〔2018〕42号",
        "按照发改社会〔2021〕900号, 发改社会〔2021〕900号",
        "国办发明电〔2025〕7号, 国办发明电〔2025〕7号",
        "和政发〔2021〕3号, 和政发〔2021〕3号",
        "国卫规划发〔2022〕4号, 国卫规划发〔2022〕4号"
    })
    void cutsTheIssuerOutOfTheSentence(String text, String number) {
        assertThat(DocumentNumber.findAll(text))
                .extracting(found -> found.number().toString())
                .containsExactly(number);
    }

    @Test
    @Timeout(5)
    void isNotHeldUpByAHostileText() {
        var hostile = ("鲁〔2020" + " ".repeat(50_000)).repeat(4) + "〔1".repeat(100_000);
        assertThat(DocumentNumber.findAll(hostile)).isEmpty();
        assertThat(DocumentNumber.parse(hostile)).isEqualTo(new Refused(Reason.SHAPE));
    }

    @Test
    void readsItsOwnFormBackAndAnswersAnyText() {
        var numbers =
                Property.ints(1, DocumentNumber.HIGHEST_NUMBER)
                        .map(n -> new DocumentNumber("厅字", 1949 + n % 151, n));
        Property.forAll(
                numbers,
                number ->
                        assertThat(DocumentNumber.parse(number.toString()))
                                .isEqualTo(new Valid(number)));
        Property.forAll(
                Property.strings("鲁政字〔[（〕]）２0第年号 𠀀", 24),
                text -> {
                    DocumentNumber.parse(text);
                    DocumentNumber.findAll(text);
                });
    }

    @Test
    void theFirstAndTheLastYearAndNumberAreAllowedAndTheirNeighboursAreNot() {
        for (var text : new String[] {"某字〔1949〕1号", "某字〔2099〕99999号"}) {
            assertThat(DocumentNumber.parse(text))
                    .isInstanceOfSatisfying(
                            DocumentNumber.Valid.class,
                            v -> assertThat(v.number()).hasToString(text));
        }
        assertThat(DocumentNumber.parse("某字〔1948〕1号")).isEqualTo(refused(Reason.YEAR));
        assertThat(DocumentNumber.parse("某字〔2100〕1号")).isEqualTo(refused(Reason.YEAR));
        assertThat(DocumentNumber.parse("某字〔2020〕100000号")).isEqualTo(refused(Reason.NUMBER));
    }

    @Test
    void sortsByIssuerThenYearThenNumber() {
        var first = new DocumentNumber("一字", 2021, 9);
        var second = new DocumentNumber("丁字", 2019, 30);
        var third = new DocumentNumber("丁字", 2020, 4);
        var fourth = new DocumentNumber("丁字", 2020, 12);
        assertThat(java.util.stream.Stream.of(fourth, second, third, first).sorted())
                .containsExactly(first, second, third, fourth);
    }

    @Test
    void findsANumberAtTheVeryBeginningAndAfterAGap() {
        assertThat(DocumentNumber.findAll("某字 〔2020〕3号起"))
                .containsExactly(
                        new DocumentNumber.Found(0, 11, new DocumentNumber("某字", 2020, 3)));
    }

    private static DocumentNumber.Refused refused(Reason reason) {
        return new DocumentNumber.Refused(reason);
    }
}
