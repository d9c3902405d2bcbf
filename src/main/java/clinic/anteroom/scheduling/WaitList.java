package clinic.anteroom.scheduling;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import clinic.anteroom.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who would come earlier, and what they were told. */
@ApplicationScoped
class WaitList {

    /** Somebody who waits: the visit they have, and with whom they want it; null for anybody. */
    record Waiting(UUID entryId, UUID appointmentId, UUID patientId, UUID person) {
    }

    /** A kind of visit and a time that was told. */
    record Freed(String visitType, Instant start) {
    }

    /** What a link stands for. */
    record Told(UUID offerId, UUID entryId, UUID appointmentId, Instant start, Instant endsAt, String status, UUID person) {
    }

    /**
     * Urgent first, then whoever waits longest; only whose visit is of this kind and later than the freed time, who can
     * still prepare, is in no other visit then, whose legs stay in order, and who has not been told of this time. Whoever
     * cannot come is left out here already: ten of them would otherwise stand before the eleventh for ever.
     */
    private static final String CANDIDATES = """
            select w.id, a.id, a.patient_id, w.person_id
            from wait_list_entry w
            join appointment a on a.id = w.appointment_id and a.status = 'BOOKED'
            where w.status = 'WAITING' and a.visit_type = ?1
              and a.starts_at > cast(?2 as timestamptz)
              and cast(?2 as timestamptz) >= cast(?3 as timestamptz) + make_interval(hours => w.lead_hours)
              and not exists (select from wait_list_offer o where o.entry_id = w.id and (o.status = 'OPEN' and o.ends_at > cast(?3 as timestamptz)
                                                                                        or o.starts_at = cast(?2 as timestamptz)))
              and not exists (
                  select from wait_list_offer o join wait_list_entry e on e.id = o.entry_id join appointment b on b.id = e.appointment_id
                  where b.patient_id = a.patient_id and o.starts_at = cast(?2 as timestamptz))
              and not exists (
                  select from visit_group_member mine
                  join visit_group_member before on before.group_id = mine.group_id and before.ordinal < mine.ordinal
                  join appointment earlier on earlier.id = before.appointment_id and earlier.live
                  where mine.appointment_id = a.id and earlier.ends_at > cast(?2 as timestamptz))
              and not exists (
                  select from occupancy o where o.resource_id = a.patient_id and o.live and o.appointment_id <> a.id
                  and o.during && tstzrange(cast(?2 as timestamptz), cast(?2 as timestamptz) + (a.ends_at - a.starts_at)))
            order by w.urgent desc, w.created_at, w.id
            limit ?4""";

    private static final String TOLD = """
            select o.id, o.entry_id, w.appointment_id, o.starts_at, o.ends_at, o.status, w.person_id
            from wait_list_offer o join wait_list_entry w on w.id = o.entry_id where o.key_hash = ?1""";

    @PersistenceContext
    EntityManager entities;

    /** Puts the visit on the list, once. */
    void add(WaitFor command, Instant now) {
        entities.createNativeQuery("""
                        insert into wait_list_entry (id, appointment_id, lead_hours, urgent, status, created_at, person_id)
                        values (cast(?1 as uuid), cast(?2 as uuid), ?3, ?4, 'WAITING', cast(?5 as timestamptz), cast(?6 as uuid))
                        on conflict (appointment_id) where status = 'WAITING' do update set lead_hours = excluded.lead_hours, urgent = excluded.urgent, person_id = excluded.person_id""")
                .setParameter(1, NewId.next().toString())
                .setParameter(2, command.appointmentId().toString())
                .setParameter(3, command.leadHours())
                .setParameter(4, command.urgent())
                .setParameter(5, now.toString())
                .setParameter(6, command.person() == null ? null : command.person().toString())
                .executeUpdate();
    }

    /** Takes the visit off the list. */
    void leave(UUID appointmentId, String status) {
        entities.createNativeQuery("update wait_list_entry set status = ?2 where appointment_id = cast(?1 as uuid) and status = 'WAITING'")
                .setParameter(1, appointmentId.toString())
                .setParameter(2, status)
                .executeUpdate();
    }

    /** Whoever comes today or is called off waits no longer. */
    void dropOff(Instant endOfToday) {
        entities.createNativeQuery("""
                        update wait_list_entry w set status = 'LEFT' from appointment a
                        where a.id = w.appointment_id and w.status = 'WAITING'
                          and (a.status <> 'BOOKED' or a.starts_at < cast(?1 as timestamptz))""")
                .setParameter(1, endOfToday.toString())
                .executeUpdate();
    }

    /** Who fits a freed time, in the order in which they are told. */
    List<Waiting> candidates(String visitType, Instant start, Instant now, int atMost) {
        return Rows.of(entities.createNativeQuery(CANDIDATES)
                        .setParameter(1, visitType)
                        .setParameter(2, start.toString())
                        .setParameter(3, now.toString())
                        .setParameter(4, atMost)).stream()
                .map(row -> new Waiting(Rows.id(row[0]), Rows.id(row[1]), Rows.id(row[2]), Rows.id(row[3]))).toList();
    }

    /** Whoever tells of this kind and time waits for who is at it, until the transaction ends. */
    void awaitTurn(String visitType, Instant start) {
        entities.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(?1 || ' ' || cast(?2 as timestamptz), 0))) waited")
                .setParameter(1, visitType).setParameter(2, start.toString()).getResultList();
    }

    /** What the desk reads of them, in the same order. */
    List<FreedTime.Match> matches(List<Waiting> waiting) {
        List<UUID> order = waiting.stream().map(Waiting::entryId).toList();
        return Rows.of(entities.createNativeQuery("""
                        select a.id, a.patient_id, p.given_name || ' ' || p.family_name, p.birth_date, p.phone, a.starts_at, w.created_at, w.urgent
                        from unnest(cast(?1 as uuid[])) with ordinality as asked (id, place)
                        join wait_list_entry w on w.id = asked.id join appointment a on a.id = w.appointment_id join patient p on p.id = a.patient_id
                        order by asked.place""").setParameter(1, Jdbc.array(order, id -> id))).stream()
                .map(row -> new FreedTime.Match(Rows.id(row[0]), Rows.id(row[1]), (String) row[2], Rows.date(row[3]), (String) row[4], Rows.instant(row[5]),
                        Rows.instant(row[6]), (Boolean) row[7])).toList();
    }

    /** Other offers of this time that are still open. */
    List<Told> others(Told taken, String visitType) {
        return Rows.of(entities.createNativeQuery("""
                        select o.id, o.entry_id, w.appointment_id, o.starts_at, o.ends_at, o.status, w.person_id
                        from wait_list_offer o join wait_list_entry w on w.id = o.entry_id join appointment a on a.id = w.appointment_id
                        where o.status = 'OPEN' and o.entry_id <> cast(?1 as uuid) and o.starts_at = cast(?2 as timestamptz) and a.visit_type = ?3""")
                .setParameter(1, taken.entryId().toString()).setParameter(2, taken.start().toString()).setParameter(3, visitType)).stream().map(WaitList::told).toList();
    }

    /** The number of the next batch for a time: one more than told so far. */
    int nextBatch(String visitType, Instant start) {
        return Rows.number(entities.createNativeQuery("""
                        select coalesce(max(o.batch), 0) + 1 from wait_list_offer o
                        join wait_list_entry w on w.id = o.entry_id join appointment a on a.id = w.appointment_id
                        where a.visit_type = ?1 and o.starts_at = cast(?2 as timestamptz)""")
                .setParameter(1, visitType)
                .setParameter(2, start.toString())
                .getSingleResult());
    }

    /** Whether a batch for this time is still being thought about. */
    boolean isOpen(String visitType, Instant start, Instant now) {
        return !entities.createNativeQuery("""
                        select 1 from wait_list_offer o
                        join wait_list_entry w on w.id = o.entry_id join appointment a on a.id = w.appointment_id
                        where a.visit_type = ?1 and o.starts_at = cast(?2 as timestamptz) and o.status = 'OPEN' and o.ends_at > cast(?3 as timestamptz)""")
                .setParameter(1, visitType)
                .setParameter(2, start.toString())
                .setParameter(3, now.toString())
                .getResultList().isEmpty();
    }

    /** Times that were told and that nobody took in time. */
    List<Freed> unanswered(Instant now) {
        return Rows.of(entities.createNativeQuery("""
                        select distinct a.visit_type, o.starts_at from wait_list_offer o
                        join wait_list_entry w on w.id = o.entry_id join appointment a on a.id = w.appointment_id
                        where o.status = 'OPEN' and o.ends_at <= cast(?1 as timestamptz) and o.starts_at > cast(?1 as timestamptz)""")
                        .setParameter(1, now.toString())).stream()
                .map(row -> new Freed((String) row[0], Rows.instant(row[1]))).toList();
    }

    /** Writes an offer down. */
    void tell(EarlierOffer offer, int batch, Instant now) {
        entities.createNativeQuery("""
                        insert into wait_list_offer (id, entry_id, key_hash, starts_at, batch, offered_at, ends_at, status)
                        values (cast(?1 as uuid), cast(?2 as uuid), ?3, cast(?4 as timestamptz), ?5, cast(?6 as timestamptz), cast(?7 as timestamptz), 'OPEN')""")
                .setParameter(1, offer.offerId().toString())
                .setParameter(2, offer.entryId().toString())
                .setParameter(3, Sha256.of(offer.secret()))
                .setParameter(4, offer.start().toString())
                .setParameter(5, batch)
                .setParameter(6, now.toString())
                .setParameter(7, offer.endsAt().toString())
                .executeUpdate();
    }

    /** What the link stands for; empty for a secret that was never told. */
    Optional<Told> find(String secret) {
        return read(entities.createNativeQuery(TOLD).setParameter(1, Sha256.of(secret)));
    }

    /** The same, one asker of a time after the other: a link works once, and no two links of one time race. */
    Optional<Told> lock(String secret) {
        entities.createNativeQuery("""
                        select 1 from (select pg_advisory_xact_lock(hashtextextended(a.visit_type || ' ' || o.starts_at, 0))
                                       from wait_list_offer o join wait_list_entry w on w.id = o.entry_id join appointment a on a.id = w.appointment_id
                                       where o.key_hash = ?1) waited""")
                .setParameter(1, Sha256.of(secret)).getResultList();
        return read(entities.createNativeQuery(TOLD + " for update of o").setParameter(1, Sha256.of(secret)));
    }

    /** The offer was taken, and whatever else was told to the same place on the list is gone. */
    void close(Told taken) {
        entities.createNativeQuery("""
                        update wait_list_offer o set status = case when o.id = cast(?1 as uuid) then 'TAKEN' else 'GONE' end
                        where o.status = 'OPEN' and (o.id = cast(?1 as uuid) or o.entry_id = cast(?2 as uuid))""")
                .setParameter(1, taken.offerId().toString())
                .setParameter(2, taken.entryId().toString())
                .executeUpdate();
    }

    /** The time of an offer is gone. */
    void gone(Told offer) {
        entities.createNativeQuery("update wait_list_offer set status = 'GONE' where id = cast(?1 as uuid) and status = 'OPEN'")
                .setParameter(1, offer.offerId().toString()).executeUpdate();
    }

    private static Optional<Told> read(Query query) {
        return Rows.of(query).stream().findFirst().map(WaitList::told);
    }

    private static Told told(Object[] row) {
        return new Told(Rows.id(row[0]), Rows.id(row[1]), Rows.id(row[2]), Rows.instant(row[3]), Rows.instant(row[4]), (String) row[5], Rows.id(row[6]));
    }
}
