package clinic.anteroom.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mail server of the server under test. Every test writes to an address of its own. */
public final class TestMail {

    private static final Pattern LINK = Pattern.compile("patient/open\\.xhtml\\?link=[0-9a-f]{32}");
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
        return linkIn(GreenMailUtil.getBody(mailTo(address)));
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
