package org.tongquan.ledger.web;

import java.util.List;
import org.tongquan.ledger.Light;

/// The numbers that matter: for the cockpit, and in part for the public.
///
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
        List<RowView> urgent,
        LedgerView list) {
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
