package org.tongquan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A long policy document made of the invented sample: its articles again and again, numbered on,
/// with other figures, years and names each time, so that no two sentences are the same.
final class PolicyText {
    private static final Path SAMPLE = Path.of("src/test/resources/compacts/yunhe-policy.txt");
    private static final Pattern ARTICLE = Pattern.compile("^（[一二三四五六七八九十]+）");
    private static final Pattern CHAPTER = Pattern.compile("^[一二三四五六七八九十]+、");
    private static final Pattern FIGURE = Pattern.compile("(?<![0-9.])[0-9]{1,3}(?![0-9.年月日])");
    private static final String DIGITS = "零一二三四五六七八九";
    private static final int CLOSING_LINES = 3;
    private static final int PREAMBLE_LINES = 4;

    private PolicyText() {}

    /// @param length characters it has at least
    static String of(int length) throws IOException {
        var lines = Files.readAllLines(SAMPLE).stream().filter(l -> !l.isBlank()).toList();
        var head = lines.subList(0, PREAMBLE_LINES);
        var body = lines.subList(PREAMBLE_LINES, lines.size() - CLOSING_LINES);
        var close = lines.subList(lines.size() - CLOSING_LINES, lines.size());
        var made = new ArrayList<>(head);
        int chapter = 0;
        int article = 0;
        for (int round = 0; size(made) + size(close) < length; round++) {
            for (var line : body) {
                if (size(made) + size(close) >= length) {
                    break;
                }
                var changed = figures(line, round);
                if (ARTICLE.matcher(line).find()) {
                    changed = ARTICLE.matcher(changed).replaceFirst("（" + chinese(++article) + "）");
                } else if (CHAPTER.matcher(line).find()) {
                    changed = CHAPTER.matcher(changed).replaceFirst(chinese(++chapter) + "、");
                }
                made.add(changed);
            }
        }
        made.addAll(close);
        return String.join("\n", made) + "\n";
    }

    private static String figures(String line, int round) {
        return FIGURE.matcher(line)
                .replaceAll(m -> Integer.toString(1 + (Integer.parseInt(m.group()) + round) % 999));
    }

    private static int size(List<String> lines) {
        return lines.stream().mapToInt(l -> l.length() + 1).sum();
    }

    /// From 1 to 999 in Chinese numerals.
    private static String chinese(int number) {
        var text = new StringBuilder();
        int hundreds = number / 100;
        int tens = number / 10 % 10;
        int ones = number % 10;
        if (hundreds > 0) {
            text.append(DIGITS.charAt(hundreds)).append('百');
        }
        if (tens > 0) {
            text.append(tens == 1 && hundreds == 0 ? "" : DIGITS.substring(tens, tens + 1));
            text.append('十');
        } else if (hundreds > 0 && ones > 0) {
            text.append('零');
        }
        return ones == 0 ? text.toString() : text.append(DIGITS.charAt(ones)).toString();
    }
}
