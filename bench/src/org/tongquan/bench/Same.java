package org.tongquan.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// What stands in the one product, to be put into the other.
///
/// @param units those who lead items, in a fixed order
record Same(List<String> units, List<Item> items, List<Report> reports) {
    /// @param unit its place in the list of units
    record Item(
            int number, String text, int unit, String party, String start, String deadline, int percent) {}

    /// @param before progress of the report before it
    record Report(int id, int item, int unit, String on, int before, int percent, String text) {}

    static Same read(Connection db, String region) throws SQLException {
        var units = new ArrayList<String>();
        var places = new HashMap<String, Integer>();
        var percents = new HashMap<Integer, Integer>();
        var leads = new HashMap<Integer, Integer>();
        var items = new ArrayList<Item>();
        var reports = new ArrayList<Report>();
        try (var statement = db.createStatement()) {
            try (var rows =
                    statement.executeQuery(
                            "select distinct lead[1] from ledger.plan_item where region = '"
                                    + region
                                    + "' order by 1")) {
                while (rows.next()) {
                    places.put(rows.getString(1), units.size());
                    units.add(rows.getString(1));
                }
            }
            try (var rows =
                    statement.executeQuery(
                            "select place, text_zh || ' ' || text_en, lead[1], parties[1], start_on,"
                                    + " deadline from ledger.plan_item order by place")) {
                while (rows.next()) {
                    int unit = places.get(rows.getString(3));
                    leads.put(rows.getInt(1), unit);
                    items.add(
                            new Item(
                                    rows.getInt(1),
                                    rows.getString(2),
                                    unit,
                                    rows.getString(4),
                                    rows.getString(5),
                                    rows.getString(6),
                                    0));
                }
            }
            try (var rows =
                    statement.executeQuery(
                            "select substr(commitment, "
                                    + (ManyItems.PREFIX.length() + 1)
                                    + ")::integer, on_day, percent, text from ledger.progress"
                                    + " where commitment like '"
                                    + ManyItems.PREFIX
                                    + "%' order by on_day, at, id")) {
                while (rows.next()) {
                    int item = rows.getInt(1);
                    var before = percents.put(item, rows.getInt(3));
                    reports.add(
                            new Report(
                                    reports.size() + 1,
                                    item,
                                    leads.get(item),
                                    rows.getString(2),
                                    before == null ? 0 : before,
                                    rows.getInt(3),
                                    rows.getString(4)));
                }
            }
        }
        items.replaceAll(
                i ->
                        new Item(
                                i.number(),
                                i.text(),
                                i.unit(),
                                i.party(),
                                i.start(),
                                i.deadline(),
                                percents.getOrDefault(i.number(), 0)));
        return new Same(List.copyOf(units), items, reports);
    }
}
