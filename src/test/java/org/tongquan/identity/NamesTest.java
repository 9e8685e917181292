package org.tongquan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void capitalsAndFullWidthLettersCountAsTheirPlainSelves() {
        assertThat(Names.login(" Ｆgw.0１ ")).contains("fgw.01");
        assertThat(Names.login("x")).isEmpty();
        assertThat(Names.login("名字")).isEmpty();
        assertThat(Names.login("a'; drop table--")).isEmpty();
    }

    @Test
    void ofAnUnknownLoginOnlyFirstCharacterAndLengthRemain() {
        assertThat(Names.masked("MySecret1")).isEqualTo("M…(9)");
        assertThat(Names.masked("")).isEqualTo("…(0)");
        assertThat(Names.masked("\u0000abc")).isEqualTo("…(4)");
    }
}
