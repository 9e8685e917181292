package org.tongquan.settlement;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tongquan.host.Acting;
import org.tongquan.host.TestHost;
import org.tongquan.journal.Journal;
import org.tongquan.kernel.Ids;
import org.tongquan.settlement.posting.Account;
import org.tongquan.settlement.posting.Instruction;
import org.tongquan.settlement.posting.Leg;
import org.tongquan.settlement.posting.Note;
import org.tongquan.settlement.posting.PostingId;
import org.tongquan.settlement.posting.Recorded;
import org.tongquan.settlement.posting.Unit;

/// Books with a clock of their own, on accounts of an own region.
final class TestBooks {
    /// Far ahead, so that the books of the house itself find nothing due.
    static final Instant START = Instant.parse("2041-03-01T04:00:00Z");

    final String region;
    final Settlement settlement;
    private final JdbcTemplate all = new JdbcTemplate(TestHost.administrator().dataSource());

    TestBooks(ApplicationContext house, String region, Clock clock) {
        this(house, house.getBean(DataSource.class), region, clock);
    }

    TestBooks(ApplicationContext house, DataSource source, String region, Clock clock) {
        this.region = region;
        this.settlement =
                new Settlement(
                        source,
                        house.getBean(Acting.class),
                        clock,
                        house.getBean(Journal.class),
                        house.getBean(Ids.class));
    }

    TestBooks(Settlement settlement, String region) {
        this.region = region;
        this.settlement = settlement;
    }

    /// Opens `region/party/purpose/CNY` without limits.
    String open(String party, String purpose) {
        return open(Account.open(region, party, purpose, Unit.CNY));
    }

    String open(Account account) {
        settlement.open(Settlement.JOB, List.of(account));
        return account.id();
    }

    Recorded post(Instruction instruction) {
        return settlement.post(Settlement.JOB, instruction);
    }

    PostingId done(Instruction instruction) {
        return done(post(instruction));
    }

    static PostingId done(Recorded recorded) {
        return switch (recorded) {
            case Recorded.Done done -> done.id();
            case Recorded.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    Instruction move(String key, Instant event, Leg... legs) {
        return new Instruction.Move(region + "/" + key, new Note("test", event), List.of(legs));
    }

    /// From one account to another.
    Instruction move(String key, String from, String to, long amount) {
        return move(key, START, new Leg(from, -amount), new Leg(to, amount));
    }

    long posted(String account) {
        return settlement.find(Settlement.JOB, account).orElseThrow().balance().posted();
    }

    List<Long> stands(String account) {
        var balance = settlement.find(Settlement.JOB, account).orElseThrow().balance();
        return List.of(balance.posted(), balance.incoming(), balance.outgoing());
    }

    long count(String sql, Object... values) {
        return all.queryForObject(sql, Long.class, values);
    }

    JdbcTemplate all() {
        return all;
    }

    /// What the legs alone come to, account by account, beside what is kept: empty when both agree.
    Map<String, String> differences() {
        var found = new TreeMap<String, String>();
        all.query(
                """
                select a.id, b.posted, coalesce(sum(l.amount), 0), b.incoming + b.outgoing,
                    coalesce(sum(l.reserved), 0), b.version, count(l.posting),
                    coalesce(max(l.version), 0)
                from settlement.account a
                join settlement.balance b on b.account = a.no
                left join settlement.leg l on l.account = a.no
                where a.region = ?
                group by a.id, b.posted, b.incoming, b.outgoing, b.version
                having b.posted <> coalesce(sum(l.amount), 0)
                    or b.incoming + b.outgoing <> coalesce(sum(l.reserved), 0)
                    or b.version <> count(l.posting)
                    or b.version <> coalesce(max(l.version), 0)
                """,
                row -> {
                    found.put(row.getString(1), "kept " + row.getLong(2) + ", " + row.getLong(3));
                },
                region);
        return found;
    }

    /// Postings whose legs do not add up to zero in some unit.
    long unbalanced() {
        return count(
                """
                select count(*) from (
                    select l.posting from settlement.leg l
                    join settlement.account a on a.no = l.account
                    where a.region = ?
                    group by l.posting, a.unit
                    having sum(l.amount) <> 0 or sum(l.reserved) <> 0) faults
                """,
                region);
    }
}
