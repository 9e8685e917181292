package org.tongquan.ledger.planning.web;

import java.util.List;
import org.tongquan.site.Crumb;

/// The workbook of a plan: fetch it, hand it in again, see what is wrong with it.
///
/// @param faults every fault of the workbook handed in; none changed anything
/// @param done what was imported, as a sentence; empty when nothing was
public record SheetView(
        List<Crumb> crumbs, String plan, boolean mayImport, List<Line> faults, String done) {
    /// @param cell address such as `C7`; empty for the whole workbook
    public record Line(String cell, String text) {}
}
