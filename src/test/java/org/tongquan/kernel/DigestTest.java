package org.tongquan.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DigestTest {
    private static final String ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void isSha256() {
        assertThat(Digest.ofText("abc")).isEqualTo(Digest.parse(ABC)).hasToString(ABC);
        assertThat(Digest.of(new byte[] {'a'}, new byte[] {'b', 'c'}).hex()).isEqualTo(ABC);
    }

    @Test
    void cannotBeChangedFromOutside() {
        var digest = Digest.parse(ABC);
        digest.bytes()[0] = 0;
        assertThat(digest.hex()).isEqualTo(ABC);
        assertThat(digest).hasSameHashCodeAs(Digest.wrap(digest.bytes()));
    }

    @Test
    void refusesAnyOtherLength() {
        assertThatThrownBy(() -> Digest.wrap(new byte[31]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Digest.parse("zz")).isInstanceOf(IllegalArgumentException.class);
    }
}
