package org.tongquan.ledger.progress.web;

import java.util.List;

/// What cooperating units say of one report.
///
/// @param action where the form goes; empty when this reader is not asked
/// @param open whether the form is shown at once
/// @param seen how often the reader's unit has spoken on it
/// @param typed reason typed before, when it was refused
/// @param refused word of the refusal, empty when there is none
public record ConfirmView(
        String id,
        List<PlaceView> places,
        String action,
        boolean open,
        int seen,
        String typed,
        String refused,
        String back) {
    public ConfirmView {
        places = List.copyOf(places);
    }

    /// @param state `agrees`, `contradicts` or `open`
    public record PlaceView(String unit, String state, String at, String reason) {}
}
