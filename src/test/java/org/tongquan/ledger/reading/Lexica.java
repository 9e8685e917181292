package org.tongquan.ledger.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Small dictionaries for tests, one entry per line of a resource.
final class Lexica {
    private Lexica() {}

    static Lexicon a() {
        return of("lexicon-a.txt", "lexicon-common.txt");
    }

    static Lexicon b() {
        return of("lexicon-b.txt", "lexicon-common.txt");
    }

    static Lexicon of(String... files) {
        var builder = Lexicon.builder();
        for (var file : files) {
            resource(file).lines().filter(l -> !l.startsWith("#")).forEach(l -> add(builder, l));
        }
        return builder.build();
    }

    private static void add(Lexicon.Builder builder, String line) {
        var words = line.strip().split(" +");
        switch (words[0]) {
            case "member" -> builder.member(words[1], words[2], words[3]);
            case "place" -> builder.place(words[1], words[2], words[3], "");
            case "unit" ->
                    builder.unit(words[1], words[2], Arrays.copyOfRange(words, 3, words.length));
            case "region" -> builder.regionName(words[1]);
            case "group" -> builder.group(words[1]);
            case "province" -> builder.province(words[1]);
            default -> throw new IllegalArgumentException(line);
        }
    }

    static String resource(String file) {
        try (var in = Lexica.class.getResourceAsStream("/reading/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }
}
