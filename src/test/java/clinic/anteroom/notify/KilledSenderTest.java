package clinic.anteroom.notify;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.scheduling.AppointmentBooked;
import clinic.anteroom.testing.TestDatabase;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The sender dies a hundred times at the worst moments: before the mail left, and after it left but before that was written down. */
class KilledSenderTest {

    private static final Instant NOW = Instant.parse("1999-05-01T14:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(300);
    private static final int LETTERS = 120;
    private static final int KILLS = 100;

    @RegisterExtension
    private static final GreenMailExtension MAIL = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    /** What a kill looks like from inside: nothing after it runs. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static MailServer dyingServer(Random random) {
        return new MailServer(Optional.of("127.0.0.1"), MAIL.getSmtp().getPort(), Optional.empty(), Optional.empty(), false, "no-reply@clinic.example.org", Optional.empty()) {
            @Override
            void send(UUID id, String recipient, Letter letter) throws MessagingException {
                if (random.nextBoolean()) {
                    throw new Killed();
                }
                super.send(id, recipient, letter);
                throw new Killed();
            }
        };
    }

    @Test
    @DisplayName("T8 a hundred kills of the sender: no letter lost, none false, one effect each")
    void hundredKills() {
        List<UUID> visits = write();
        Set<UUID> calledOff = new HashSet<>(visits.subList(0, 20));
        with(some -> calledOff.forEach(some::cancel));
        Random random = new Random(8);
        int killed = 0;
        while (killed < KILLS) {
            killed += deliver(random.nextInt(3) == 0 ? SomeLetters.server(MAIL.getSmtp().getPort()) : dyingServer(random)) == null ? 1 : 0;
        }
        while (Boolean.TRUE.equals(deliver(SomeLetters.server(MAIL.getSmtp().getPort())))) {
            killed++;
        }
        Set<String> ids = new HashSet<>(Arrays.stream(MAIL.getReceivedMessages()).map(KilledSenderTest::messageId).toList());
        assertThat(ids).hasSize(LETTERS - calledOff.size());
        with(some -> assertThat(visits).allSatisfy(visit -> assertThat(some.states(visit, LetterKind.CONFIRMATION))
                .containsExactly(calledOff.contains(visit) ? "STOPPED" : "COMPLETED")));
        assertThat(MAIL.getReceivedMessages().length).as("some left twice, with the same id").isGreaterThan(ids.size());
        with(some -> some.entities.createNativeQuery("delete from communication where created_at < '2000-01-01'").executeUpdate());
    }

    @Test
    @DisplayName("T8 without a mail server a letter is one file, however often its sender dies after writing it")
    void killedWriterLeavesOneFileALetter(@TempDir Path data) throws IOException {
        List<UUID> visits = write(40);
        Random random = new Random(8);
        MailFolder dying = new MailFolder(Optional.of(data.toString())) {
            @Override
            void write(UUID id, MimeMessage message) throws MessagingException {
                try {
                    Files.writeString(Files.createDirectories(data.resolve("mail")).resolve(id + ".eml.half"), "half a letter");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                if (random.nextBoolean()) {
                    super.write(id, message);
                }
                throw new Killed();
            }
        };
        for (int i = 0; i < 60; i++) {
            try {
                inTransaction(some -> some.sender(dying, LATER).deliverNext());
            } catch (Killed killed) {
                assertThat(killed).isNotNull();
            }
        }
        MailFolder folder = new MailFolder(Optional.of(data.toString()));
        while (inTransaction(some -> some.sender(folder, LATER).deliverNext())) {
            Thread.yield();
        }
        try (Stream<Path> files = Files.list(data.resolve("mail"))) {
            assertThat(files.map(file -> file.getFileName().toString()).toList()).hasSize(visits.size()).allMatch(name -> name.endsWith(".eml"));
        }
        with(some -> assertThat(visits).allSatisfy(visit -> assertThat(some.states(visit, LetterKind.CONFIRMATION)).containsExactly("COMPLETED")));
        with(some -> some.entities.createNativeQuery("delete from communication where created_at < '2000-01-01'").executeUpdate());
    }

    private static List<UUID> write() {
        return write(LETTERS);
    }

    private static List<UUID> write(int letters) {
        return inTransaction(some -> IntStream.range(0, letters).mapToObj(i -> {
            UUID patient = some.patient("p" + i + "@example.org");
            Instant start = Instant.parse("1999-06-01T14:00:00Z").plus(Duration.ofHours(i));
            UUID visit = some.visit(patient, start);
            some.ears(NOW).on(new AppointmentBooked(visit, patient, start));
            return visit;
        }).toList());
    }

    /** Whether there was one to send; null if the sender was killed. */
    private static Boolean deliver(MailServer server) {
        try {
            return inTransaction(some -> some.sender(server, LATER).deliverNext());
        } catch (Killed killed) {
            return null;
        }
    }

    private static <T> T inTransaction(Function<SomeLetters, T> work) {
        EntityManager entities = TestDatabase.entities().createEntityManager();
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

    private static void with(Consumer<SomeLetters> work) {
        inTransaction(some -> {
            work.accept(some);
            return null;
        });
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
