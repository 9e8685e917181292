package org.tongquan.ledger.measuring.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IndicatorCsvTest {
    @Test
    void textThatASpreadsheetWouldTakeForAFormulaIsMadeHarmless() {
        assertThat(IndicatorCsv.cell("=1+1")).isEqualTo("'=1+1");
        assertThat(IndicatorCsv.cell("@sum")).isEqualTo("'@sum");
        assertThat(IndicatorCsv.cell("-12.5")).as("a number stays one").isEqualTo("-12.5");
    }

    @Test
    void quotesCommasAndLineBreaksAreQuoted() {
        assertThat(IndicatorCsv.cell("a,\"b\"\nc")).isEqualTo("\"a,\"\"b\"\"\nc\"");
        assertThat(IndicatorCsv.cell("年鉴")).isEqualTo("年鉴");
    }
}
