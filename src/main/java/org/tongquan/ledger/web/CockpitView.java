package org.tongquan.ledger.web;

import java.util.List;
import org.tongquan.ledger.standing.Light;
import org.tongquan.site.LineChart;

/// The numbers that matter: for the cockpit, and in part for the public.
///
/// @param trend the last months
/// @param changes lights that changed within a week, for the worse first; the cockpit's alone
/// @param worse how many changed for the worse, `better` for the better
/// @param urgent what is red, then yellow, the most urgent first
public record CockpitView(
        String region,
        String regionName,
        String day,
        int commitments,
        int obligations,
        int red,
        int yellow,
        int green,
        int none,
        int finished,
        int wasLate,
        int meanPercent,
        List<Bar> byParty,
        List<Bar> byChapter,
        LineChart trend,
        List<Change> changes,
        int worse,
        int better,
        List<RowView> urgent,
        LedgerView list) {
    private static final int FIRST = 5;

    /// The changes shown at once.
    public List<Change> firstChanges() {
        return changes.subList(0, Math.min(FIRST, changes.size()));
    }

    /// The others, to open.
    public List<Change> moreChanges() {
        return changes.subList(Math.min(FIRST, changes.size()), changes.size());
    }

    /// A light that changed.
    ///
    /// @param before a light's word, as `now`
    public record Change(String href, String text, String party, String before, String now) {}

    /// The public figures as the front page shows them.
    ///
    /// @param shown false where a region does not publish its progress
    /// @param lights the obligations by light, and where all of them are listed
    public record Front(
            boolean shown,
            String name,
            String day,
            int commitments,
            int finishedPercent,
            int meanPercent,
            Bar lights) {
        static final Front NOTHING = new Front(false, "", "", 0, 0, 0, new Bar("", "", 0, 0, 0, 0));
    }

    /// One bar of lights.
    public record Bar(String label, String href, int red, int yellow, int green, int none) {
        public int total() {
            return red + yellow + green + none;
        }

        static Bar of(String label, String href, java.util.Map<Light, Integer> counts) {
            return new Bar(
                    label,
                    href,
                    counts.getOrDefault(Light.RED, 0),
                    counts.getOrDefault(Light.YELLOW, 0),
                    counts.getOrDefault(Light.GREEN, 0),
                    counts.getOrDefault(Light.NONE, 0));
        }
    }
}
