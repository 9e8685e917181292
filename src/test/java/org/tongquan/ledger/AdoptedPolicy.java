package org.tongquan.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.tongquan.ledger.drafting.Adopting;
import org.tongquan.ledger.drafting.DraftRow;
import org.tongquan.ledger.drafting.Drafting;
import org.tongquan.ledger.drafting.Origins;
import org.tongquan.ledger.drafting.ReadDocument;
import org.tongquan.ledger.drafting.Starting;

/// A document that the secretariat of the invented region read and adopted whole.
public final class AdoptedPolicy {
    private static final Path POLICY = Path.of("src/test/resources/compacts/yunhe-policy.txt");

    private AdoptedPolicy() {}

    /// @param version label of the version that it makes
    public static ReadDocument adopt(Basin basin, String version) {
        var office = basin.office();
        var drafting = basin.door(Drafting.class);
        var started = drafting.start(office, basin.region(), "policy.txt", bytes());
        var id = ((Starting.Started) started).draft();
        var rows =
                drafting.find(office, id).orElseThrow().rows().stream()
                        .map(DraftRow::id)
                        .collect(Collectors.toSet());
        drafting.accept(office, id, rows);
        var outcome = basin.door(Adopting.class).adopt(office, id, version, basin.ledger().today());
        if (outcome instanceof Adopting.Outcome.Refused refused) {
            throw new AssertionError(refused.toString());
        }
        return basin.door(Origins.class).find(office, id).orElseThrow();
    }

    private static byte[] bytes() {
        try {
            return Files.readAllBytes(POLICY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
