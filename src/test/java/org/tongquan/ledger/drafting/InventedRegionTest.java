package org.tongquan.ledger.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongquan.HouseTest;
import org.tongquan.ledger.Basin;
import org.yaml.snakeyaml.Yaml;

/// A document of a region that no class knows, read with the dictionaries of its YAML alone,
// against
/// what a careful reader found in it.
@HouseTest
class InventedRegionTest {
    private static final Path FOLDER = Path.of("src/test/resources/compacts");

    @Autowired private ApplicationContext house;

    @Test
    void unitsAndTimesOfEveryCommitmentAreThoseACarefulReaderFound() throws IOException {
        var basin = new Basin(house, "basin-reading");
        var drafting = basin.door(Drafting.class);
        var policy = Files.readAllBytes(FOLDER.resolve("yunhe-policy.txt"));
        var started = drafting.start(basin.office(), basin.region(), "policy.txt", policy);
        var draft =
                drafting.find(basin.office(), ((Starting.Started) started).draft()).orElseThrow();
        var faults = new ArrayList<String>();
        for (var wanted : expected()) {
            var begins = (String) wanted.get("starts");
            var row =
                    draft.rows().stream()
                            .filter(r -> span(draft, r).strip().startsWith(begins))
                            .findFirst();
            if (row.isEmpty()) {
                faults.add(begins + ": no row");
                continue;
            }
            var fields = row.get().fields();
            differ(faults, begins + " lead", names(wanted, "lead"), texts(fields.lead()));
            differ(faults, begins + " coop", names(wanted, "coop"), texts(fields.cooperating()));
            if (wanted.containsKey("deadline")) {
                differ(
                        faults,
                        begins + " deadline",
                        List.of(day(wanted.get("deadline"))),
                        List.of(String.valueOf(fields.deadline())));
            }
            if (wanted.containsKey("cycle")) {
                differ(
                        faults,
                        begins + " cycle",
                        List.of(wanted.get("cycle").toString()),
                        List.of(String.valueOf(fields.cycle())));
            }
        }
        assertThat(faults).isEmpty();
    }

    private static String day(Object read) {
        return read instanceof Date date
                ? date.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString()
                : read.toString();
    }

    private static void differ(
            List<String> faults, String what, List<String> wanted, List<String> found) {
        if (!wanted.equals(found)) {
            faults.add(what + ": wanted " + wanted + ", found " + found);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> expected() throws IOException {
        var text = Files.readString(FOLDER.resolve("yunhe-policy-expected.yaml"));
        var settings = new org.yaml.snakeyaml.LoaderOptions();
        Map<String, Object> whole = new Yaml(settings).load(text);
        return (List<Map<String, Object>>) whole.get("commitments");
    }

    private static String span(Draft draft, DraftRow row) {
        return draft.text().substring(row.start(), row.end());
    }

    @SuppressWarnings("unchecked")
    private static List<String> names(Map<String, Object> wanted, String key) {
        return (List<String>) wanted.getOrDefault(key, List.of());
    }

    private static List<String> texts(List<RowFields.UnitRef> units) {
        return units.stream().map(RowFields.UnitRef::text).toList();
    }
}
