package clinic.anteroom.notify;

import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Letters about what was just done to a visit, while they can still be stopped or sent another way. */
@ApplicationScoped
class Tellings {

    /** Written on a letter that staff stopped. */
    static final String BY_STAFF = "staff tell the patient themselves";

    private static final Duration ASKED_FOR = Duration.ofMinutes(15);
    private static final List<LetterKind> ASKED_ABOUT = List.of(LetterKind.CONFIRMATION, LetterKind.CHANGE, LetterKind.CANCELLATION);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Outbox outbox;

    @Inject
    Recipients recipients;

    @Inject
    TextMessages texts;

    /** Whose visit it is; empty for an id that names none. */
    Optional<UUID> patientOf(UUID appointmentId) {
        return Rows.ids(entities.createNativeQuery("select patient_id from appointment where id = ?1").setParameter(1, appointmentId)).stream().findFirst();
    }

    /** The newest one of the last quarter of an hour that has not left, or that staff have stopped. */
    Optional<Telling> of(UUID appointmentId, Instant now) {
        return Rows.of(entities.createNativeQuery("""
                        select patient_id, kind, channel, status, due_at, concerning from communication
                        where appointment_id = ?1 and kind in ('CONFIRMATION', 'CHANGE', 'CANCELLATION') and attempts = 0 and created_at > ?2
                          and (status = 'PREPARATION' or status = 'STOPPED' and failure = ?3)
                        order by created_at desc, status, id desc limit 1""")
                .setParameter(1, appointmentId).setParameter(2, now.minus(ASKED_FOR).atOffset(ZoneOffset.UTC)).setParameter(3, BY_STAFF)).stream()
                .map(row -> new Telling(Rows.id(row[0]), LetterKind.valueOf((String) row[1]),
                        row[3].equals("PREPARATION") ? Channel.valueOf((String) row[2]) : null, Rows.instant(row[4]), ways(Rows.id(row[0])), (String) row[5])).findFirst();
    }

    /** How letters about a visit reach this patient; empty for not at all. */
    List<Channel> ways(UUID patientId) {
        List<Channel> ways = new ArrayList<>();
        recipients.email(patientId).ifPresent(email -> ways.add(Channel.EMAIL));
        if (texts.isThere() && recipients.textable(patientId).isPresent()) {
            ways.add(Channel.SMS);
        }
        return ways;
    }

    /** Stops what waits, and has it leave the other way instead, after a new grace; null stops only. */
    void choose(UUID appointmentId, Telling telling, Channel channel, Instant now) {
        choose(appointmentId, telling, channel, now, now.plus(VisitLetters.GRACE));
    }

    /** The same, leaving at the moment that is named. */
    void choose(UUID appointmentId, Telling telling, Channel channel, Instant now, Instant due) {
        outbox.stop(appointmentId, ASKED_ABOUT, BY_STAFF);
        Optional<String> address = channel == null ? Optional.empty() : channel == Channel.SMS ? recipients.textable(telling.patientId()) : recipients.email(telling.patientId());
        address.ifPresent(to -> outbox.put(telling.kind(), channel, to, telling.patientId(), appointmentId, null, telling.concerning(), now, due));
    }
}
