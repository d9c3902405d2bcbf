package clinic.anteroom.notify;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A letter as a mail with our own message id: sent twice it is known as the same. */
class Mime extends MimeMessage {

    private final UUID id;
    private final String from;

    Mime(Session session, UUID id, String from) throws MessagingException {
        super(session);
        this.id = id;
        this.from = from;
        setFrom(new InternetAddress(from));
        setHeader("Auto-Submitted", "auto-generated");
    }

    Mime addressedTo(String recipient) throws MessagingException {
        setRecipient(Message.RecipientType.TO, new InternetAddress(recipient, true));
        return this;
    }

    Mime saying(Letter letter) throws MessagingException {
        setSubject(letter.subject(), "UTF-8");
        if (letter.calendar() == null) {
            setText(letter.text(), "UTF-8");
        } else {
            MimeBodyPart words = new MimeBodyPart();
            words.setText(letter.text(), "UTF-8");
            MimeBodyPart file = new MimeBodyPart();
            String type = "text/calendar; charset=UTF-8; method=" + (letter.calendar().contains("METHOD:CANCEL") ? "CANCEL" : "PUBLISH");
            file.setDataHandler(new DataHandler(new ByteArrayDataSource(letter.calendar().getBytes(StandardCharsets.UTF_8), type)));
            file.setFileName("visit.ics");
            setContent(new MimeMultipart(words, file));
        }
        saveChanges();
        return this;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + id + "@" + from.substring(from.indexOf('@') + 1) + ">");
    }
}
