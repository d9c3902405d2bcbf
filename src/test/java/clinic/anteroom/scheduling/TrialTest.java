package clinic.anteroom.scheduling;

import static clinic.anteroom.scheduling.SomeLab.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.scheduling.Trial.Kind;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrialTest {

    private static final Instant NINE = at("2026-12-01T09:00");

    private final SomeLab lab = new SomeLab();
    private final SomeDesk desk = new SomeDesk();

    @Test
    void aFreeTimeNamesEverybodyAndCanBeBooked() {
        Trial trial = book(lab.technologist, NINE, lab.patient);

        assertThat(trial.isFree()).isTrue();
        assertThat(trial.time().chosen()).isEqualTo(lab.everybody());
        assertThat(desk.service.book(new BookVisit(lab.patient, Set.of(), lab.visitType, trial.start(), trial.time().chosen(), key())).start()).isEqualTo(NINE);
    }

    @Test
    void whoeverComesInLaterLetsTheVisitBeginBefore() {
        Trial trial = book(lab.physician, at("2026-12-01T09:45"), lab.patient);

        assertThat(trial.start()).isEqualTo(NINE);
        assertThat(trial.isFree()).isTrue();
    }

    @Test
    void everyFullFiveMinutesCanBeTried() {
        assertThat(book(lab.technologist, at("2026-12-01T09:05"), lab.patient).isFree()).isTrue();
    }

    @Test
    void everythingThatStandsAgainstItIsNamed() {
        booked(NINE, lab.patient);

        assertThat(kinds(book(lab.technologist, NINE, lab.patient()))).containsExactlyInAnyOrder(Kind.BUSY, Kind.NOBODY, Kind.NOBODY, Kind.NOBODY);
        assertThat(kinds(book(lab.technologist, at("2026-12-01T08:30"), lab.patient))).contains(Kind.PATIENT);
    }

    @Test
    void closedHoursThePastAndAStrangerAreNamed() {
        assertThat(kinds(book(lab.technologist, at("2026-12-01T07:00"), lab.patient))).contains(Kind.CLOSED);
        assertThat(kinds(book(lab.technologist, at("2026-11-30T06:00"), lab.patient))).containsExactly(Kind.PAST);
        assertThat(kinds(book(new SomeLab().technologist, NINE, lab.patient))).containsExactly(Kind.CANNOT);
    }

    @Test
    void itCanBeTriedBeforeAnybodyIsChosen() {
        assertThat(book(lab.technologist, NINE, null).isFree()).isTrue();
        booked(NINE, lab.patient);
        assertThat(book(lab.technologist, NINE, null).isFree()).isFalse();
    }

    @Test
    void aVisitIsNotInItsOwnWay() {
        UUID visit = booked(NINE, lab.patient);

        Trial trial = desk.trial(look -> look.look(TryVisit.moving(visit, lab.technologist, at("2026-12-01T09:15"), 1)));

        assertThat(trial.isFree()).isTrue();
        assertThat(trial.start()).isEqualTo(at("2026-12-01T09:15"));
    }

    @Test
    void timeThatIsBlockedForOneKindIsFreeForOthers() {
        SomeLab.sql("insert into absence (resource_id, during, visit_type, reason) values (?, tstzrange(cast(? as timestamptz), cast(? as timestamptz)), ?, 'only follow-ups')",
                lab.machine, NINE.toString(), at("2026-12-01T12:00").toString(), lab.visitType);
        assertThat(book(lab.technologist, NINE, lab.patient).isFree()).isFalse();
        SomeLab.sql("update absence set visit_type = 'MRI' where resource_id = ?", lab.machine);
        assertThat(book(lab.technologist, NINE, lab.patient).isFree()).isTrue();
    }

    @Test
    void outsideTheHoursIsBookedByWhoSaysWhyAndStaysWhereItWasPut() {
        Instant early = at("2026-12-01T07:00");
        assertThat(kinds(book(lab.technologist, early, lab.patient))).as("warned first").contains(Kind.CLOSED);
        assertThatThrownBy(() -> desk.service.book(new BookVisit(lab.patient, Set.of(), lab.visitType, early, lab.everybody(), key()))).hasMessage("refusal.visit_closed");

        Trial onPurpose = desk.trial(look -> look.look(TryVisit.booking(lab.visitType, lab.patient, lab.technologist, early, VisitNeeds.PLAIN, true)));
        assertThat(onPurpose.isFree()).isTrue();
        Booked booked = desk.service.book(new BookVisit(lab.patient, Set.of(), lab.visitType, early, onPurpose.time().chosen(), key(), VisitNeeds.PLAIN, "The night shift has room"));
        assertThat(booked.overbookedBecause()).isEqualTo("The night shift has room");
        assertThat(desk.lengths().look(booked.appointmentId(), 1, 60).isFree()).isTrue();
        assertThatThrownBy(() -> desk.service.move(new MoveVisit(booked.appointmentId(), booked.version(), at("2026-12-01T05:00"), lab.everybody(), key()))).hasMessage("refusal.visit_closed");
        assertThat(kinds(book(lab.technologist, early, lab.patient()))).contains(Kind.CLOSED);
    }

    @Test
    void whoIsAwayIsNotBookedOnPurposeAndNeitherIsAClosedDay() {
        Instant early = at("2026-12-02T07:00");
        SomeLab.sql("insert into absence (resource_id, during, reason) values (?, tstzrange(cast(? as timestamptz), cast(? as timestamptz)), 'holiday')",
                lab.technologist, at("2026-12-02T00:00").toString(), at("2026-12-03T00:00").toString());
        assertThat(kinds(onPurpose(early))).contains(Kind.CLOSED);
        assertThatThrownBy(() -> desk.service.book(new BookVisit(lab.patient, Set.of(), lab.visitType, early, lab.everybody(), key(), VisitNeeds.PLAIN, "All the same")))
                .hasMessage("refusal.visit_closed");
        assertThat(kinds(onPurpose(at("2026-12-25T10:00")))).as("a public holiday").contains(Kind.CLOSED);
    }

    private Trial onPurpose(Instant when) {
        return desk.trial(look -> look.look(TryVisit.booking(lab.visitType, lab.patient, lab.technologist, when, VisitNeeds.PLAIN, true)));
    }

    @Test
    void aWalkInComesIntoTheFirstMinutesOfToday() {
        assertThat(desk.trial(look -> look.walkIn(lab.visitType, lab.patient)).orElseThrow().start()).isEqualTo(at("2026-11-30T08:00"));
    }

    private Trial book(UUID resource, Instant when, UUID patient) {
        return desk.trial(look -> look.look(TryVisit.booking(lab.visitType, patient, resource, when, VisitNeeds.PLAIN, false)));
    }

    private UUID booked(Instant start, UUID patient) {
        return desk.service.book(new BookVisit(patient, Set.of(), lab.visitType, start, lab.everybody(), key())).appointmentId();
    }

    private static java.util.List<Kind> kinds(Trial trial) {
        return trial.obstacles().stream().map(Trial.Obstacle::kind).toList();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
