package org.tongquan.ledger.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongquan.document.Block;
import org.tongquan.document.OfficialDocument;
import org.tongquan.kernel.Digest;

/// The files of a document and the digest over them.
class PapersTest {
    private static Papers of(String text) {
        return Papers.of(
                OfficialDocument.titled("标题", LocalDate.of(2026, 7, 1))
                        .body(List.of(new Block.Paragraph(text)))
                        .done());
    }

    @Test
    void theSameDocumentHasTheSameDigestAndAnotherOneHasNot() {
        var papers = of("正文");
        assertThat(papers.isSame(of("正文").sha256())).isTrue();
        assertThat(papers.isSame(of("别的").sha256())).isFalse();
    }

    @Test
    void aDigestFromBeforeThereWasOfdGoesOverDocxAndPdf() {
        var papers = of("正文");
        assertThat(papers.isSame(Digest.of(papers.docx(), papers.pdf()).hex())).isTrue();
        assertThat(papers.isSame(Digest.of(papers.pdf(), papers.docx()).hex())).isFalse();
    }
}
