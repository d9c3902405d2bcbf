package clinic.anteroom.scheduling;

import static clinic.anteroom.scheduling.SomeLab.at;
import static clinic.anteroom.scheduling.SomeLab.count;
import static clinic.anteroom.scheduling.SomeLab.sql;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.shared.BusinessException;
import clinic.anteroom.shared.NewId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever is booked, held, moved, called off, taken up again, booked in a row or left to expire, in whatever order, on a
 * real database: nobody and nothing is in two visits at once, a free time is given and a taken one refused, and what was
 * found can be booked. One laboratory: a visit of 75 minutes keeps its machine and room for 85.
 */
class BookingsPropertyTest {

    private static final Duration KEPT = Duration.ofMinutes(85);
    private static final int STARTS_A_DAY = 34;
    private static final int DAYS = 2;

    /** A live visit as the test remembers it. */
    private record Known(UUID patient, Instant start, boolean held) {
    }

    private final Map<UUID, Known> live = new HashMap<>();
    private final List<Booked> calledOff = new ArrayList<>();
    private SomeLab lab;
    private SomeDesk desk;
    private List<UUID> patients;

    @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
    @Label("T1 no two live occupancies of one resource and seat overlap, and every found time can be booked")
    void nobodyIsInTwoVisitsAtOnce(@ForAll @Size(min = 5, max = 30) List<@IntRange(min = 0, max = 9999) Integer> steps) {
        lab = new SomeLab();
        desk = new SomeDesk();
        patients = List.of(lab.patient, lab.patient(), lab.patient());
        live.clear();
        calledOff.clear();
        steps.forEach(this::step);
        everyFoundTimeCanBeBooked();
        assertThat(count("""
                select count(*) from occupancy x join appointment a on a.id = x.appointment_id and a.visit_type = ?
                join occupancy y on y.resource_id = x.resource_id and y.seat = x.seat and y.id <> x.id and y.during && x.during
                where x.live and y.live""", lab.visitType)).as("overlaps").isZero();
        assertThat(count("select count(*) from appointment where live and visit_type = ? and (expires_at is null or expires_at > now())", lab.visitType))
                .as("visits the database has and the test knows").isEqualTo(live.size());
    }

    /** How often each kind of step did what it is for, over all tries: a property that never books would hold, too. */
    private static final Map<String, Integer> HAPPENED = new TreeMap<>();

    @BeforeContainer
    static void nothingHasHappened() {
        HAPPENED.clear();
    }

    @AfterContainer
    static void everyKindOfStepHappened() {
        assertThat(HAPPENED.keySet()).contains("given", "refused as taken", "moved", "called off", "taken up again", "both given", "a hold expired", "found and booked");
        assertThat(HAPPENED.get("given")).isGreaterThan(25);
        assertThat(HAPPENED.get("refused as taken")).isGreaterThan(10);
        assertThat(HAPPENED.get("found and booked")).isGreaterThan(10);
    }

    private static void happened(String what) {
        HAPPENED.merge(what, 1, Integer::sum);
    }

    private void step(int number) {
        int choice = number / 10;
        UUID patient = patients.get(choice % 3);
        Instant start = start(choice);
        switch (number % 10) {
            case 0, 1 -> give(patient, start, false, () -> desk.service.book(visit(patient, start)));
            case 2, 3 -> give(patient, start, true, () -> desk.service.hold(new HoldVisit(visit(patient, start))));
            case 4 -> move(choice, start);
            case 5 -> callOff(choice);
            case 6 -> takeUpAgain(choice);
            case 7 -> bookTwo(patient, start);
            case 8 -> expire();
            default -> bookWhatWasFound(patient, choice);
        }
    }

    private static Instant start(int choice) {
        return at("2026-12-07T08:00").plus(Duration.ofDays(choice / STARTS_A_DAY % DAYS)).plus(Duration.ofMinutes(15L * (choice % STARTS_A_DAY)));
    }

    private BookVisit visit(UUID patient, Instant start) {
        return new BookVisit(patient, Set.of(), lab.visitType, start, lab.everybody(), NewId.next().toString());
    }

    /** What the caller holds for the patient is let go by the next choice. */
    private void give(UUID patient, Instant start, boolean hold, Supplier<Booked> booking) {
        boolean free = isFree(start, known -> known.held() && known.patient().equals(patient));
        Booked given = answer(free, booking);
        if (given != null) {
            live.values().removeIf(known -> known.held() && known.patient().equals(patient));
            live.put(given.appointmentId(), new Known(patient, start, hold));
        }
    }

    private void move(int choice, Instant start) {
        pick(choice, false).ifPresent(id -> {
            Booked visit = desk.service.get(id);
            boolean free = isFree(start, live.get(id)::equals);
            Booked moved = answer(free, () -> desk.service.move(new MoveVisit(id, visit.version(), start, lab.everybody(), NewId.next().toString())));
            if (moved != null) {
                happened("moved");
                live.put(id, new Known(visit.patientId(), start, false));
            }
        });
    }

    private void callOff(int choice) {
        pick(choice, false).ifPresent(id -> {
            Booked visit = desk.service.get(id);
            calledOff.add(desk.service.cancel(new CancelVisit(id, visit.version(), CancelReason.PATIENT, NewId.next().toString())));
            live.remove(id);
            happened("called off");
        });
    }

    private void takeUpAgain(int choice) {
        if (!calledOff.isEmpty()) {
            Booked gone = calledOff.remove(choice % calledOff.size());
            boolean free = isFree(gone.start(), known -> false);
            Booked back = answer(free, () -> desk.service.reinstate(new StepVisit(gone.appointmentId(), gone.version(), NewId.next().toString())));
            if (back != null) {
                happened("taken up again");
                live.put(back.appointmentId(), new Known(gone.patientId(), gone.start(), false));
            }
        }
    }

    private void bookTwo(UUID patient, Instant start) {
        Instant next = start.plus(Duration.ofDays(DAYS));
        boolean free = isFree(start, known -> known.held() && known.patient().equals(patient)) && isFree(next, known -> known.held() && known.patient().equals(patient));
        try {
            List<Booked> two = desk.service.bookTogether(new BookTogether(BookTogether.Kind.SERIES, List.of(visit(patient, start), visit(patient, next)), NewId.next().toString()));
            assertThat(free).as("both were free").isTrue();
            live.values().removeIf(known -> known.held() && known.patient().equals(patient));
            happened("both given");
            two.forEach(one -> live.put(one.appointmentId(), new Known(patient, one.start(), false)));
        } catch (SlotTaken taken) {
            assertThat(free).as("both were free").isFalse();
        }
    }

    private void expire() {
        sql("update appointment set expires_at = now() - interval '1 second' where visit_type = ? and expires_at is not null", lab.visitType);
        if (live.values().removeIf(Known::held)) {
            happened("a hold expired");
        }
    }

    private void bookWhatWasFound(UUID patient, int choice) {
        LocalDate day = LocalDate.of(2026, 12, 7);
        List<FreeTime> found = desk.service.find(FindTimes.forPatient(lab.visitType, patient).between(day, day.plusDays(3))).times();
        if (!found.isEmpty()) {
            FreeTime time = found.get(choice % found.size());
            Booked booked = desk.service.book(new BookVisit(patient, Set.of(), lab.visitType, time.start(), time.chosen(), NewId.next().toString()));
            live.values().removeIf(known -> known.held() && known.patient().equals(patient));
            live.put(booked.appointmentId(), new Known(patient, booked.start(), false));
            happened("found and booked");
        }
    }

    /** A week holds more visits than there are steps, so something is always found; each time is taken and given back. */
    private void everyFoundTimeCanBeBooked() {
        UUID patient = lab.patient();
        LocalDate day = LocalDate.of(2026, 12, 7);
        List<FreeTime> found = desk.service.find(FindTimes.forPatient(lab.visitType, patient).between(day, day.plusDays(6))).times();
        assertThat(found).isNotEmpty();
        for (FreeTime time : found) {
            Booked booked = desk.service.book(new BookVisit(patient, Set.of(), lab.visitType, time.start(), time.chosen(), NewId.next().toString()));
            desk.service.cancel(new CancelVisit(booked.appointmentId(), booked.version(), CancelReason.PATIENT, NewId.next().toString()));
        }
    }

    private boolean isFree(Instant start, Predicate<Known> ignored) {
        return live.values().stream().filter(ignored.negate()).noneMatch(known -> Duration.between(known.start(), start).abs().compareTo(KEPT) < 0);
    }

    /** The visit, or null if it was refused; a free time is never refused as taken, and a taken one never given. */
    private static Booked answer(boolean free, Supplier<Booked> change) {
        try {
            Booked given = change.get();
            assertThat(free).as("given, so it was free").isTrue();
            happened("given");
            return given;
        } catch (SlotTaken taken) {
            assertThat(free).as("refused as taken, so it was taken").isFalse();
            happened("refused as taken");
            return null;
        } catch (BusinessException other) {
            happened("refused otherwise: " + other.getMessage());
            return null;
        }
    }

    private Optional<UUID> pick(int choice, boolean held) {
        List<UUID> ids = live.entrySet().stream().filter(entry -> entry.getValue().held() == held).map(Map.Entry::getKey).sorted().toList();
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(choice % ids.size()));
    }
}
