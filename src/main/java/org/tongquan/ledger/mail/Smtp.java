package org.tongquan.ledger.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/// Hands letters to the mail server, and tells apart what became of them.
class Smtp {
    private static final int TIMEOUT_MS = 10_000;
    private static final int PERMANENT = 500;

    private final MailSettings settings;

    Smtp(MailSettings settings) {
        this.settings = settings;
    }

    /// What the server said.
    enum Answer {
        TAKEN,
        /// It was not taken; later it may be.
        LATER,
        /// It was not taken and never will be.
        NEVER,
        /// The line broke after the letter was on its way: it may have been taken.
        UNSURE
    }

    Answer send(Letter letter, String to, Instant at) {
        boolean onItsWay = false;
        var session = session();
        try (var transport = session.getTransport(settings.server().getScheme())) {
            var message = message(session, letter, to, at);
            transport.connect();
            onItsWay = true;
            transport.sendMessage(message, message.getAllRecipients());
            return Answer.TAKEN;
        } catch (MessagingException e) {
            return answer(e, onItsWay);
        }
    }

    private static Answer answer(MessagingException thrown, boolean onItsWay) {
        for (Exception e = thrown; e != null; e = next(e)) {
            int code =
                    switch (e) {
                        case SMTPAddressFailedException a -> a.getReturnCode();
                        case SMTPSenderFailedException s -> s.getReturnCode();
                        case SMTPSendFailedException s -> s.getReturnCode();
                        default -> 0;
                    };
            if (code > 0) {
                return code >= PERMANENT ? Answer.NEVER : Answer.LATER;
            }
            if (e instanceof MailConnectException) {
                return Answer.LATER;
            }
        }
        return onItsWay ? Answer.UNSURE : Answer.LATER;
    }

    private static @org.jspecify.annotations.Nullable Exception next(Exception e) {
        return e instanceof MessagingException m ? m.getNextException() : null;
    }

    private Session session() {
        var scheme = settings.server().getScheme();
        var begin = "mail." + scheme + ".";
        var values = new Properties();
        values.setProperty("mail.transport.protocol", scheme);
        values.setProperty(begin + "host", settings.server().getHost());
        values.setProperty(begin + "port", Integer.toString(settings.port()));
        for (var wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            values.setProperty(begin + wait, Integer.toString(TIMEOUT_MS));
        }
        values.setProperty(begin + "ssl.checkserveridentity", "true");
        values.setProperty(begin + "starttls.enable", "true");
        boolean plain = settings.isTlsFromTheStart() || settings.isLocal();
        values.setProperty(begin + "starttls.required", Boolean.toString(!plain));
        var user = settings.server().getUserInfo();
        if (user == null) {
            return Session.getInstance(values);
        }
        values.setProperty(begin + "auth", "true");
        int colon = user.indexOf(':');
        var name = colon < 0 ? user : user.substring(0, colon);
        var password = colon < 0 ? "" : user.substring(colon + 1);
        return Session.getInstance(
                values,
                new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication(name, password);
                    }
                });
    }

    private MimeMessage message(Session session, Letter letter, String to, Instant at)
            throws MessagingException {
        var message =
                new MimeMessage(session) {
                    @Override
                    protected void updateMessageID() throws MessagingException {
                        setHeader("Message-ID", "<" + letter.id() + ">");
                    }
                };
        var utf8 = StandardCharsets.UTF_8.name();
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to, true));
        message.setSubject(letter.subject(), utf8);
        message.setSentDate(Date.from(at));
        message.setText(letter.text(), utf8);
        message.setHeader("Content-Transfer-Encoding", "base64");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.saveChanges();
        return message;
    }
}
