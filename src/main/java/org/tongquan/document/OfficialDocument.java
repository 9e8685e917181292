package org.tongquan.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/// An official document with the elements of GB/T 9704-2012. An empty text or list leaves the
/// element out. Long fields may hold `\n` as a wanted line break.
///
/// @param marks copy number, secrecy and urgency, one line each, at the top left (份号 密级 紧急程度)
/// @param issuerHeading the large red name at the top (发文机关标志)
/// @param number such as `济圈办〔2026〕1号` (发文字号)
/// @param approver name of the person who signs, on documents that go upwards (签发人)
/// @param title the title (标题)
/// @param recipients without the colon, which is set by the layout (主送机关)
/// @param body headings carry their own numbers
/// @param signatory who issues, one line each (发文机关署名)
/// @param date day of the document (成文日期); also the creation date inside the files
/// @param note shown in brackets below the date (附注)
/// @param attachments each starts a new page and is listed below the body (附件)
/// @param imprint last lines of the last page (版记)
/// @param notice stands at the head of every page, for example for simulated data
public record OfficialDocument(
        List<String> marks,
        String issuerHeading,
        String number,
        String approver,
        String title,
        String recipients,
        List<Block> body,
        String signatory,
        LocalDate date,
        String note,
        List<Attachment> attachments,
        Imprint imprint,
        String notice) {

    public OfficialDocument {
        marks = List.copyOf(marks);
        body = List.copyOf(body);
        attachments = List.copyOf(attachments);
        Objects.requireNonNull(date);
        if (title.isBlank()) {
            throw new IllegalArgumentException("an official document needs a title");
        }
    }

    /// One attachment: its title, then its content.
    public record Attachment(String title, List<Block> body) {
        public Attachment {
            body = List.copyOf(body);
        }
    }

    /// The foot of the last page.
    ///
    /// @param copies who receives a copy (抄送机关)
    /// @param printer who prints and sends it (印发机关); empty leaves the whole imprint out
    /// @param printed day of printing (印发日期)
    public record Imprint(String copies, String printer, LocalDate printed) {
        public static final Imprint NONE = new Imprint("", "", LocalDate.EPOCH);

        boolean isShown() {
            return !copies.isBlank() || !printer.isBlank();
        }
    }

    /// Starts a document; everything not set stays empty.
    public static Draft titled(String title, LocalDate date) {
        return new Draft(title, date);
    }

    /// Collects the elements by name, because thirteen in a row are easily exchanged.
    public static final class Draft {
        private final String title;
        private final LocalDate date;
        private List<String> marks = List.of();
        private String issuerHeading = "";
        private String number = "";
        private String approver = "";
        private String recipients = "";
        private List<Block> body = List.of();
        private String signatory = "";
        private String note = "";
        private List<Attachment> attachments = List.of();
        private Imprint imprint = Imprint.NONE;
        private String notice = "";

        private Draft(String title, LocalDate date) {
            this.title = title;
            this.date = date;
        }

        public Draft marks(String... lines) {
            marks = List.of(lines);
            return this;
        }

        public Draft issuerHeading(String text) {
            issuerHeading = text;
            return this;
        }

        public Draft number(String text) {
            number = text;
            return this;
        }

        public Draft approver(String name) {
            approver = name;
            return this;
        }

        public Draft recipients(String text) {
            recipients = text;
            return this;
        }

        public Draft body(List<Block> blocks) {
            body = blocks;
            return this;
        }

        public Draft signatory(String text) {
            signatory = text;
            return this;
        }

        public Draft note(String text) {
            note = text;
            return this;
        }

        public Draft attachments(List<Attachment> list) {
            attachments = list;
            return this;
        }

        public Draft imprint(String copies, String printer, LocalDate printed) {
            imprint = new Imprint(copies, printer, printed);
            return this;
        }

        public Draft notice(String text) {
            notice = text;
            return this;
        }

        public OfficialDocument done() {
            return new OfficialDocument(
                    marks,
                    issuerHeading,
                    number,
                    approver,
                    title,
                    recipients,
                    body,
                    signatory,
                    date,
                    note,
                    attachments,
                    imprint,
                    notice);
        }
    }
}
