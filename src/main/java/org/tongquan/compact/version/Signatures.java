package org.tongquan.compact.version;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tongquan.compact.Adoption;
import org.tongquan.compact.Party;
import org.tongquan.kernel.Problem;

/// Signs versions and checks signatures with Ed25519, offline.
public final class Signatures {
    private static final int KEY_ID_DIGITS = 16;

    private Signatures() {}

    public static KeyPair newKey() {
        try {
            return KeyPairGenerator.getInstance(Signature.ED25519).generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The first 16 hexadecimal digits of the SHA-256 of the encoded public key.
    public static String keyId(PublicKey key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return HexFormat.of().formatHex(digest).substring(0, KEY_ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Reads a public key written as base64 of its X.509 form; empty when it is none.
    public static Optional<PublicKey> publicKey(String base64) {
        try {
            var bytes = Base64.getMimeDecoder().decode(base64.strip());
            var factory = KeyFactory.getInstance(Signature.ED25519);
            return Optional.of(factory.generatePublic(new X509EncodedKeySpec(bytes)));
        } catch (IllegalArgumentException | InvalidKeySpecException e) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Signature sign(Sealed sealed, String party, KeyPair key) {
        return sign(sealed, party, key.getPrivate(), keyId(key.getPublic()));
    }

    public static Signature sign(Sealed sealed, String party, PrivateKey key, String keyId) {
        try {
            var signer = java.security.Signature.getInstance(Signature.ED25519);
            signer.initSign(key);
            signer.update(sealed.toSign());
            return new Signature(party, keyId, Signature.ED25519, signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with this key", e);
        }
    }

    /// Whether the signature was made with this key over this very version.
    public static boolean verify(Sealed sealed, Signature signature, PublicKey key) {
        if (!signature.algorithm().equals(Signature.ED25519)
                || !signature.keyId().equals(keyId(key))) {
            return false;
        }
        try {
            var verifier = java.security.Signature.getInstance(Signature.ED25519);
            verifier.initVerify(key);
            verifier.update(sealed.toSign());
            return verifier.verify(signature.bytes());
        } catch (SignatureException | InvalidKeyException e) {
            return false;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What is wrong with the signatures of a version: a bad one always, a missing one when the
    /// version says that it was signed.
    ///
    /// @param keys the public keys of each party, by its id
    public static List<Problem> problems(
            Sealed sealed, List<Signature> signatures, Map<String, List<PublicKey>> keys) {
        var problems = new ArrayList<Problem>();
        var compact = sealed.compact();
        var file = compact.id() + " " + compact.version();
        var missing = new TreeSet<String>();
        if (compact.compact().adoption() == Adoption.SIGNED) {
            compact.members(compact.compact().validFrom()).forEach(p -> missing.add(p.id()));
        }
        for (var signature : signatures) {
            if (isGood(sealed, signature, keys)) {
                missing.remove(signature.party());
            } else {
                problems.add(
                        new Problem(
                                file,
                                0,
                                "the signature of '%s' with key %s does not fit this version"
                                        .formatted(signature.party(), signature.keyId()),
                                "have the party sign this version with a key it has published"));
            }
        }
        for (var party : missing) {
            problems.add(
                    new Problem(
                            file,
                            0,
                            "no valid signature of the member '" + party + "'",
                            "a signed compact needs one of every member"));
        }
        return problems;
    }

    private static boolean isGood(
            Sealed sealed, Signature signature, Map<String, List<PublicKey>> keys) {
        return sealed.compact().parties().stream()
                        .map(Party::id)
                        .anyMatch(signature.party()::equals)
                && keys.getOrDefault(signature.party(), List.of()).stream()
                        .anyMatch(k -> verify(sealed, signature, k));
    }
}
