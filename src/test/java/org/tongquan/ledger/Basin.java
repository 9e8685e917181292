package org.tongquan.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.tongquan.compact.AdoptionOutcome;
import org.tongquan.compact.Compacts;
import org.tongquan.compact.Resolved;
import org.tongquan.compact.TestCompacts;
import org.tongquan.compact.reading.CompactFolder;
import org.tongquan.identity.Demonstration;
import org.tongquan.kernel.Actor;
import org.tongquan.kernel.Power;

/// The invented region of three parties, one of them a county, adopted from YAML alone under an id
/// of its own. Further versions are the same text with words replaced.
public final class Basin {
    public static final String PASSWORD = "basin-basin-1";
    private static final Path SOURCE = Path.of("src/test/resources/compacts/yunhe");

    private final ApplicationContext house;
    private final String region;

    /// Adopts the region as it stands in its files.
    public Basin(ApplicationContext house, String region) {
        this.house = house;
        this.region = region;
        adopt(Map.of());
    }

    public String region() {
        return region;
    }

    public Ledger ledger() {
        return house.getBean(Ledger.class);
    }

    public <T> T door(Class<T> type) {
        return house.getBean(type);
    }

    /// Adopts the files with words replaced, as one more version. The same text is no error.
    public void adopt(Map<String, String> changes) {
        var outcome =
                house.getBean(Compacts.class)
                        .adoptWithBases(Actor.job("ledger"), changed(changes), List.of(), Map.of());
        if (outcome instanceof AdoptionOutcome.Refused refused) {
            throw new AssertionError(refused.toString());
        }
    }

    private Resolved changed(Map<String, String> changes) {
        try (var files = Files.walk(SOURCE)) {
            var folder = Files.createTempDirectory("basin");
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = Files.readString(file).replace("id: yunhe\n", "id: " + region + "\n");
                for (var change : changes.entrySet()) {
                    text = text.replace(change.getKey(), change.getValue());
                }
                var target = folder.resolve(region).resolve(SOURCE.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.writeString(target, text);
            }
            return TestCompacts.get(new CompactFolder(folder, TestCompacts.SHIPPED).load(region));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The secretariat, with all powers that the region's text gives it.
    public Actor office() {
        return actor(
                region + ":secretariat",
                Power.DRAFT,
                Power.ADOPT,
                Power.ASSIGN,
                Power.SUPERVISE,
                Power.ISSUE_REPORT);
    }

    /// A department such as `990100/hangdao`.
    public Actor unit(String id) {
        return actor(id, Power.REPORT_PROGRESS);
    }

    public Actor actor(String body, Power... powers) {
        return new Actor(
                UUID.nameUUIDFromBytes(body.getBytes(StandardCharsets.UTF_8)).toString(),
                body,
                region,
                Set.of(powers));
    }

    /// A report of today.
    public NewReport report(String commitment, String party, int percent) {
        return report(commitment, party, ledger().today(), percent);
    }

    public NewReport report(String commitment, String party, LocalDate on, int percent) {
        var text = "done so far: " + percent;
        return new NewReport(region, commitment, party, on, percent, text, List.of(), false);
    }

    public Obligation obligation(String commitment, String party) {
        return ledger().find(office(), region, commitment).orElseThrow().obligations().stream()
                .filter(o -> o.party().equals(party))
                .findFirst()
                .orElseThrow();
    }

    /// Makes an account that may act for one body.
    public void account(String login, String body) {
        house.getBean(Demonstration.class)
                .seed(
                        List.of(
                                new Demonstration.Account(
                                        login, login, PASSWORD, region, List.of(body))));
    }
}
