package org.tongquan.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongquan.kernel.Digest;
import org.tongquan.kernel.Property;

class CheckpointTest {
    private static final String ORIGIN = "journal.example/test";
    private static final String FOO =
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String NEUMANN =
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final Digest ROOT = Digest.ofText("root");

    private final KeyPair pair = pair();
    private final NoteKey key = NoteKey.of(ORIGIN, pair.getPublic());

    /// The examples of the signed-note text and of Go's package sumdb/note.
    @Test
    void verifiesNotesSignedByOthers() {
        var foo = NoteKey.parse(FOO).orElseThrow();
        var note =
                """
                This is an example message.

                — example.com/foo %s
                """
                        .formatted(
                                "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlT"
                                        + "gK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=");
        assertThat(SignedNote.parse(note).orElseThrow().isSignedBy(foo)).isTrue();
        assertThat(SignedNote.parse(note).orElseThrow()).hasToString(note);
        var neumann = NoteKey.parse(NEUMANN).orElseThrow();
        var saying =
                """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.

                — PeterNeumann %s
                """
                        .formatted(
                                "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuG"
                                        + "UgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=");
        assertThat(SignedNote.parse(saying).orElseThrow().isSignedBy(neumann)).isTrue();
        assertThat(SignedNote.parse(saying).orElseThrow().isSignedBy(foo)).isFalse();
    }

    @Test
    void writesOriginSizeAndRoot() {
        var checkpoint = new Checkpoint(ORIGIN, 20_852, ROOT);
        assertThat(checkpoint.text())
                .isEqualTo(
                        """
                        journal.example/test
                        20852
                        SBNJTRN+FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I=
                        """);
        assertThat(Checkpoint.parse(checkpoint.text())).contains(checkpoint);
        assertThat(Checkpoint.parse(checkpoint.text() + "more by others\n")).contains(checkpoint);
    }

    @Test
    void signsAndVerifiesAndReadsTheKeyBack() {
        var note = signed(7);
        var read = SignedNote.parse(note.toString()).orElseThrow();
        assertThat(read).isEqualTo(note);
        assertThat(read.isSignedBy(key)).isTrue();
        assertThat(read.isSignedBy(NoteKey.parse(key.toString()).orElseThrow())).isTrue();
        assertThat(read.isSignedBy(NoteKey.of(ORIGIN, pair().getPublic()))).isFalse();
        assertThat(read.isSignedBy(NoteKey.of("another", pair.getPublic()))).isFalse();
    }

    @Test
    void noticesEveryChangedCharacter() {
        var note = signed(7).toString();
        Property.forAll(
                Property.ints(0, note.length() - 1),
                at -> {
                    char other = note.charAt(at) == 'A' ? 'B' : 'A';
                    var changed = note.substring(0, at) + other + note.substring(at + 1);
                    var good = SignedNote.parse(changed).filter(read -> read.isSignedBy(key));
                    // the last base64 digits before the padding may carry unused bits
                    assertThat(good.isEmpty() || at >= note.length() - 4).as(changed).isTrue();
                });
    }

    @Test
    void aSecondSignatureOfTheSameKeyMustBeRightToo() {
        var note = signed(7);
        var other = signed(8);
        var both =
                new SignedNote(
                        note.text(), List.of(note.lines().getFirst(), other.lines().getFirst()));
        assertThat(both.isSignedBy(key)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "\n\n— a b\n",
                "text\n\n",
                "text\n\n- a b\n",
                "text\n\n— a\n",
                "text\n\n— a b",
                "text\r\n\n— a b\n"
            })
    void readsNothingElseAsNote(String text) {
        assertThat(SignedNote.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "o\n1\n",
                "o\n01\nSBNJTRN+FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I=\n",
                "o\n-1\nSBNJTRN+FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I=\n",
                "o\n0\nSBNJTRN+FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I=\n",
                "o\n1\n\n",
                "o\n1\nSBNJTRN+\n",
                "o\n9999999999999999999\nSBNJTRN+FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I=\n"
            })
    void readsNothingElseAsCheckpoint(String text) {
        assertThat(Checkpoint.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/fog+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+Aeky",
                "example.com/foo+530d903a+****"
            })
    void readsNothingElseAsKey(String text) {
        assertThat(NoteKey.parse(text)).isEmpty();
    }

    @Test
    void refusesNamesThatWouldBreakTheLine() {
        assertThatThrownBy(() -> NoteKey.of("two words", pair.getPublic()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Checkpoint("two\nlines", 1, ROOT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private SignedNote signed(long size) {
        var text = new Checkpoint(ORIGIN, size, ROOT).text();
        return SignedNote.of(text, key, sign(text.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] sign(byte[] text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
