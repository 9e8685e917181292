package org.tongquan.ledger.overview.web;

import java.util.List;
import org.tongquan.site.Option;

/// Chapters against lights, the most urgent cards in each cell.
public record BoardView(List<Option> parties, String party, List<Lane> lanes) {
    public record Lane(String chapter, List<Cell> cells) {}

    /// @param href the list of all that the cell stands for
    public record Cell(String light, int count, List<Card> cards, String href) {
        public int more() {
            return count - cards.size();
        }
    }

    public record Card(String href, String text, String party, int percent, String due) {}
}
