package clinic.anteroom.notify;

import clinic.anteroom.directory.ClinicProfile;
import clinic.anteroom.intake.LinkService;
import clinic.anteroom.myvisit.BookingInvitationService;
import clinic.anteroom.myvisit.PatientTaskService;
import clinic.anteroom.myvisit.VisitLinkPurpose;
import clinic.anteroom.myvisit.VisitLinkService;
import clinic.anteroom.scheduling.CalendarService;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sender and the outbox on a real database, with visits written by SQL. Secrets and calendar files come from the test. */
final class SomeLetters {

    static final ZoneId TORONTO = ZoneId.of("America/Toronto");
    static final String SECRET = "0123456789abcdef0123456789abcdef";

    final EntityManager entities;
    final List<UUID> bounced = new ArrayList<>();

    /** What was texted: phone and words. */
    final List<String> texted = new ArrayList<>();

    private final TextMessages texts = new TextMessages() {
        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public void send(UUID id, String phone, String words) {
            texted.add(phone + " " + words.strip());
        }
    };

    SomeLetters(EntityManager entities) {
        this.entities = entities;
    }

    static ClinicTime clock(Instant now) {
        return new ClinicTime(Clock.fixed(now, ZoneOffset.UTC), TORONTO);
    }

    /** What hears of visits, at this moment. */
    VisitLetters ears(Instant now) {
        VisitLetters ears = new VisitLetters();
        ears.outbox = new Outbox(entities);
        ears.recipients = new Recipients();
        ears.recipients.entities = entities;
        ears.tasks = tasks();
        ears.time = clock(now);
        return ears;
    }

    DeliveryService sender(MailServer server, Instant now) {
        return sender(server, new MailFolder(Optional.empty()), now);
    }

    /** Without a mail server: letters and texts lie in a folder. */
    DeliveryService sender(MailFolder folder, Instant now) {
        return sender(new MailServer(Optional.empty(), 25, Optional.empty(), Optional.empty(), false, "no-reply@clinic.example.org", Optional.empty()), folder, now);
    }

    private DeliveryService sender(MailServer server, MailFolder folder, Instant now) {
        LetterWriter writer = writer(now);
        return new DeliveryService(new Outbox(entities), server, folder, texts, writer, tasks(), writer.time);
    }

    /** What words letters, at this moment. */
    LetterWriter writer(Instant now) {
        LetterWriter writer = new LetterWriter();
        writer.facts = new Facts();
        writer.facts.entities = entities;
        writer.recipients = new Recipients();
        writer.recipients.entities = entities;
        writer.letters = new Letters(() -> new ClinicProfile("Test Clinic", "+1 416 555 0142", "911", "9-8-8", "911", null), "https://visit.example.org");
        writer.formLinks = new LinkService();
        writer.visitLinks = new VisitLinkService() {
            @Override
            public String mint(VisitLinkPurpose purpose, UUID patientId, UUID appointmentId, Instant until) {
                return SECRET;
            }
        };
        writer.invitations = new BookingInvitationService() {
            @Override
            public boolean isOpen(UUID patientId) {
                return true;
            }
        };
        writer.calendar = new CalendarService() {
            @Override
            public Optional<String> fileForPatient(UUID appointmentId) {
                return Optional.of("BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n");
            }
        };
        writer.time = clock(now);
        return writer;
    }

    /** What the desk is asked about, at this moment. */
    Tellings tellings() {
        Tellings made = new Tellings();
        made.entities = entities;
        made.outbox = new Outbox(entities);
        made.recipients = new Recipients();
        made.recipients.entities = entities;
        made.texts = texts;
        return made;
    }

    /** The last phase is longer by so many minutes. */
    void resize(UUID visit, int minutes) {
        entities.createNativeQuery("update appointment set ends_at = ends_at + make_interval(mins => ?2), version = version + 1 where id = ?1")
                .setParameter(1, visit).setParameter(2, minutes).executeUpdate();
    }

    void reinstate(UUID visit) {
        entities.createNativeQuery("update appointment set status = 'BOOKED', cancel_reason = null, version = version + 1 where id = ?1").setParameter(1, visit).executeUpdate();
    }

    static MailServer server(int port) {
        return new MailServer(Optional.of("127.0.0.1"), port, Optional.empty(), Optional.empty(), false, "no-reply@clinic.example.org", Optional.empty());
    }

    private PatientTaskService tasks() {
        return new PatientTaskService() {
            @Override
            public void bounced(UUID patientId, UUID appointmentId, UUID letterId) {
                bounced.add(patientId);
            }
        };
    }

    UUID patient(String email) {
        UUID id = NewId.next();
        entities.createNativeQuery("insert into patient (id, given_name, family_name, birth_date, email, created_at) values (?1, 'Pat', 'Letter', date '1980-02-29', ?2, now())")
                .setParameter(1, id).setParameter(2, email).executeUpdate();
        return id;
    }

    /** A booked visit of twenty minutes. */
    UUID visit(UUID patient, Instant start) {
        UUID id = NewId.next();
        entities.createNativeQuery("""
                        insert into appointment (id, status, visit_type, patient_id, starts_at, ends_at, zone, wall_start, created_by, created_at)
                        values (?1, 'BOOKED', 'FAMILY_DOCTOR', ?2, cast(?3 as timestamptz), cast(?4 as timestamptz), 'America/Toronto', cast(?3 as timestamptz) at time zone 'America/Toronto', 'test', now())""")
                .setParameter(1, id).setParameter(2, patient).setParameter(3, start.toString()).setParameter(4, start.plus(Duration.ofMinutes(20)).toString()).executeUpdate();
        entities.createNativeQuery("insert into occupancy (id, appointment_id, phase, resource_id, seat, during, live) values (?1, ?2, 1, ?3, 1, tstzrange(cast(?4 as timestamptz), cast(?5 as timestamptz)), true)")
                .setParameter(1, NewId.next()).setParameter(2, id).setParameter(3, patient).setParameter(4, start.toString())
                .setParameter(5, start.plus(Duration.ofMinutes(20)).toString()).executeUpdate();
        return id;
    }

    void move(UUID visit, Instant start) {
        entities.createNativeQuery("""
                        update appointment set starts_at = cast(?2 as timestamptz), ends_at = cast(?2 as timestamptz) + interval '20 minutes',
                               wall_start = cast(?2 as timestamptz) at time zone 'America/Toronto', version = version + 1 where id = ?1""")
                .setParameter(1, visit).setParameter(2, start.toString()).executeUpdate();
    }

    void cancel(UUID visit) {
        entities.createNativeQuery("update appointment set status = 'CANCELLED', cancel_reason = 'PATIENT', version = version + 1 where id = ?1").setParameter(1, visit).executeUpdate();
    }

    /** Status of each letter of this kind about the visit, the earliest first. */
    List<String> states(UUID visit, LetterKind kind) {
        List<?> rows = entities.createNativeQuery("select status from communication where appointment_id = ?1 and kind = ?2 order by due_at, id")
                .setParameter(1, visit).setParameter(2, kind.name()).getResultList();
        return rows.stream().map(String.class::cast).toList();
    }
}
