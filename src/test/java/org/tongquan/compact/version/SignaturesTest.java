package org.tongquan.compact.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongquan.compact.TestCompacts;
import org.tongquan.kernel.Problem;
import org.tongquan.kernel.Problems;

class SignaturesTest {
    private static final List<String> MEMBERS = List.of("990100", "990200", "990321");

    @TempDir private Path root;
    private final Map<String, KeyPair> pairs =
            Map.of(
                    "990100", Signatures.newKey(),
                    "990200", Signatures.newKey(),
                    "990321", Signatures.newKey());
    private Sealed sealed;

    @BeforeEach
    void aSignedCompact() {
        var folder = TestCompacts.copy(root);
        TestCompacts.replace(
                root.resolve("mini/compact.yaml"), "adoption: issued", "adoption: signed");
        sealed = Sealed.of(TestCompacts.get(folder.load("mini")).compact());
    }

    private Map<String, List<java.security.PublicKey>> keys() {
        return Map.of(
                "990100", List.of(pairs.get("990100").getPublic()),
                "990200", List.of(pairs.get("990200").getPublic()),
                "990321", List.of(pairs.get("990321").getPublic()));
    }

    private List<Signature> all() {
        var signatures = new ArrayList<Signature>();
        MEMBERS.forEach(p -> signatures.add(Signatures.sign(sealed, p, pairs.get(p))));
        return signatures;
    }

    @Test
    void aSignedCompactNeedsAValidSignatureOfEveryMember() {
        assertThat(Signatures.problems(sealed, all(), keys())).isEmpty();
        assertThat(Signatures.problems(sealed, all().subList(0, 2), keys()))
                .extracting(Problem::what)
                .containsExactly("no valid signature of the member '990321'");
        assertThat(Signatures.problems(sealed, List.of(), keys())).hasSize(3);
    }

    @Test
    void aSignatureFitsOneVersionOnly() {
        var signatures = all();
        TestCompacts.replace(root.resolve("mini/ledger.yaml"), "修一条路", "修两条路");
        var other =
                Sealed.of(
                        TestCompacts.get(
                                        new org.tongquan.compact.reading.CompactFolder(root)
                                                .load("mini"))
                                .compact());
        assertThat(Signatures.problems(other, signatures, keys())).hasSize(6);
    }

    @Test
    void oneMembersKeyDoesNotSignForAnother() {
        var forged = Signatures.sign(sealed, "990200", pairs.get("990100"));
        var signatures = new ArrayList<>(all());
        signatures.set(1, forged);
        assertThat(Signatures.problems(sealed, signatures, keys()))
                .extracting(Problem::what)
                .hasSize(2)
                .contains("no valid signature of the member '990200'");
    }

    @Test
    void anIssuedCompactNeedsNoneButABadOneIsStillNamed() {
        var issued = Sealed.of(TestCompacts.get(TestCompacts.INVENTED, "mini").compact());
        assertThat(Signatures.problems(issued, List.of(), keys())).isEmpty();
        assertThat(Signatures.problems(issued, all().subList(0, 1), keys())).hasSize(1);
    }

    @Test
    void keysAndSignaturesTravelAsFiles() throws IOException {
        var folder = root.resolve("keys");
        var id = KeyFiles.write(folder, "990100", pairs.get("990100"));
        var problems = new Problems();
        var secret = KeyFiles.readSecret(folder.resolve("990100.key"), problems).orElseThrow();
        assertThat(secret.keyId()).isEqualTo(id);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("990100.key"))))
                .isEqualTo("rw-------");
        var signature = Signatures.sign(sealed, "990100", secret.key(), secret.keyId());
        Files.write(folder.resolve("990100.sig"), KeyFiles.write(signature));
        assertThat(KeyFiles.signatures(folder, problems)).containsExactly(signature);
        var open = KeyFiles.publicKeys(folder, problems).get("990100").getFirst();
        assertThat(Signatures.verify(sealed, signature, open)).isTrue();
        assertThat(problems.list()).isEmpty();
        assertThatThrownBy(() -> KeyFiles.write(folder, "990100", pairs.get("990100")))
                .isInstanceOf(FileAlreadyExistsException.class);
    }
}
