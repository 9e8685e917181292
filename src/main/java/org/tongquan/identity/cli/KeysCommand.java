package org.tongquan.identity.cli;

import java.util.Locale;
import java.util.function.Supplier;
import org.tongquan.console.Exit;
import org.tongquan.console.Listing;
import org.tongquan.host.Vault.Purpose;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tongquan keys list|rotate`: the keys of an instance, by their ids alone.
@Command(
        name = "keys",
        description = "Lists and rotates the keys of an instance. 密钥查看与轮换。",
        mixinStandardHelpOptions = true)
public class KeysCommand {
    private final Supplier<OpenPeople> reading;
    private final Supplier<OpenPeople> alone;

    /// Works on the data directory or database that the environment names.
    public KeysCommand() {
        this(OpenPeople::open, OpenPeople::alone);
    }

    KeysCommand(Supplier<OpenPeople> reading, Supplier<OpenPeople> alone) {
        this.reading = reading;
        this.alone = alone;
    }

    @Command(name = "list", description = "Lists the keys. 列出密钥。", mixinStandardHelpOptions = true)
    int list(@Option(names = "--json", description = "Prints JSON.") boolean json) {
        try (var open = reading.get()) {
            var listing = new Listing("id", "purpose", "active");
            for (var key : open.rotation().keys()) {
                listing.row(key.id(), word(key.purpose()), key.active());
            }
            listing.print(IdentityCommand.out(), json);
            return Exit.OK;
        }
    }

    @Command(
            name = "rotate",
            description = {
                "Makes a new key and uses it from now on; stop the instance first.",
                "生成新密钥并从此使用；请先停止实例。"
            },
            mixinStandardHelpOptions = true)
    int rotate(
            @Parameters(paramLabel = "PURPOSE", description = "signing, encryption or blind_index")
                    Purpose purpose) {
        try (var open = alone.get()) {
            var rotated = open.rotation().rotate(purpose);
            new Listing("active-key", "personal-numbers-renewed")
                    .row(rotated.keyId(), rotated.renewed())
                    .print(IdentityCommand.out(), false);
            return Exit.OK;
        }
    }

    private static String word(Purpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT);
    }
}
