package org.tongquan.ledger.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Counts a reading against annotations: spans one to one at intersection over union of a half,
/// fields end to end over all commitments (a missed commitment loses its values, an invented one's
/// are all wrong), articles by level, number and start.
final class ReadingScore {
    static final List<String> FIELDS = List.of("lead", "coop", "city", "other", "time", "ind");

    /// Right, found and wanted values of one field.
    static final class Count {
        int right;
        int found;
        int wanted;

        double f1() {
            return found + wanted == 0 ? 1 : 2.0 * right / (found + wanted);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "F1 %.3f (right %d, found %d, wanted %d)",
                    f1(),
                    right,
                    found,
                    wanted);
        }
    }

    final Map<String, Count> counts = new TreeMap<>();
    final List<String> differences = new ArrayList<>();

    Count count(String name) {
        return counts.computeIfAbsent(name, _ -> new Count());
    }

    void add(String text, Read read, Gold gold) {
        articles(read, gold);
        var found = read.commitments().stream().map(Gold::of).toList();
        var partner = match(found, gold.rows());
        var spans = count("span");
        spans.found += found.size();
        spans.wanted += gold.rows().size();
        for (int g = 0; g < gold.rows().size(); g++) {
            var want = gold.rows().get(g);
            if (partner[g] < 0) {
                differences.add("missed: " + cut(text, want));
                FIELDS.forEach(
                        field ->
                                count(field(field, want.source())).wanted +=
                                        want.get(field).size());
                continue;
            }
            spans.right++;
            compare(text, want, found.get(partner[g]));
        }
        for (int f = 0; f < found.size(); f++) {
            if (!contains(partner, f)) {
                var own = found.get(f);
                differences.add("invented: " + cut(text, own));
                FIELDS.forEach(
                        field -> count(field(field, own.source())).found += own.get(field).size());
            }
        }
    }

    private void articles(Read read, Gold gold) {
        var count = count("article");
        var left =
                new ArrayList<>(
                        read.articles().stream()
                                .map(a -> new Gold.Heading(a.level().word(), a.number(), a.start()))
                                .toList());
        count.found += left.size();
        count.wanted += gold.articles().size();
        for (var want : gold.articles()) {
            if (left.remove(want)) {
                count.right++;
            } else {
                differences.add("article missed: " + want);
            }
        }
        left.forEach(more -> differences.add("article invented: " + more));
    }

    private static int[] match(List<Gold.Row> found, List<Gold.Row> wanted) {
        var partner = new int[wanted.size()];
        var used = new boolean[found.size()];
        for (int g = 0; g < wanted.size(); g++) {
            partner[g] = -1;
            double best = 0.5;
            for (int f = 0; f < found.size(); f++) {
                double share = overlap(found.get(f), wanted.get(g));
                if (!used[f] && share >= best) {
                    best = share;
                    partner[g] = f;
                }
            }
            if (partner[g] >= 0) {
                used[partner[g]] = true;
            }
        }
        return partner;
    }

    private static double overlap(Gold.Row a, Gold.Row b) {
        int both = Math.min(a.end(), b.end()) - Math.max(a.start(), b.start());
        int any = Math.max(a.end(), b.end()) - Math.min(a.start(), b.start());
        return any <= 0 ? 0 : (double) both / any;
    }

    private static boolean contains(int[] list, int value) {
        for (int v : list) {
            if (v == value) {
                return true;
            }
        }
        return false;
    }

    /// Units are counted apart by where they come from, as the targets are.
    private static String field(String field, String source) {
        return field.equals("lead") || field.equals("coop") ? field + "-" + source : field;
    }

    private void compare(String text, Gold.Row want, Gold.Row own) {
        for (var field : FIELDS) {
            var left = new ArrayList<>(own.get(field));
            int right = 0;
            for (var value : want.get(field)) {
                right += left.remove(value) ? 1 : 0;
            }
            var count =
                    count(
                            field(
                                    field,
                                    want.source().equals("none") ? own.source() : want.source()));
            count.right += right;
            count.found += own.get(field).size();
            count.wanted += want.get(field).size();
            if (right < want.get(field).size() || right < own.get(field).size()) {
                differences.add(
                        field
                                + " wanted "
                                + want.get(field)
                                + " found "
                                + own.get(field)
                                + ": "
                                + cut(text, want));
            }
        }
        var explicit = count("explicit");
        explicit.found++;
        explicit.wanted++;
        explicit.right +=
                want.explicit() == own.explicit() && want.source().equals(own.source()) ? 1 : 0;
        if (want.explicit() != own.explicit() || !want.source().equals(own.source())) {
            differences.add(
                    "source wanted "
                            + want.source()
                            + want.explicit()
                            + " found "
                            + own.source()
                            + own.explicit()
                            + ": "
                            + cut(text, want));
        }
    }

    private static String cut(String text, Gold.Row row) {
        String own = text.substring(row.start(), row.end());
        return row.start() + " " + (own.length() > 60 ? own.substring(0, 60) + "…" : own);
    }
}
