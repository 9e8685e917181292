package org.tongquan.ledger.paper.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A file of a document as the answer to a request.
public enum PaperFile {
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PDF("pdf", "application/pdf"),
    OFD("ofd", "application/ofd");

    private final String ending;
    private final MediaType type;

    PaperFile(String ending, String type) {
        this.ending = ending;
        this.type = MediaType.parseMediaType(type);
    }

    /// @param name of the file, without its ending
    public ResponseEntity<byte[]> of(Object name, byte[] bytes) {
        var named =
                ContentDisposition.attachment()
                        .filename(name + "." + ending, StandardCharsets.UTF_8)
                        .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                .body(bytes);
    }
}
