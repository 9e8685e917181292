package org.tongquan.ledger.hooks;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/// Where a webhook may go: https to hosts of the public network. Nobody makes this machine ask
/// another one inside its own network. What a name stands for is looked up when it is given and
/// again right before each sending; the runtime keeps that answer while the connection is made.
final class Target {
    static final int LONGEST = 500;

    private static final int LAST_PORT = 65_535;
    private static final int SHARED = 100;
    private static final int SHARED_FROM = 64;
    private static final int SHARED_TO = 127;
    private static final int TEST = 198;
    private static final int RESERVED = 240;
    private static final int BYTE = 0xFF;
    private static final int UNIQUE_LOCAL = 0xFC;
    private static final int UNIQUE_LOCAL_MASK = 0xFE;

    private Target() {}

    /// The address as it can be asked, if it may be.
    ///
    /// @param loopback whether http to 127.0.0.1 is allowed: demonstration data on this machine
    static Optional<URI> of(String text, boolean loopback) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        URI address;
        try {
            address = URI.create(text.strip());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        var host = address.getHost();
        var scheme = address.getScheme();
        if (host == null
                || scheme == null
                || address.getRawUserInfo() != null
                || address.getRawFragment() != null
                || !isPort(address.getPort())) {
            return Optional.empty();
        }
        if (loopback
                && scheme.toLowerCase(Locale.ROOT).equals("http")
                && host.equals("127.0.0.1")) {
            return Optional.of(address);
        }
        return scheme.toLowerCase(Locale.ROOT).equals("https") && isPublic(host)
                ? Optional.of(address)
                : Optional.empty();
    }

    /// -1 stands for that of the scheme.
    private static boolean isPort(int port) {
        return port == -1 || port >= 1 && port <= LAST_PORT;
    }

    private static boolean isPublic(String host) {
        try {
            for (var one : InetAddress.getAllByName(host)) {
                if (!isPublic(one)) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException _) {
            return false;
        }
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        int first = bytes[0] & BYTE;
        int second = bytes[1] & BYTE;
        if (address instanceof Inet4Address) {
            boolean shared = first == SHARED && second >= SHARED_FROM && second <= SHARED_TO;
            boolean test = first == TEST && (second == 18 || second == 19);
            boolean protocol = first == 192 && second == 0 && bytes[2] == 0;
            return first != 0 && !shared && !test && !protocol && first < RESERVED;
        }
        return (first & UNIQUE_LOCAL_MASK) != UNIQUE_LOCAL && !carriesAnother(bytes);
    }

    /// Addresses of version 6 that stand for one of version 4: translated (64:ff9b::/96 and
    /// 64:ff9b:1::/48), 6to4 (2002::/16), Teredo (2001::/32), and the old ::/96.
    private static boolean carriesAnother(byte[] bytes) {
        boolean translated = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & BYTE) == BYTE;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        boolean old = true;
        for (int i = 0; i < 10; i++) {
            old &= bytes[i] == 0;
        }
        return translated || sixToFour || teredo || old;
    }
}
