package org.tongquan.ledger.planning.web;

import java.util.List;

/// What the plan says of one item, on the item's own page.
///
/// @param waits what it waits for; `awaited` what waits for it
/// @param from items that it is a part of, or that were merged into it
/// @param promised deadline promised at first, `moved` how often it was changed
public record TileView(
        String plan,
        String title,
        String id,
        String responsible,
        int weight,
        List<Share> shares,
        List<WaitView> waits,
        List<WaitView> awaited,
        List<String> from,
        String region,
        String promised,
        int moved) {
    public record Share(String unit, String work) {}

    /// @param due when what is waited for is due, `start` when the waiting item begins
    /// @param percent negative where the reader does not see it
    public record WaitView(
            String href,
            String id,
            String text,
            String due,
            String start,
            int percent,
            boolean late,
            boolean clashes) {}
}
