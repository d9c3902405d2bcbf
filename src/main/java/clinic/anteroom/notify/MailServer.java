package clinic.anteroom.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mail server of the clinic, from its settings ({@code deploy/env.example}). Without one letters go to {@link MailFolder}. */
@ApplicationScoped
class MailServer {

    private static final String MILLIS = "5000";

    private Optional<String> host = Optional.empty();
    private int port;
    private Optional<String> user = Optional.empty();
    private Optional<String> password = Optional.empty();
    private boolean startTls;
    private String from;
    private Optional<String> testAddress = Optional.empty();

    /** For the container's proxy. */
    protected MailServer() {
    }

    /** @param testAddress where every letter goes while the clinic tries it out; empty in earnest */
    @Inject
    MailServer(@ConfigProperty(name = "anteroom.smtp.host") Optional<String> host,
            @ConfigProperty(name = "anteroom.smtp.port", defaultValue = "587") int port,
            @ConfigProperty(name = "anteroom.smtp.user") Optional<String> user,
            @ConfigProperty(name = "anteroom.smtp.password") Optional<String> password,
            @ConfigProperty(name = "anteroom.smtp.starttls", defaultValue = "true") boolean startTls,
            @ConfigProperty(name = "anteroom.smtp.from", defaultValue = "no-reply@localhost") String from,
            @ConfigProperty(name = "anteroom.smtp.test-address") Optional<String> testAddress) {
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
        this.startTls = startTls;
        this.from = from;
        this.testAddress = testAddress;
    }

    /** Whether there is one. */
    boolean isThere() {
        return host.isPresent();
    }

    /**
     * Hands a mail over.
     *
     * @param id becomes its message id
     * @throws MessagingException if the server does not take it within five seconds a step; a
     *                            {@link jakarta.mail.SendFailedException} with invalid addresses if there is no such address
     */
    void send(UUID id, String recipient, Letter letter) throws MessagingException {
        Transport.send(message(id, recipient, letter));
    }

    /** The mail as it leaves, also for who writes it to a file. */
    MimeMessage message(UUID id, String recipient, Letter letter) throws MessagingException {
        return new Mime(Session.getInstance(settings(), authenticator()), id, from).addressedTo(testAddress.orElse(recipient)).saying(letter);
    }

    private Properties settings() {
        Properties settings = new Properties();
        host.ifPresent(name -> settings.setProperty("mail.smtp.host", name));
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
