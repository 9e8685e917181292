package org.tongquan.ledger.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Annotations of a text, one per line:
/// `article （一）` for a heading, `c start…end | lead A,B | coop C | explicit | source bracket |
/// time by 2025-12-31 | ind >= 20 % | city X,Y | all | other Z` for a commitment; `after words` to
/// go on behind them.
record Gold(List<Heading> articles, List<Row> rows) {
    record Heading(String level, String number, int start) {}

    /// Field values as strings, so that they can be counted.
    record Row(
            int start, int end, Map<String, List<String>> fields, boolean explicit, String source) {
        List<String> get(String field) {
            return fields.getOrDefault(field, List.of());
        }
    }

    static Gold parse(String text, String annotations, Lexicon lexicon) {
        var articles = new ArrayList<Heading>();
        var rows = new ArrayList<Row>();
        int from = 0;
        for (var line :
                annotations.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
            int space = line.indexOf(' ');
            String word = line.substring(0, space);
            String rest = line.substring(space + 1);
            if (word.equals("after")) {
                from = find(text, rest, from) + rest.length();
                continue;
            }
            if (!word.equals("c")) {
                int at = find(text, rest, from);
                boolean section = word.equals("section");
                articles.add(new Heading(word, section ? "" : rest, at));
                from = section ? at + rest.length() : at + 1;
                continue;
            }
            var row = row(text, rest, from, lexicon);
            rows.add(row);
            from = row.end();
        }
        return new Gold(articles, rows);
    }

    private static int find(String text, String words, int from) {
        int at = text.indexOf(words, from);
        if (at < 0) {
            throw new IllegalArgumentException("not in the text behind " + from + ": " + words);
        }
        return at;
    }

    private static Row row(String text, String rest, int from, Lexicon lexicon) {
        var parts = rest.split(" \\| ");
        int dots = parts[0].indexOf('…');
        String head = dots < 0 ? parts[0] : parts[0].substring(0, dots);
        String tail = dots < 0 ? "" : parts[0].substring(dots + 1);
        int start = find(text, head, from);
        int end = tail.isEmpty() ? start + head.length() : find(text, tail, start) + tail.length();
        var fields = new TreeMap<String, List<String>>();
        boolean explicit = false;
        String source = "none";
        for (int i = 1; i < parts.length; i++) {
            int space = parts[i].indexOf(' ');
            String key = space < 0 ? parts[i] : parts[i].substring(0, space);
            String value = space < 0 ? "" : parts[i].substring(space + 1);
            switch (key) {
                case "explicit" -> explicit = true;
                case "source" -> source = value;
                case "all" ->
                        fields.put(
                                "city",
                                lexicon.members().stream().map(Lexicon.Member::shortName).toList());
                case "time", "ind" ->
                        fields.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
                default -> fields.put(key, List.of(value.split(",")));
            }
        }
        return new Row(start, end, fields, explicit, source);
    }

    /// The same form for what the reader found.
    static Row of(Commitment c) {
        var fields = new TreeMap<String, List<String>>();
        fields.put("lead", c.leadUnits().stream().map(Found::value).toList());
        fields.put("coop", c.coopUnits().stream().map(Found::value).toList());
        fields.put("city", c.cities().stream().map(Found::value).toList());
        fields.put("other", c.otherPlaces().stream().map(Found::value).toList());
        fields.put(
                "time",
                c.deadlines().stream().map(d -> d.type().word() + " " + d.value()).toList());
        fields.put(
                "ind",
                c.indicators().stream()
                        .map(i -> i.operator() + " " + plain(i.value()) + " " + i.unit())
                        .toList());
        return new Row(c.start(), c.end(), fields, c.leadExplicit(), c.leadSource().word());
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
