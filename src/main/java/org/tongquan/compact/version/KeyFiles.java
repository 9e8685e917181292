package org.tongquan.compact.version;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongquan.compact.form.Field;
import org.tongquan.compact.form.FormReader;
import org.tongquan.compact.form.FormWriter;
import org.tongquan.compact.form.Mentions;
import org.tongquan.compact.form.YamlFile;
import org.tongquan.kernel.Problems;

/// Keys and signatures as small files: `<party>.key` (secret, mode 0600), `<party>.pub` and
/// `<party>.sig`. Several keys of one party: `<party>.<anything>.pub`.
public final class KeyFiles {
    /// More files than this in one folder are not looked at.
    public static final int MOST_FILES = 1_000;

    private KeyFiles() {}

    record SecretKey(
            @Field("id of the party") String party,
            @Field("which of its keys") String keyId,
            @Field("Ed25519") String algorithm,
            @Field("PKCS 8 in base64") String privateKey) {}

    record OpenKey(
            @Field("id of the party") String party,
            @Field("which of its keys") String keyId,
            @Field("Ed25519") String algorithm,
            @Field("X.509 in base64") String publicKey) {}

    record SignatureFile(
            @Field("id of the party") String party,
            @Field("which of its keys") String keyId,
            @Field("Ed25519") String algorithm,
            @Field("the signature in base64") String signature) {}

    /// A party's private key with the id of its public half.
    public record Secret(String party, String keyId, PrivateKey key) {}

    /// Writes both halves; refuses to overwrite.
    public static String write(Path folder, String party, KeyPair key) throws IOException {
        var id = Signatures.keyId(key.getPublic());
        var encoder = Base64.getEncoder();
        var secret = encoder.encodeToString(key.getPrivate().getEncoded());
        var open = encoder.encodeToString(key.getPublic().getEncoded());
        Files.createDirectories(folder);
        var file = folder.resolve(party + ".key");
        var owner = PosixFilePermissions.fromString("rw-------");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(owner));
        Files.write(
                file, FormWriter.canonical(new SecretKey(party, id, Signature.ED25519, secret)));
        Files.write(
                folder.resolve(party + ".pub"),
                FormWriter.canonical(new OpenKey(party, id, Signature.ED25519, open)),
                StandardOpenOption.CREATE_NEW);
        return id;
    }

    public static Optional<Secret> readSecret(Path file, Problems problems) {
        return read(file, SecretKey.class, problems).flatMap(k -> secret(file, k, problems));
    }

    private static Optional<Secret> secret(Path file, SecretKey key, Problems problems) {
        try {
            var bytes = Base64.getDecoder().decode(key.privateKey());
            var factory = KeyFactory.getInstance(Signature.ED25519);
            var made = factory.generatePrivate(new PKCS8EncodedKeySpec(bytes));
            return Optional.of(new Secret(key.party(), key.keyId(), made));
        } catch (IllegalArgumentException | InvalidKeySpecException e) {
            problems.add(file.toString(), 0, "no Ed25519 private key", "use compact keygen");
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] write(Signature signature) {
        return FormWriter.canonical(
                new SignatureFile(
                        signature.party(),
                        signature.keyId(),
                        signature.algorithm(),
                        signature.base64()));
    }

    /// All signatures in a folder; a folder that is not there holds none.
    public static List<Signature> signatures(Path folder, Problems problems) {
        var signatures = new ArrayList<Signature>();
        for (var file : files(folder, ".sig")) {
            read(file, SignatureFile.class, problems)
                    .flatMap(s -> signature(file, s, problems))
                    .ifPresent(signatures::add);
        }
        return signatures;
    }

    private static Optional<Signature> signature(Path file, SignatureFile read, Problems problems) {
        try {
            var bytes = Base64.getDecoder().decode(read.signature());
            return Optional.of(new Signature(read.party(), read.keyId(), read.algorithm(), bytes));
        } catch (IllegalArgumentException e) {
            problems.add(file.toString(), 0, "the signature is no base64", "sign again");
            return Optional.empty();
        }
    }

    /// Public keys in a folder by party.
    public static Map<String, List<PublicKey>> publicKeys(Path folder, Problems problems) {
        var keys = new HashMap<String, List<PublicKey>>();
        for (var file : files(folder, ".pub")) {
            var read = read(file, OpenKey.class, problems);
            var key = read.flatMap(k -> Signatures.publicKey(k.publicKey()));
            if (key.isPresent()) {
                keys.computeIfAbsent(read.orElseThrow().party(), _ -> new ArrayList<>())
                        .add(key.get());
            } else if (read.isPresent()) {
                problems.add(file.toString(), 0, "no Ed25519 public key", "use compact keygen");
            }
        }
        return keys;
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(f -> f.toString().endsWith(ending))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T extends Record> Optional<T> read(
            Path file, Class<T> type, Problems problems) {
        var name = file.toString();
        try {
            var root = YamlFile.read(name, Files.readAllBytes(file), problems);
            if (root.isEmpty()) {
                problems.add(name, 0, "the file is empty", "write it again");
                return Optional.empty();
            }
            return new FormReader(name, problems, new Mentions()).read(type, root.get());
        } catch (IOException e) {
            problems.add(name, 0, "cannot be read: " + e.getMessage(), "check the file");
            return Optional.empty();
        }
    }
}
