package org.tongquan.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockMultipartFile;

class FileNamesTest {
    @ParameterizedTest
    @CsvSource({
        "../../keys/x, x",
        "'..\\..\\keys\\x', x",
        "/etc/passwd, passwd",
        "'C:\\Users\\a\\report.docx', report.docx",
        "'mixed/..\\x', x",
        ".htaccess, htaccess",
        "...., file",
        "../.., file",
        "'', file",
        "'  ', file",
        "'..\u0000/x\u0000.txt', x.txt",
        "'a\r\nSet-Cookie: x', aSet-Cookie: x",
        "进展报告.pdf, 进展报告.pdf"
    })
    void keepsTheLastPartAlone(String sent, String kept) {
        assertThat(FileNames.plain(sent)).isEqualTo(kept);
    }

    @Test
    void keepsTheEndingOfAnEndlessName() {
        var kept = FileNames.plain("长".repeat(500) + ".docx");
        assertThat(kept).hasSize(120).endsWith(".docx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html; charset=utf-8", "a/b\r\nX: y", "text", "", "<script>/x"})
    void aTypeThatIsNoneBecomesTheUnknownOne(String type) {
        var file = new MockMultipartFile("file", "x", type, new byte[1]);
        assertThat(FileNames.mediaType(file)).isEqualTo("application/octet-stream");
    }
}
