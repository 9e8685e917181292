package org.tongquan.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Keys in files `keys/<purpose>-<n>.properties`, mode 0600; the highest number is the active one.
final class FileVault implements Vault {
    private static final int SECRET_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String SUFFIX = ".properties";
    private static final String ED25519 = "Ed25519";

    private final Path folder;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Properties> known = new ConcurrentHashMap<>();
    private final Map<Purpose, String> active = new ConcurrentHashMap<>();

    FileVault(Path folder) {
        this.folder = folder;
        for (var purpose : Purpose.values()) {
            var newest = newest(purpose);
            active.put(purpose, newest == 0 ? make(purpose, 1) : id(purpose, newest));
        }
    }

    @Override
    public String active(Purpose purpose) {
        return java.util.Objects.requireNonNull(active.get(purpose));
    }

    @Override
    public List<String> all(Purpose purpose) {
        return numbers(purpose).stream().map(number -> id(purpose, number)).toList();
    }

    @Override
    public synchronized String rotate(Purpose purpose) {
        var made = make(purpose, newest(purpose) + 1);
        active.put(purpose, made);
        return made;
    }

    @Override
    public Made sign(byte[] message) {
        var keyId = active(Purpose.SIGNING);
        try {
            var signature = Signature.getInstance(ED25519);
            signature.initSign(privateKey(keyId));
            signature.update(message);
            return new Made(keyId, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public PublicKey publicKey(String keyId) {
        try {
            return KeyFactory.getInstance(ED25519)
                    .generatePublic(new X509EncodedKeySpec(part(keyId, "public")));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no signing key " + keyId, e);
        }
    }

    @Override
    public Made encrypt(byte[] plain, byte[] context) {
        var keyId = active(Purpose.ENCRYPTION);
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, keyId, nonce);
            cipher.updateAAD(context);
            var sealed = cipher.doFinal(plain);
            var bytes = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, bytes, NONCE_BYTES, sealed.length);
            return new Made(keyId, bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] decrypt(Made sealed, byte[] context) {
        if (sealed.bytes().length <= NONCE_BYTES) {
            throw new IllegalArgumentException("too short to be encrypted");
        }
        try {
            var nonce = Arrays.copyOf(sealed.bytes(), NONCE_BYTES);
            var cipher = cipher(Cipher.DECRYPT_MODE, sealed.keyId(), nonce);
            cipher.updateAAD(context);
            return cipher.doFinal(sealed.bytes(), NONCE_BYTES, sealed.bytes().length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("key, context and bytes do not fit", e);
        }
    }

    @Override
    public Made blindIndex(byte[] value) {
        var keyId = active(Purpose.BLIND_INDEX);
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(part(keyId, "secret"), "HmacSHA256"));
            return new Made(keyId, mac.doFinal(value));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, String keyId, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(part(keyId, "secret"), "AES"),
                new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private PrivateKey privateKey(String keyId) throws GeneralSecurityException {
        return KeyFactory.getInstance(ED25519)
                .generatePrivate(new PKCS8EncodedKeySpec(part(keyId, "secret")));
    }

    private byte[] part(String keyId, String name) {
        var text = known.computeIfAbsent(keyId, this::read).getProperty(name);
        if (text == null) {
            throw new IllegalArgumentException("key " + keyId + " has no part " + name);
        }
        return Base64.getDecoder().decode(text);
    }

    private Properties read(String keyId) {
        if (!keyId.matches("[a-z-]+-[0-9]+")) {
            throw new IllegalArgumentException("no key is called so");
        }
        var properties = new Properties();
        try (var in = Files.newInputStream(folder.resolve(keyId + SUFFIX))) {
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalArgumentException("no key " + keyId, e);
        }
        return properties;
    }

    private String make(Purpose purpose, int number) {
        var properties = new Properties();
        var encoder = Base64.getEncoder();
        if (purpose == Purpose.SIGNING) {
            try {
                var pair = KeyPairGenerator.getInstance(ED25519).generateKeyPair();
                properties.setProperty(
                        "secret", encoder.encodeToString(pair.getPrivate().getEncoded()));
                properties.setProperty(
                        "public", encoder.encodeToString(pair.getPublic().getEncoded()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        } else {
            var secret = new byte[SECRET_BYTES];
            random.nextBytes(secret);
            properties.setProperty("secret", encoder.encodeToString(secret));
        }
        var keyId = id(purpose, number);
        try {
            PrivateFile.write(folder.resolve(keyId + SUFFIX), out -> properties.store(out, null));
        } catch (IOException e) {
            throw new CannotStart("cannot write a key into " + folder, "check its owner", e);
        }
        return keyId;
    }

    private int newest(Purpose purpose) {
        return numbers(purpose).stream().max(Integer::compare).orElse(0);
    }

    private List<Integer> numbers(Purpose purpose) {
        var prefix = word(purpose) + "-";
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.matches(prefix + "[0-9]+\\" + SUFFIX))
                    .map(n -> n.substring(prefix.length(), n.length() - SUFFIX.length()))
                    .map(Integer::valueOf)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CannotStart("cannot read " + folder, "check its owner", e);
        }
    }

    private static String id(Purpose purpose, int number) {
        return word(purpose) + "-" + number;
    }

    private static String word(Purpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
