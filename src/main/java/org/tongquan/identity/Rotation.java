package org.tongquan.identity;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongquan.host.Vault;
import org.tongquan.host.Vault.Purpose;
import org.tongquan.kernel.Ids;

/// The keys of the instance as its operator sees them. What an older key made stays readable and
/// verifiable; personal numbers are brought to the new key, so that equal ones are still found.
@Component
public class Rotation {
    private final Vault vault;
    private final People people;
    private final Powered powered;
    private final Recording recording;
    private final Ids ids;

    Rotation(Vault vault, People people, Powered powered, Recording recording, Ids ids) {
        this.vault = vault;
        this.people = people;
        this.powered = powered;
        this.recording = recording;
        this.ids = ids;
    }

    /// One key.
    ///
    /// @param active new work of its purpose is done with it
    public record Key(String id, Purpose purpose, boolean active) {}

    /// @param keyId the key that is active now
    /// @param renewed how many personal numbers were encrypted and indexed again
    public record Rotated(String keyId, int renewed) {}

    /// Every key, by purpose, the oldest first.
    public List<Key> keys() {
        return Stream.of(Purpose.values())
                .flatMap(
                        purpose ->
                                vault.all(purpose).stream()
                                        .map(id -> new Key(id, purpose, isActive(id, purpose))))
                .toList();
    }

    /// Makes a new key for the purpose and uses it from now on. Nobody else may work on the same
    /// keys meanwhile: a running instance would go on with the old one.
    public Rotated rotate(Purpose purpose) {
        var made = vault.rotate(purpose);
        powered.as(
                People.OPERATOR,
                () -> {
                    recording.record(People.OPERATOR, "key-rotated", ids.next(), purpose, made);
                    return made;
                });
        return new Rotated(made, purpose == Purpose.SIGNING ? 0 : people.renewNumbers());
    }

    private boolean isActive(String id, Purpose purpose) {
        return id.equals(vault.active(purpose));
    }
}
