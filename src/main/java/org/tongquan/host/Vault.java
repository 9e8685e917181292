package org.tongquan.host;

import java.security.PublicKey;
import java.util.List;

/// The keys of an instance, used but never handed out, so that a KMS or an HSM can stand behind it:
/// implement this interface and register it with [java.util.ServiceLoader] as a [Vault.Maker].
///
/// Every answer names the key it was made with. After a rotation new work uses the new key; what an
/// old key made stays readable and verifiable.
public interface Vault {
    /// What a key is for. A key is never used for two purposes.
    enum Purpose {
        /// Ed25519, signs journal checkpoints and compact versions.
        SIGNING,
        /// AES-256-GCM, encrypts personal numbers at rest.
        ENCRYPTION,
        /// HMAC-SHA-256, makes equal personal numbers findable without storing them.
        BLIND_INDEX
    }

    /// The id of the key that new work of this purpose uses.
    String active(Purpose purpose);

    /// The ids of the keys of this purpose, the oldest first; the last is the active one.
    List<String> all(Purpose purpose);

    /// Makes a new key for the purpose and uses it from now on; returns its id.
    String rotate(Purpose purpose);

    /// Ed25519 signature over the bytes (64 bytes).
    Made sign(byte[] message);

    /// The verifying key with this id.
    ///
    /// @throws IllegalArgumentException when there is none
    PublicKey publicKey(String keyId);

    /// Encrypts; `context` is authenticated with it and must be given again to decrypt.
    Made encrypt(byte[] plain, byte[] context);

    /// @throws IllegalArgumentException when key, context or bytes do not belong together
    byte[] decrypt(Made sealed, byte[] context);

    /// The blind index of a value (32 bytes): equal values give equal bytes under one key.
    Made blindIndex(byte[] value);

    /// Bytes and the id of the key that made them.
    record Made(String keyId, byte[] bytes) {}

    /// Opens a vault kept elsewhere than in files.
    interface Maker {
        Vault open(java.nio.file.Path keys);
    }
}
