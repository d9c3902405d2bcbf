package clinic.anteroom.scheduling;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.scheduling.calendar.CalendarEvent;
import clinic.anteroom.scheduling.calendar.CalendarFile;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Rows;
import clinic.anteroom.shared.Sha256;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A doctor's own visits for a calendar program, behind an address nobody can guess. What leaves the house is as little as makes it useful: initials
 * and the kind of visit, and neither of a visit that its patient keeps from this doctor.
 */
@Stateless
@RolesAllowed(Roles.DOCTOR)
public class StaffCalendarService {

    private static final String FEED = "CalendarFeed";
    private static final Duration BACK = Duration.ofDays(31);

    private static final String VISITS = """
            select a.id, a.version, min(lower(o.during)), max(upper(o.during)), left(p.given_name, 1) || left(p.family_name, 1) || ', ' || v.name,
                   coalesce(string_agg(distinct l.name, ', ') filter (where l.id is not null), ''), a.status = 'CANCELLED', a.patient_id
            from occupancy o
            join appointment a on a.id = o.appointment_id
            join patient p on p.id = a.patient_id
            join visit_type v on v.code = a.visit_type
            left join occupancy room on room.appointment_id = a.id
            left join location l on l.id = room.resource_id
            where o.resource_id = (select s.practitioner_id from staff_account s where s.username = ?1 and s.active) and a.expires_at is null
              and a.status <> 'NOSHOW' and a.starts_at > cast(?2 as timestamptz)
              and a.cancel_reason is distinct from 'HOLD_EXPIRED' and a.cancel_reason is distinct from 'HOLD_RELEASED'
            group by a.id, a.version, p.given_name, p.family_name, v.name, a.status, a.patient_id
            order by 3, 1""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    CalendarFeeds feeds;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    @Resource
    SessionContext session;

    /** The clinic's mail address, which calendars show as the organizer. */
    @Inject
    @ConfigProperty(name = "anteroom.clinic.mail", defaultValue = "desk@anteroom.example")
    String mail;

    /** A new secret for the caller's feed; an earlier one ends. It is told once and kept as a hash only. */
    public String open() {
        String secret = Secrets.next();
        end();
        entities.createNativeQuery("insert into staff_calendar_feed (key_hash, account, created_at) values (?1, ?2, cast(?3 as timestamptz))")
                .setParameter(1, Sha256.of(secret)).setParameter(2, me()).setParameter(3, time.now().toString()).executeUpdate();
        audit.record(AuditedAction.CREATE, FEED, null, null);
        return secret;
    }

    /** Ends the caller's feed; ending it twice is ending it once. */
    public void close() {
        end();
        audit.record(AuditedAction.UPDATE, FEED, null, null);
    }

    /** Whether an address of the caller works now. */
    public boolean isOpen() {
        return !entities.createNativeQuery("select 1 from staff_calendar_feed where account = ?1 and revoked_at is null").setParameter(1, me()).getResultList().isEmpty();
    }

    /** The visits of the doctor behind a secret from a month ago on, called-off ones marked; each one told is logged. Nothing for a wrong or ended secret. */
    @PermitAll // The secret is the proof.
    public Optional<String> feed(String secret) {
        List<?> accounts = entities.createNativeQuery("select f.account from staff_calendar_feed f join staff_account s on s.username = f.account and s.active "
                + "where f.key_hash = ?1 and f.revoked_at is null").setParameter(1, Sha256.of(secret)).getResultList();
        return accounts.stream().map(String.class::cast).findFirst().map(this::calendar);
    }

    private String calendar(String account) {
        // Nobody is signed in here, and the doctor whose calendar it is reads no more than the doctor's own pages show.
        entities.createNativeQuery("select set_config('anteroom.agent', ?1, true), set_config('anteroom.roles', ?2, true)")
                .setParameter(1, account).setParameter(2, Roles.DOCTOR).getSingleResult();
        List<Object[]> rows = Rows.of(entities.createNativeQuery(VISITS).setParameter(1, account).setParameter(2, time.now().minus(BACK).toString()));
        rows.forEach(row -> audit.record(AuditedAction.VIEW, "Appointment", Rows.id(row[0]), Rows.id(row[7])));
        return CalendarFile.feed(rows.stream().map(StaffCalendarService::event).toList(), feeds.clinic(), mail, time.now());
    }

    private static CalendarEvent event(Object[] row) {
        return new CalendarEvent(Rows.id(row[0]), Rows.number(row[1]), Rows.range(row[2], row[3]), (String) row[4], (String) row[5], (Boolean) row[6]);
    }

    private void end() {
        entities.createNativeQuery("update staff_calendar_feed set revoked_at = cast(?2 as timestamptz) where account = ?1 and revoked_at is null")
                .setParameter(1, me()).setParameter(2, time.now().toString()).executeUpdate();
    }

    private String me() {
        return session.getCallerPrincipal().getName();
    }
}
