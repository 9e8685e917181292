package org.tongquan.host;

import java.nio.file.Path;
import java.util.ServiceLoader;

/// Finds the vault: one registered by a [Vault.Maker], otherwise files in the data directory.
public final class Vaults {
    private Vaults() {}

    public static Vault open(Path keys) {
        return ServiceLoader.load(Vault.Maker.class)
                .findFirst()
                .map(maker -> maker.open(keys))
                .orElseGet(() -> new FileVault(keys));
    }
}
