package clinic.anteroom.notify;

import clinic.anteroom.scheduling.AppointmentBooked;
import clinic.anteroom.testing.Entities;
import clinic.anteroom.testing.TestDatabase;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Kills the sender's process a hundred times (SIGKILL) while it empties a full outbox, and counts what arrived. Some visits
 * are called off before. Prints a table; takes some minutes. The same file is the process that is killed.
 */
public final class SenderKills {

    private static final Instant NOW = Instant.parse("1998-05-01T14:00:00Z");
    private static final Instant VISITS = Instant.parse("1998-06-01T14:00:00Z");
    private static final int LETTERS = 3000;
    private static final int CALLED_OFF = 300;

    private SenderKills() {
    }

    /** No arguments: kills a hundred times. The address of a database and a mail server's port: sends until killed. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2) {
            send(Entities.at(arguments[0]), Integer.parseInt(arguments[1]));
        } else {
            kill(arguments.length == 1 ? Integer.parseInt(arguments[0]) : 100);
        }
        System.exit(0);
    }

    private static void kill(int times) throws Exception {
        GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        mail.start();
        String url = ((PGSimpleDataSource) TestDatabase.dataSource()).getUrl();
        inTransaction(TestDatabase.entities(), SenderKills::write);
        Random random = new Random(8);
        for (int i = 0; i < times; i++) {
            Process sender = start(url, mail.getSmtp().getPort());
            Thread.sleep(random.nextInt(200));
            sender.destroyForcibly().waitFor();
        }
        int afterKills = mail.getReceivedMessages().length;
        while (inTransaction(TestDatabase.entities(), some -> some.sender(SomeLetters.server(mail.getSmtp().getPort()), NOW.plusSeconds(300)).deliverNext())) {
            Thread.yield();
        }
        Set<String> ids = new HashSet<>(Arrays.stream(mail.getReceivedMessages()).map(SenderKills::id).toList());
        long open = inTransaction(TestDatabase.entities(), some -> ((Number) some.entities.createNativeQuery(
                "select count(*) from communication where created_at < '1999-01-01' and kind = 'CONFIRMATION' and status = 'PREPARATION'").getSingleResult()).longValue());
        System.out.printf("%nkills %d, arrived while being killed %d, in all %d%n", times, afterKills, mail.getReceivedMessages().length);
        System.out.printf("letters of visits that take place %d, effects (by message id) %d, lost %d, false %d, sent again with the same message id %d, left open %d%n", LETTERS - CALLED_OFF,
                ids.size(), Math.max(0, LETTERS - CALLED_OFF - ids.size()), Math.max(0, ids.size() - LETTERS + CALLED_OFF), mail.getReceivedMessages().length - ids.size(), open);
        mail.stop();
    }

    private static Object write(SomeLetters some) {
        for (int i = 0; i < LETTERS; i++) {
            UUID patient = some.patient("p" + i + "@example.org");
            Instant start = VISITS.plus(Duration.ofHours(i));
            UUID visit = some.visit(patient, start);
            some.ears(NOW).on(new AppointmentBooked(visit, patient, start));
            if (i < CALLED_OFF) {
                some.cancel(visit);
            }
        }
        return null;
    }

    /** A sender whose first letter has left: it is killed in the middle of its work, not while Java starts. */
    private static Process start(String url, int port) throws IOException {
        Process sender = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), SenderKills.class.getName(), url, Integer.toString(port)).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader words = sender.inputReader();
        String line = words.readLine();
        while (line != null && !line.equals("sending")) {
            line = words.readLine();
        }
        return sender;
    }

    private static void send(EntityManagerFactory factory, int port) {
        inTransaction(factory, some -> some.sender(SomeLetters.server(port), NOW.plusSeconds(300)).deliverNext());
        System.out.println("sending");
        while (inTransaction(factory, some -> some.sender(SomeLetters.server(port), NOW.plusSeconds(300)).deliverNext())) {
            Thread.yield();
        }
    }

    private static <T> T inTransaction(EntityManagerFactory factory, Function<SomeLetters, T> work) {
        EntityManager entities = factory.createEntityManager();
        try {
            entities.getTransaction().begin();
            T result = work.apply(new SomeLetters(entities));
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
