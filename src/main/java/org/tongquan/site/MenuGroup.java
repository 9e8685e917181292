package org.tongquan.site;

import java.util.ArrayList;
import java.util.List;

/// Entries of the menu that open together.
///
/// @param key message key of its label; empty when its entries stand in the menu themselves
/// @param current whether the page being read is among them
/// @param waiting how much waits behind all of them
public record MenuGroup(String key, List<Item> items, boolean current, int waiting) {
    /// A menu of so many entries is shown without groups.
    static final int MOST_FLAT = 6;

    public MenuGroup {
        items = List.copyOf(items);
    }

    public record Item(String path, String key, boolean current, int waiting) {}

    /// The menu of a page: flat while it is short; a group of one entry stands by itself.
    static List<MenuGroup> of(Page page) {
        var items = new ArrayList<MenuGroup>();
        if (page.menu().size() <= MOST_FLAT) {
            page.menu().forEach(e -> items.add(group("", List.of(item(page, e)))));
            return items;
        }
        for (var group : MenuEntry.Group.values()) {
            var entries = page.menu().stream().filter(e -> e.group() == group).toList();
            if (!entries.isEmpty()) {
                items.add(
                        group(
                                entries.size() == 1 ? "" : group.key(),
                                entries.stream().map(e -> item(page, e)).toList()));
            }
        }
        return items;
    }

    private static Item item(Page page, MenuEntry entry) {
        return new Item(
                entry.path(),
                entry.key(),
                page.current(entry),
                entry.waiting().applyAsInt(page.actor()));
    }

    private static MenuGroup group(String key, List<Item> items) {
        return new MenuGroup(
                key,
                items,
                items.stream().anyMatch(Item::current),
                items.stream().mapToInt(Item::waiting).sum());
    }
}
