package org.tongquan.ledger.sheet.web;

import java.io.IOException;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.tongquan.ledger.sheet.CellFault;
import org.tongquan.ledger.sheet.Grid;
import org.tongquan.ledger.sheet.Imported;
import org.tongquan.site.Crumb;
import org.tongquan.site.Language;
import org.tongquan.site.Messages;
import org.tongquan.site.Show;

/// A workbook to fetch and to hand in again, and what is wrong with it.
///
/// @param back the page that the rows belong to
/// @param file where the workbook is fetched
/// @param action where an edited one is sent
/// @param closed why nothing can be imported; empty when it can
/// @param faults every fault of the workbook handed in; none changed anything
/// @param done what was imported, as a sentence; empty when nothing was
public record SheetView(
        List<Crumb> crumbs,
        String title,
        String back,
        String file,
        String action,
        String closed,
        List<Line> faults,
        String done) {
    /// @param cell address such as `C7`; empty for the whole workbook
    public record Line(String cell, String text) {}

    /// One byte more than allowed is enough to be told that it is too large.
    public static byte[] bytes(MultipartFile file) throws IOException {
        try (var in = file.getInputStream()) {
            return in.readNBytes(Grid.MOST_BYTES + 1);
        }
    }

    /// The same page with what became of a workbook.
    public ModelAndView after(Imported imported, Messages messages, Language language) {
        return switch (imported) {
            case Imported.Done(int changed, int added, int same) ->
                    with(List.of(), messages.say(language, "sheet.done", changed, added, same));
            case Imported.Rejected(var all) ->
                    with(all.stream().map(f -> line(f, messages, language)).toList(), "");
            case Imported.Refused(var key) ->
                    with(List.of(new Line("", messages.say(language, key))), "");
        };
    }

    private static Line line(CellFault fault, Messages messages, Language language) {
        return new Line(fault.cell(), messages.say(language, fault.key(), fault.value()));
    }

    private ModelAndView with(List<Line> lines, String sentence) {
        return new SheetView(crumbs, title, back, file, action, closed, lines, sentence).show();
    }

    public ModelAndView show() {
        return Show.view("sheet/sheet", this);
    }
}
