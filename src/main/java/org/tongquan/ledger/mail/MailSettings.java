package org.tongquan.ledger.mail;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tongquan.host.CannotStart;

/// The mail server, `tongquan.smtp.*`. Without an address no mail is sent.
///
/// @param url `TONGQUAN_SMTP_URL`: `smtps://user:password@host:465` (TLS from the start) or
///     `smtp://user:password@host:587` (STARTTLS, which only a server on this machine may lack)
/// @param from `TONGQUAN_SMTP_FROM`: the sender's address
/// @param links `TONGQUAN_SMTP_LINKS`: address of the pages, such as `https://ledger.example`
@ConfigurationProperties(prefix = "tongquan.smtp", ignoreUnknownFields = false)
public record MailSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String from,
        @DefaultValue("") String links) {
    /// A plain address: no name, no comment, no quotes.
    static final Pattern ADDRESS =
            Pattern.compile(
                    "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
                            + "@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*");

    static final int LONGEST_ADDRESS = 254;

    private static final Set<String> SCHEMES = Set.of("smtp", "smtps");
    private static final int SUBMISSION = 587;
    private static final int TLS = 465;

    public MailSettings {
        url = url.strip();
        from = from.strip();
        links = links.strip().replaceAll("/+$", "");
        if (!url.isEmpty()) {
            var server = parse(url);
            if (!SCHEMES.contains(String.valueOf(server.getScheme())) || server.getHost() == null) {
                throw wrong();
            }
            if (!ADDRESS.matcher(from).matches()) {
                throw new CannotStart(
                        "TONGQUAN_SMTP_FROM is no mail address",
                        "set it to the address that mail comes from, or unset TONGQUAN_SMTP_URL");
            }
            if (!links.matches("https?://[^\\s/]+")) {
                throw new CannotStart(
                        "TONGQUAN_SMTP_LINKS is not the address of the pages",
                        "set it to what people type, such as https://ledger.example");
            }
        }
    }

    /// The address itself is not shown: it may carry a password.
    private static CannotStart wrong() {
        return new CannotStart(
                "TONGQUAN_SMTP_URL cannot be read",
                "write it as smtps://user:password@host:465 or smtp://user:password@host:587");
    }

    private static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException _) {
            throw wrong();
        }
    }

    public boolean isOn() {
        return !url.isEmpty();
    }

    URI server() {
        return parse(url);
    }

    boolean isTlsFromTheStart() {
        return server().getScheme().toLowerCase(Locale.ROOT).equals("smtps");
    }

    int port() {
        int given = server().getPort();
        return given > 0 ? given : isTlsFromTheStart() ? TLS : SUBMISSION;
    }

    /// Whether the server runs on this machine: nothing is overheard on the way there.
    boolean isLocal() {
        try {
            return InetAddress.getByName(server().getHost()).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "MailSettings[" + (isOn() ? server().getHost() + ":" + port() : "off") + "]";
    }
}
