package org.tongquan.ledger.sheet.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.tongquan.ledger.sheet.Listing;
import org.tongquan.ledger.sheet.Workbook;

/// A workbook as the answer to a request.
public final class SheetFile {
    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private SheetFile() {}

    /// A listing, named as its sheet is.
    public static ResponseEntity<byte[]> of(Listing listing) {
        return of(listing.name(), Workbook.of(listing));
    }

    /// @param name of the file, without its ending
    public static ResponseEntity<byte[]> of(String name, byte[] workbook) {
        var named =
                ContentDisposition.attachment()
                        .filename(name + ".xlsx", StandardCharsets.UTF_8)
                        .build();
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                .body(workbook);
    }
}
