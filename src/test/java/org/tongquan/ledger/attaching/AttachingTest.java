package org.tongquan.ledger.attaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongquan.HouseTest;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;
import org.tongquan.ledger.Basin;
import org.tongquan.ledger.DrivenDoors;
import org.tongquan.ledger.ProgressReport.Attachment;
import org.tongquan.ledger.attaching.AttachAnswer.Fault;

/// Files of an item: attached, checked, withdrawn, and what another city tries.
@HouseTest
class AttachingTest {
    private static final String ITEM = "y01-locks";

    @Autowired private ApplicationContext house;
    @Autowired private Acting acting;
    @Autowired private JdbcClient db;

    private static Attachment file(String text) {
        return new Attachment("图纸.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    private static UUID done(AttachAnswer answer) {
        assertThat(answer).isInstanceOf(AttachAnswer.Done.class);
        return ((AttachAnswer.Done) answer).id();
    }

    private static AttachAnswer refused(Fault fault) {
        return new AttachAnswer.Refused(fault);
    }

    @Test
    void aFileKeepsItsChecksumAndAWithdrawnOneStaysOnRecord() {
        var basin = new Basin(house, "basin-files");
        var attaching = basin.door(Attaching.class);
        var doors = new DrivenDoors();
        var office = basin.office();
        var id =
                done(
                        doors.run(
                                "Attaching.add",
                                () -> attaching.add(office, ITEM, file("abc"), "船闸布置")));
        var kept =
                doors.run("Attaching.list", () -> attaching.list(office, ITEM))
                        .orElseThrow()
                        .getFirst();
        assertThat(kept.sha256())
                .as("SHA-256 of abc, FIPS 180-4")
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(doors.run("Attaching.mayAttach", () -> attaching.mayAttach(office))).isTrue();
        assertThat(doors.run("Attaching.mayWithdraw", () -> attaching.mayWithdraw(office, kept)))
                .isTrue();
        done(doors.run("Attaching.withdraw", () -> attaching.withdraw(office, id, "传错了")));
        assertThat(attaching.withdraw(office, id, "再次")).isEqualTo(refused(Fault.WITHDRAWN));
        var after = attaching.list(office, ITEM).orElseThrow().getFirst();
        assertThat(after.withdrawn()).extracting(Attached.Withdrawal::reason).isEqualTo("传错了");
        assertThat(doors.run("Attaching.content", () -> attaching.content(office, id)))
                .isInstanceOf(AttachAnswer.Content.class);
        doors.requireAll(List.of(Attaching.class));
    }

    @Test
    void whatIsWrongWithAFileIsSaid() {
        var basin = new Basin(house, "basin-files-bad");
        var attaching = basin.door(Attaching.class);
        var office = basin.office();
        assertThat(attaching.add(office, ITEM, file(""), "")).isEqualTo(refused(Fault.EMPTY));
        var large = new Attachment("x", "x/y", new byte[Attachment.MOST_BYTES + 1]);
        assertThat(attaching.add(office, ITEM, large, "")).isEqualTo(refused(Fault.SIZE));
        var note = "长".repeat(Attached.MOST_NOTE + 1);
        assertThat(attaching.add(office, ITEM, file("a"), note)).isEqualTo(refused(Fault.WORDS));
        assertThat(attaching.add(office, "no-such-item", file("a"), ""))
                .isEqualTo(refused(Fault.NOT_FOUND));
        var id = done(attaching.add(office, ITEM, file("a"), ""));
        assertThat(attaching.add(office, ITEM, file("a"), "")).isEqualTo(refused(Fault.SAME));
        assertThat(attaching.withdraw(office, id, " ")).isEqualTo(refused(Fault.WORDS));
        assertThat(attaching.list(office, "no-such-item")).isEmpty();
    }

    @Test
    void theOfficesFilesAreSeenByAllAndACitysByItselfAndTheOffice() {
        var basin = new Basin(house, "basin-files-seen");
        var attaching = basin.door(Attaching.class);
        var county = basin.unit("990321/shuili");
        var city = basin.unit("990200/huanjing");
        done(attaching.add(basin.office(), ITEM, file("for all"), ""));
        var own = done(attaching.add(county, ITEM, file("of the county"), ""));
        assertThat(attaching.list(basin.office(), ITEM).orElseThrow()).hasSize(2);
        assertThat(attaching.list(county, ITEM).orElseThrow()).hasSize(2);
        assertThat(attaching.list(city, ITEM).orElseThrow()).hasSize(1);
        assertThat(attaching.content(city, own)).isEqualTo(refused(Fault.NOT_FOUND));
        assertThat(attaching.withdraw(city, own, "试试")).isEqualTo(refused(Fault.NOT_FOUND));
        var stranger = new Actor("x", "elsewhere:office", "elsewhere", Set.of(Power.values()));
        assertThat(attaching.list(stranger, ITEM)).isEmpty();
        assertThat(attaching.content(stranger, own)).isEqualTo(refused(Fault.NOT_FOUND));
    }

    @Test
    void theDatabaseRefusesWhatTheDoorWouldNotDo() {
        var basin = new Basin(house, "basin-files-sql");
        var county = basin.unit("990321/shuili");
        var own = done(basin.door(Attaching.class).add(county, ITEM, file("own"), ""));
        var city = basin.actor("990200/huanjing", Power.values());
        var insert =
                """
                insert into ledger.attachment (id, region, item, party, body, person, at, name,
                    media_type, size, sha256, note, content)
                values (gen_random_uuid(), '%s', 'y01-locks', '%s', host.body(), host.person(),
                    now(), 'x', 'x/y', 1, decode('00', 'hex'), '', decode('00', 'hex'))
                """;
        refused(city, insert.formatted(basin.region(), "990321"));
        refused(city, insert.formatted(basin.region(), ""));
        refused(
                city,
                """
                insert into ledger.attachment_withdrawn values
                    ('%s', '%s', host.body(), host.person(), now(), 'x')
                """
                        .formatted(own, basin.region()));
        refused(county, "update ledger.attachment set name = 'y'");
        refused(county, "delete from ledger.attachment");
    }

    private void refused(Actor actor, String sql) {
        assertThatThrownBy(() -> acting.as(actor, () -> db.sql(sql).update()))
                .isInstanceOf(DataAccessException.class);
    }
}
