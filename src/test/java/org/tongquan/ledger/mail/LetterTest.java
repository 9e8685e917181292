package org.tongquan.ledger.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tongquan.host.CannotStart;

/// What a letter says, how long it waits, and which servers are accepted.
class LetterTest {
    private static final UUID TOLD = new UUID(1, 2);

    private static Letter letter(String to, String... sentences) {
        var items =
                java.util.Arrays.stream(sentences)
                        .map(s -> new Letter.Item(TOLD, s, "/notices/7"))
                        .toList();
        return Letter.of(
                items,
                to,
                "office@ledger.example",
                "https://ledger.example",
                (key, values) -> key + " " + List.of(values));
    }

    @Test
    void aLetterIsASentenceAndALink() {
        var one = letter("p", "督办单〔2027〕3号，请签收。");
        assertThat(one.subject()).isEqualTo("mail.subject [督办单〔2027〕3号，请签收。]");
        assertThat(one.text())
                .isEqualTo(
                        "督办单〔2027〕3号，请签收。\r\nhttps://ledger.example/notices/7\r\n\r\n"
                                + "-- \r\nmail.foot [https://ledger.example/inbox/mail]\r\n");
    }

    @Test
    void theSameTellingsToTheSamePersonAreTheSameMessage() {
        assertThat(letter("p", "a").id())
                .isEqualTo(letter("p", "a, in other words").id())
                .endsWith("@ledger.example")
                .isNotEqualTo(letter("q", "a").id());
    }

    @Test
    void nothingToldReachesAHeaderOrALineOfItsOwn() {
        var sly = letter("p", "a\r\nBcc: x@y.z\u2028b\u0000" + "长".repeat(300));
        assertThat(sly.subject()).doesNotContain("\r").doesNotContain("\n");
        assertThat(sly.subject().codePointCount(0, sly.subject().length()))
                .isEqualTo(Letter.MOST_SUBJECT);
        assertThat(sly.text().lines().toList()).hasSize(5);
    }

    @Test
    void anAttemptWaitsLongerEachTimeAndComesToAnEnd() {
        var before = Duration.ZERO;
        for (int attempts = 1; attempts <= 7; attempts++) {
            var pause = Patience.after(attempts).orElseThrow();
            assertThat(pause).isGreaterThan(before);
            before = pause;
        }
        assertThat(Patience.after(8)).isEmpty();
    }

    @Test
    void aServerIsReadFromItsAddressAndAWrongOneEndsTheStart() {
        var settings =
                new MailSettings(
                        "smtps://u:p@mail.example", "a@b.example", "https://ledger.example/");
        assertThat(settings.port()).isEqualTo(465);
        assertThat(settings.links()).isEqualTo("https://ledger.example");
        assertThat(settings.toString()).doesNotContain("p@").contains("mail.example:465");
        assertThat(new MailSettings("", "", "").isOn()).isFalse();
        for (var wrong : List.of("mail.example", "http://mail.example", "smtp://", "smtp://a b")) {
            assertThatThrownBy(() -> new MailSettings(wrong, "a@b.example", "https://x"))
                    .isInstanceOf(CannotStart.class);
        }
        assertThatThrownBy(() -> new MailSettings("smtp://h", "no address", "https://x"))
                .isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> new MailSettings("smtp://h", "a@b.example", ""))
                .isInstanceOf(CannotStart.class);
    }
}
