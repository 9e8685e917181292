package org.tongquan.bench;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// One product as a client sees it.
abstract class Product {
    final String address;
    final Same same;

    Product(String address, Same same) {
        this.address = address;
        this.same = same;
    }

    abstract Reader client(int unit) throws IOException, InterruptedException;

    abstract TreeSet<Integer> list(Reader reader, int unit)
            throws IOException, InterruptedException;

    abstract TreeSet<Integer> search(Reader reader, String words)
            throws IOException, InterruptedException;

    abstract String item(Reader reader, int number) throws IOException, InterruptedException;

    abstract void update(Reader reader, Same.Item item, int percent)
            throws IOException, InterruptedException;

    void act(What what, Reader reader, int unit, Random random, List<Same.Item> own)
            throws IOException, InterruptedException {
        int number = 1 + random.nextInt(same.items().size());
        switch (what) {
            case LIST -> list(reader, random.nextInt(same.units().size()));
            case ITEM -> item(reader, own.get(number % own.size()).number());
            case SEARCH -> search(reader, word(number));
            case UPDATE -> update(reader, own.get(number % own.size()), random.nextInt(101));
        }
    }

    /// What a client does again and again.
    enum What {
        LIST("list with filter"),
        ITEM("item page"),
        SEARCH("search"),
        UPDATE("update");

        final String words;

        What(String words) {
            this.words = words;
        }
    }

    /// Stands in one item.
    static String word(int number) {
        return "第" + number + "项";
    }

    static TreeSet<Integer> ids(Pattern pattern, String page) {
        var ids = new TreeSet<Integer>();
        var found = pattern.matcher(page);
        while (found.find()) {
            ids.add(Integer.valueOf(found.group(1)));
        }
        return ids;
    }

    static List<Same.Item> own(Same same, int unit) {
        return same.items().stream().filter(i -> i.unit() == unit).toList();
    }
}
