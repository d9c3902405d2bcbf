package clinic.anteroom.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mail server of the server under test. Every test writes to an address of its own. */
public final class TestMail {

    private static final Pattern LINK = Pattern.compile("patient/[a-z]+\\.xhtml\\?link=[0-9a-f]{32}(&lang=fr)?");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final GreenMail SERVER = start();

    private TestMail() {
    }

    /** Where it listens. */
    public static int port() {
        return SERVER.getSmtp().getPort();
    }

    /** Waits for the newest mail to this address and gives the path of the link in it. */
    public static String linkSentTo(String address) throws InterruptedException {
        return linkIn(text(mailTo(address)));
    }

    /** Waits for a mail to this address whose subject begins like this and gives the path of the link in it. */
    public static String linkSentTo(String address, String subject) throws InterruptedException, MessagingException {
        return linkIn(text(mailTo(address, subject)));
    }

    /** Waits for the newest mail to this address and gives all of it, as it came over the wire. */
    public static String wholeMailTo(String address) throws InterruptedException, MessagingException, IOException {
        java.io.ByteArrayOutputStream whole = new java.io.ByteArrayOutputStream();
        mailTo(address).writeTo(whole);
        return whole.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Waits for the code of six digits in the newest mail of this subject. */
    public static String codeSentTo(String address, String subject) throws InterruptedException, MessagingException {
        Matcher code = Pattern.compile("\\b\\d{6}\\b").matcher(text(mailTo(address, subject)));
        if (!code.find()) {
            throw new AssertionError("No code in the mail to " + address);
        }
        return code.group();
    }

    private static String text(MimeMessage mail) {
        try {
            Object content = mail.getContent();
            return content instanceof Multipart parts ? parts.getBodyPart(0).getContent().toString() : content.toString();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeMessage mailTo(String address, String subject) throws InterruptedException, MessagingException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            for (int i = SERVER.getReceivedMessages().length - 1; i >= 0; i--) {
                MimeMessage mail = SERVER.getReceivedMessages()[i];
                if (isTo(mail, address) && mail.getSubject().startsWith(subject)) {
                    return mail;
                }
            }
            Thread.sleep(200);
        }
        throw new AssertionError("No mail \"" + subject + "\" to " + address + " within " + PATIENCE);
    }

    private static MimeMessage mailTo(String address) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            MimeMessage found = Arrays.stream(SERVER.getReceivedMessages()).filter(mail -> isTo(mail, address))
                    .reduce((earlier, later) -> later).orElse(null);
            if (found != null) {
                return found;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("No mail to " + address + " within " + PATIENCE);
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String linkIn(String body) {
        Matcher link = LINK.matcher(body);
        if (!link.find()) {
            throw new AssertionError("No link in the mail: " + body);
        }
        return link.group();
    }

    private static GreenMail start() {
        GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        return server;
    }
}
