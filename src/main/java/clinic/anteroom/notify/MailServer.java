package clinic.anteroom.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mail server of the clinic, from its settings ({@code deploy/env.example}). Without one nothing is sent. */
@ApplicationScoped
class MailServer {

    private static final String MILLIS = "5000";

    private Optional<String> host = Optional.empty();
    private int port;
    private Optional<String> user = Optional.empty();
    private Optional<String> password = Optional.empty();
    private boolean startTls;
    private String from;

    /** For the container's proxy. */
    protected MailServer() {
    }

    @Inject
    MailServer(@ConfigProperty(name = "anteroom.smtp.host") Optional<String> host,
            @ConfigProperty(name = "anteroom.smtp.port", defaultValue = "587") int port,
            @ConfigProperty(name = "anteroom.smtp.user") Optional<String> user,
            @ConfigProperty(name = "anteroom.smtp.password") Optional<String> password,
            @ConfigProperty(name = "anteroom.smtp.starttls", defaultValue = "true") boolean startTls,
            @ConfigProperty(name = "anteroom.smtp.from", defaultValue = "no-reply@localhost") String from) {
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
        this.startTls = startTls;
        this.from = from;
    }

    /** Whether there is one. */
    boolean isThere() {
        return host.isPresent();
    }

    /**
     * Hands a mail over.
     *
     * @param id becomes its message id
     * @throws MessagingException if the server does not take it within five seconds a step
     */
    void send(UUID id, String recipient, Letter letter) throws MessagingException {
        Session session = Session.getInstance(settings(), authenticator());
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + id + "@" + from.substring(from.indexOf('@') + 1) + ">");
            }
        };
        message.setFrom(new InternetAddress(from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(recipient, true));
        message.setSubject(letter.subject(), "UTF-8");
        message.setText(letter.text(), "UTF-8");
        message.setHeader("Auto-Submitted", "auto-generated");
        Transport.send(message);
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", host.orElseThrow());
        settings.setProperty("mail.smtp.port", Integer.toString(port));
        settings.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
        settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
        settings.setProperty("mail.smtp.connectiontimeout", MILLIS);
        settings.setProperty("mail.smtp.timeout", MILLIS);
        settings.setProperty("mail.smtp.writetimeout", MILLIS);
        return settings;
    }

    private Authenticator authenticator() {
        return user.isEmpty() ? null : new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user.get(), password.orElse(""));
            }
        };
    }
}
