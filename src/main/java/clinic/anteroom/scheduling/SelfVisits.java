package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.ResourceKind;
import clinic.anteroom.scheduling.finder.Search;
import clinic.anteroom.scheduling.finder.TimeFinder;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Rows;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a patient may book without the phone, and when. */
@ApplicationScoped
class SelfVisits {

    /** As many days of times as a page shows; the first free time is looked for as far as one may book. */
    private static final int DAYS_SHOWN = 14;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Orders orders;

    @Inject
    VisitTypes visitTypes;

    @Inject
    Interlocks interlocks;

    @Inject
    SelfPicks picks;

    @Inject
    Searches searches;

    @Inject
    ClinicTime time;

    /**
     * What is ordered, one visit for as many orders as it answers, blood first and talks last.
     *
     * @param invited whether doctor or desk gave the right to book what was ordered
     * @param review  code of a talk about the results, or null
     */
    List<SelfVisit> ordered(UUID patientId, boolean invited, String review) {
        List<WaitingRequest> waiting = orders.waitingFor(patientId);
        Set<String> tests = waiting.stream().map(WaitingRequest::test).collect(Collectors.toSet());
        Map<String, Set<UUID>> byKind = new TreeMap<>(Comparator.comparingInt(this::rank).thenComparing(Comparator.naturalOrder()));
        List<VisitType> offered = visitTypes.all();
        for (WaitingRequest order : waiting) {
            VisitChoice.of(order.test(), tests, offered)
                    .ifPresent(visit -> byKind.computeIfAbsent(visit.code(), code -> new HashSet<>()).add(order.id()));
        }
        List<SelfVisit> visits = new ArrayList<>();
        byKind.forEach((code, answered) -> visits.add(visit(code, answered, invited)));
        if (review != null) {
            visits.add(visit(review, Set.of(), true));
        }
        return visits;
    }

    /** Kinds of visit that nobody has to order and that patients may book freely, by name; with what stands against this patient. */
    List<SelfVisit> free(UUID patientId) {
        return visitTypes.all().stream().filter(visit -> visit.tests().isEmpty() && visitTypes.policy(visit.code()).bookers().contains(Booker.PATIENT))
                .map(visit -> picked(patientId, visit.code())).sorted(Comparator.comparing(SelfVisit::name)).toList();
    }

    /** A kind of visit that nobody ordered, with what stands against this patient booking it alone. */
    SelfVisit picked(UUID patientId, String code) {
        SelfVisit visit = visit(code, Set.of(), false);
        return visit.isOpen() ? new SelfVisit(code, visit.name(), visit.length(), Set.of(), picks.against(patientId, code)) : visit;
    }

    private SelfVisit visit(String code, Set<UUID> answered, boolean invited) {
        VisitType visit = visitTypes.get(code);
        Set<Interlock> locks = interlocks.of(answered);
        boolean mayBook = invited || visitTypes.policy(code).bookers().contains(Booker.PATIENT);
        SelfVisit.Blocked blocked = locks.contains(Interlock.IMPLANT) ? SelfVisit.Blocked.IMPLANT
                : locks.contains(Interlock.BLOOD_FIRST) ? SelfVisit.Blocked.BLOOD_FIRST
                : locks.contains(Interlock.HOLD) ? SelfVisit.Blocked.HOLD
                : mayBook ? null : SelfVisit.Blocked.BY_PHONE;
        return new SelfVisit(code, visit.name(), visit.length(), answered, blocked);
    }

    /** Blood first: its value is needed by what follows. Talks last: they are about the results. */
    private int rank(String code) {
        Set<String> tests = visitTypes.get(code).tests();
        return tests.contains("BLOOD") ? 0 : tests.isEmpty() ? 2 : 1;
    }

    /** Times for one kind of visit. */
    SelfTimes times(SelfFind command) {
        String code = command.visitTypes().get(0);
        Search open = search(command, code);
        Optional<FreeTime> first = firstWith(open);
        LocalDate from = Objects.requireNonNullElse(command.from(), first.map(found -> LocalDate.ofInstant(found.start(), time.zone())).orElse(time.today()));
        Optional<Search> asked = command.from() == null ? Optional.of(open) : search(command, code, from, from.plusDays(DAYS_SHOWN));
        Map<LocalDate, List<FreeTime>> days = new LinkedHashMap<>();
        asked.flatMap(search -> twoWeeks(search.with(command.person()), from)).ifPresent(wanted -> TimeFinder.all(wanted)
                .forEach(plan -> days.computeIfAbsent(LocalDate.ofInstant(plan.start(), time.zone()), date -> new ArrayList<>())
                        .add(TimeFinder.named(wanted, plan))));
        return new SelfTimes(open.visit(), first.orElse(null), people(open), days, from, time.today().plusDays(visitTypes.policy(code).alone().toDays()));
    }

    private static List<SelfTimes.WithPerson> people(Search open) {
        return open.visit().parts().stream().flatMap(part -> open.availability().playing(part.capability()).stream())
                .filter(resource -> resource.kind() == ResourceKind.PRACTITIONER).distinct()
                .flatMap(person -> firstWith(open.with(person.id())).map(time -> new SelfTimes.WithPerson(person.id(), person.name(), time)).stream())
                .sorted(Comparator.comparing(person -> person.first().start())).toList();
    }

    private static Optional<FreeTime> firstWith(Search search) {
        return TimeFinder.all(search).findFirst().map(plan -> TimeFinder.named(search, plan));
    }

    /** Bundles for several kinds of visit. */
    List<SelfBundle> bundles(SelfFind command) {
        List<Search> legs = command.visitTypes().stream().map(code -> search(command, code)).toList();
        return new BundleFinder(legs).find();
    }

    /** The time of exactly this start with everybody named; empty if it is not free. */
    Optional<FreeTime> at(SelfFind command, Instant start) {
        LocalDate day = LocalDate.ofInstant(start, time.zone());
        return search(command, command.visitTypes().get(0), day, day).map(search -> search.with(command.person()))
                .filter(search -> search.window().contains(TimeRange.startingAt(start, search.visit().length())))
                .flatMap(search -> firstWith(search.within(TimeRange.startingAt(start, search.visit().length()))));
    }

    /** From the notice on that the kind of visit asks for, as far as patients book alone. */
    private Search search(SelfFind command, String code) {
        return search(command, code, null, null).orElseThrow(VisitNotPossible::tooLateToBook);
    }

    /** The same on some days; empty if patients book none of them alone. */
    private Optional<Search> search(SelfFind command, String code, LocalDate from, LocalDate latest) {
        FindTimes question = new FindTimes(null, code, command.patientId(), from, latest, null, command.instead(), command.needs(), command.wishes(), false);
        Search search = searches.of(question, visitTypes.get(code), command.needs(), command.patientId(), null);
        return part(search, time.now().plus(visitTypes.policy(code).notice()), time.now().plus(visitTypes.policy(code).alone()));
    }

    private Optional<Search> twoWeeks(Search search, LocalDate from) {
        return part(search, from.atStartOfDay(time.zone()).toInstant(), from.plusDays(DAYS_SHOWN).atStartOfDay(time.zone()).toInstant());
    }

    private static Optional<Search> part(Search search, Instant from, Instant until) {
        return from.isBefore(until) && from.isBefore(search.window().end()) && until.isAfter(search.window().start())
                ? Optional.of(search.within(new TimeRange(from, until))) : Optional.empty();
    }

    /** One patient looks, counts and books after the other: two pages at once are not more than one. */
    void oneAtATime(UUID patientId) {
        Jdbc.of(entities).rows("select pg_advisory_xact_lock(hashtextextended('SELF ' || ?, 0))", patientId);
    }

    /** Visits this patient booked without the phone that are still to come. */
    int aheadByThemselves(UUID patientId, Instant now) {
        return Rows.number(entities.createNativeQuery("""
                        select count(*) from appointment where patient_id = cast(?1 as uuid) and created_by = ?2 and status = 'BOOKED'
                          and starts_at > cast(?3 as timestamptz)""")
                .setParameter(1, patientId.toString()).setParameter(2, PatientAppointmentService.BY).setParameter(3, now.toString()).getSingleResult());
    }

    /** What the patient has and had, the next one first, then what is past, the latest first; holds are none yet. */
    List<UUID> visitsOf(UUID patientId, Instant now) {
        return Rows.ids(entities.createNativeQuery("""
                        select id from appointment where patient_id = cast(?1 as uuid) and expires_at is null
                          and cancel_reason is distinct from 'HOLD_EXPIRED' and cancel_reason is distinct from 'HOLD_RELEASED' and status <> 'ENTERED_IN_ERROR'
                        order by ends_at < cast(?2 as timestamptz), abs(extract(epoch from starts_at - cast(?2 as timestamptz))) limit 50""")
                .setParameter(1, patientId.toString()).setParameter(2, now.toString()));
    }

    /** What a patient may do with a booked visit. */
    record ChangePolicy(boolean mayChange, Duration notice, Duration checkInBefore, Duration checkInAfter) {
    }

    ChangePolicy changePolicy(String visitType) {
        Object[] row = Rows.of(entities.createNativeQuery("""
                        select patients_may_change, change_notice_minutes, check_in_before, check_in_after from visit_type where code = ?1""")
                .setParameter(1, visitType)).get(0);
        return new ChangePolicy((Boolean) row[0], Duration.ofMinutes(Rows.number(row[1])),
                row[2] == null ? null : Duration.ofMinutes(Rows.number(row[2])), Duration.ofMinutes(Rows.number(row[3])));
    }

    /** Whether the visit waits for an earlier time. */
    boolean isWaiting(UUID appointmentId) {
        return !entities.createNativeQuery("select 1 from wait_list_entry where appointment_id = cast(?1 as uuid) and status = 'WAITING'")
                .setParameter(1, appointmentId.toString()).getResultList().isEmpty();
    }

    /** Earlier times told to this patient that can still be taken. */
    List<SelfOffer> offers(UUID patientId, Instant now) {
        return Rows.of(entities.createNativeQuery("""
                        select o.id, w.appointment_id, o.starts_at, o.ends_at from wait_list_offer o join wait_list_entry w on w.id = o.entry_id
                        join appointment a on a.id = w.appointment_id
                        where a.patient_id = cast(?1 as uuid) and o.status = 'OPEN' and o.ends_at > cast(?2 as timestamptz) order by o.starts_at""")
                        .setParameter(1, patientId.toString()).setParameter(2, now.toString())).stream()
                .map(row -> new SelfOffer(Rows.id(row[0]), Rows.id(row[1]), Rows.instant(row[2]), Rows.instant(row[3]))).toList();
    }

    /** Gives an offer a new secret; false if it is not this patient's or is over. */
    boolean rearm(UUID patientId, UUID offerId, String secretHash) {
        return entities.createNativeQuery("""
                        update wait_list_offer o set key_hash = ?3 from wait_list_entry w join appointment a on a.id = w.appointment_id
                        where w.id = o.entry_id and o.id = cast(?2 as uuid) and a.patient_id = cast(?1 as uuid) and o.status = 'OPEN'""")
                .setParameter(1, patientId.toString()).setParameter(2, offerId.toString()).setParameter(3, secretHash).executeUpdate() == 1;
    }
}
