package clinic.anteroom.scheduling;

import static clinic.anteroom.scheduling.SomeLab.at;
import static clinic.anteroom.scheduling.SomeLab.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.scheduling.Trial.Kind;
import clinic.anteroom.scheduling.finder.VisitNeeds.Factor;
import clinic.anteroom.scheduling.finder.VisitType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Visits that the desk makes longer or shorter. */
class LengthTest {

    private static final Instant NINE = at("2026-12-01T09:00");

    private final SomeLab lab = new SomeLab();
    private final SomeDesk desk = new SomeDesk();
    private final LengthService lengths = desk.lengths();
    private final Booked booked = book(lab.patient, NINE);

    @Test
    @DisplayName("T6 one phase is longer, the next one follows, everybody stays, and the breakdown says that the desk did it")
    void oneMorePhaseIsLonger() {
        Booked longer = resize(booked, 1, 60);

        assertThat(longer.appointmentId()).isEqualTo(booked.appointmentId());
        assertThat(longer.version()).isGreaterThan(booked.version());
        assertThat(longer.phases()).extracting(phase -> Duration.between(phase.start(), phase.end()).toMinutes()).containsExactly(60L, 30L);
        assertThat(longer.start()).isEqualTo(NINE);
        assertThat(longer.end()).isEqualTo(at("2026-12-01T10:30"));
        assertThat(longer.phases()).extracting(Booked.Phase::with).isEqualTo(booked.phases().stream().map(Booked.Phase::with).toList());
        assertThat(count("select count(*) from occupancy where live and appointment_id = ?", booked.appointmentId())).isEqualTo(8);
        assertThat(lengths.asBooked(longer).phases().get(0).extras()).containsExactly(new VisitType.Extra(Factor.DESK, Duration.ofMinutes(15)));
        assertThat(desk.audited).contains("UPDATE Appointment " + booked.appointmentId());
    }

    @Test
    @DisplayName("T4 a visit is made longer once for each key, however often it is pressed")
    void theSameKeyResizesOnce() {
        ResizeVisit command = new ResizeVisit(booked.appointmentId(), booked.version(), 2, 40, key());
        Booked once = lengths.resize(command);
        assertThat(lengths.resize(command)).isEqualTo(once);
        assertThat(lengths.history(booked.appointmentId())).hasSize(1);
        assertThatThrownBy(() -> lengths.resize(new ResizeVisit(booked.appointmentId(), booked.version(), 2, 45, command.key()))).isInstanceOf(BookingKeyUsed.class);
    }

    @Test
    @DisplayName("T7 who makes a visit longer after somebody else has changed it is told")
    void aSecondEditorIsTold() {
        resize(booked, 1, 60);
        assertThatThrownBy(() -> resize(booked, 1, 30)).isInstanceOf(AppointmentChanged.class);
    }

    @Test
    void conflictsAreNamedBeforeAndTheServerRefusesTheSame() {
        book(lab.patient(), at("2026-12-01T10:25"));

        assertThat(lengths.look(booked.appointmentId(), 2, 25).isFree()).isTrue();
        Trial trial = lengths.look(booked.appointmentId(), 1, 60);
        assertThat(trial.obstacles()).extracting(Trial.Obstacle::kind).containsOnly(Kind.BUSY);
        assertThat(trial.obstacles()).extracting(Trial.Obstacle::name).containsExactlyInAnyOrder("Machine " + lab.mark, "Room " + lab.mark);
        assertThatThrownBy(() -> resize(booked, 1, 60)).isInstanceOfSatisfying(SlotTaken.class, taken -> {
            assertThat(taken.otherTimes()).hasSize(3);
            assertThat(Duration.between(taken.otherTimes().get(0).start(), taken.otherTimes().get(0).end())).hasMinutes(90);
        });
        assertThat(desk.service.get(booked.appointmentId())).isEqualTo(booked);
        assertThat(lengths.history(booked.appointmentId())).isEmpty();
    }

    @Test
    void closingTimeAndAnotherVisitOfThePatientAreNamed() {
        Booked late = book(lab.patient(), at("2026-12-01T16:30"));
        assertThat(lengths.look(late.appointmentId(), 2, 45).obstacles()).extracting(Trial.Obstacle::kind).containsOnly(Kind.CLOSED);
        assertThatThrownBy(() -> resize(late, 2, 45)).hasMessage("refusal.visit_closed");

        SomeLab other = new SomeLab();
        desk.service.book(new BookVisit(lab.patient, Set.of(), other.visitType, at("2026-12-01T10:15"), other.everybody(), key()));
        assertThat(lengths.look(booked.appointmentId(), 2, 35).obstacles()).extracting(Trial.Obstacle::kind).containsExactly(Kind.PATIENT);
    }

    @Test
    void aMoveKeepsTheLengthAndACopyDoesNot() {
        Booked longer = resize(resize(booked, 1, 60), 2, 20);
        assertThat(longer.needs().byDesk()).isEqualTo(Map.of(1, 15, 2, -10));

        Booked moved = desk.service.move(new MoveVisit(longer.appointmentId(), longer.version(), at("2026-12-01T13:00"), lab.everybody(), key()));
        assertThat(moved.end()).isEqualTo(at("2026-12-01T14:20"));
        assertThat(desk.trial(look -> look.look(TryVisit.moving(moved.appointmentId(), lab.physician, at("2026-12-01T15:00"), 2))).start()).isEqualTo(at("2026-12-01T14:00"));
        assertThat(moved.needs().asOrdered().byDesk()).isEmpty();
    }

    @Test
    void everyChangeStaysWithWhoMadeIt() {
        Booked back = resize(resize(booked, 1, 60), 1, 45);
        assertThat(back.needs().byDesk()).isEmpty();
        assertThat(back.end()).isEqualTo(booked.end());
        assertThat(lengths.history(booked.appointmentId())).extracting(LengthChange::phase, LengthChange::minutes, LengthChange::by)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1, 0, "rita"), org.assertj.core.groups.Tuple.tuple(1, 15, "rita"));
    }

    @Test
    void oddLengthsPhasesAndVisitsThatAreOverAreRefused() {
        for (int minutes : new int[] {0, 3, 47, 245, -5}) {
            assertThatThrownBy(() -> resize(booked, 1, minutes)).as("%d minutes", minutes).hasMessage("refusal.visit_odd_length");
        }
        assertThatThrownBy(() -> resize(booked, 3, 30)).hasMessage("refusal.visit_unknown_phase");
        Booked gone = desk.service.cancel(new CancelVisit(booked.appointmentId(), booked.version(), CancelReason.PATIENT, key()));
        assertThatThrownBy(() -> resize(gone, 1, 60)).isInstanceOf(clinic.anteroom.shared.BusinessException.class);
    }

    @Test
    @DisplayName("T6 a visit that runs is made longer and shorter at its end; its start stays although it is past, and no letter is asked for")
    void aVisitThatRunsIsMadeLongerAndShorter() {
        SomeDesk later = new SomeDesk("rita", at("2026-12-01T10:10"));
        Booked in = step(step(booked, VisitStep.ARRIVE), VisitStep.CHECK_IN);
        LengthService running = later.lengths();

        assertThat(running.look(in.appointmentId(), 2, 45).isFree()).isTrue();
        Booked longer = running.resize(new ResizeVisit(in.appointmentId(), in.version(), 2, 45, key()));
        assertThat(longer.status()).isEqualTo(AppointmentStatus.CHECKED_IN);
        assertThat(longer.start()).isEqualTo(NINE);
        assertThat(longer.end()).isEqualTo(at("2026-12-01T10:30"));
        assertThat(count("select count(*) from occupancy where live and appointment_id = ?", in.appointmentId())).isEqualTo(8);
        Booked shorter = running.resize(new ResizeVisit(in.appointmentId(), longer.version(), 2, 25, key()));
        assertThat(shorter.end()).isEqualTo(at("2026-12-01T10:10"));
        assertThat(later.events).noneMatch(AppointmentMoved.class::isInstance);
        assertThat(later.audited).contains("UPDATE Appointment " + in.appointmentId());
    }

    @Test
    @DisplayName("T7 a move that leaves the time as it is, to somebody else, is a change all the same: who comes second is told")
    void whoElseIsInItIsAChange() {
        MoveVisit same = new MoveVisit(booked.appointmentId(), booked.version(), NINE, lab.everybody(), key());
        assertThat(desk.service.move(same).version()).isEqualTo(booked.version() + 1);
        assertThatThrownBy(() -> desk.service.move(new MoveVisit(booked.appointmentId(), booked.version(), NINE, lab.everybody(), key()))).isInstanceOf(AppointmentChanged.class);
        assertThatThrownBy(() -> resize(booked, 1, 60)).isInstanceOf(AppointmentChanged.class);
    }

    @Test
    void whatIsOverStaysAsItWas() {
        SomeDesk later = new SomeDesk("rita", at("2026-12-01T10:10"));
        Booked in = step(step(booked, VisitStep.ARRIVE), VisitStep.CHECK_IN);
        LengthService running = later.lengths();

        assertThat(running.look(in.appointmentId(), 2, 20).obstacles()).extracting(Trial.Obstacle::kind).containsExactly(Kind.OVER);
        assertThat(running.look(in.appointmentId(), 1, 40).obstacles()).extracting(Trial.Obstacle::kind).containsExactly(Kind.OVER);
        assertThatThrownBy(() -> running.resize(new ResizeVisit(in.appointmentId(), in.version(), 2, 20, key()))).hasMessage("refusal.visit_over_already");
        assertThat(desk.service.get(in.appointmentId())).isEqualTo(in);

        Booked done = later.service.step(new StepVisit(in.appointmentId(), in.version(), key()), VisitStep.FULFIL);
        assertThat(running.look(done.appointmentId(), 2, 60).obstacles()).extracting(Trial.Obstacle::kind).containsExactly(Kind.PAST);
        assertThatThrownBy(() -> running.resize(new ResizeVisit(done.appointmentId(), done.version(), 2, 60, key()))).isInstanceOf(clinic.anteroom.shared.BusinessException.class);

        Booked late = book(lab.patient(), at("2026-12-01T13:00"));
        LengthService afterwards = new SomeDesk("rita", at("2026-12-01T13:10")).lengths();
        assertThat(afterwards.look(late.appointmentId(), 2, 60).obstacles()).as("booked, begun, nobody came").extracting(Trial.Obstacle::kind).containsExactly(Kind.PAST);
    }

    @Test
    @DisplayName("T2 the next visit in the way of one that runs is named with its patient and its hours, and who is in the room is offered no other time")
    void theNextVisitInTheWayIsNamed() {
        UUID next = lab.patient();
        Booked after = book(next, at("2026-12-01T10:25"));
        Booked in = step(step(booked, VisitStep.ARRIVE), VisitStep.CHECK_IN);
        SomeDesk later = new SomeDesk("rita", at("2026-12-01T10:10"));

        Trial trial = later.lengths().look(in.appointmentId(), 2, 60);
        assertThat(trial.obstacles()).isNotEmpty().allSatisfy(one -> {
            assertThat(one.kind()).isEqualTo(Kind.BUSY);
            assertThat(one.other().patientId()).isEqualTo(next);
            assertThat(one.other().start()).isEqualTo(after.start());
            assertThat(one.other().end()).isEqualTo(after.end());
            assertThat(one.other().toString()).doesNotContain(after.patientName());
        });
        assertThat(later.audited).anyMatch(line -> line.contains(after.appointmentId().toString()));
        assertThatThrownBy(() -> later.lengths().resize(new ResizeVisit(in.appointmentId(), in.version(), 2, 60, key())))
                .isInstanceOfSatisfying(SlotTaken.class, taken -> assertThat(taken.otherTimes()).isEmpty());
    }

    private Booked step(Booked visit, VisitStep step) {
        return new SomeDesk("rita", at("2026-12-01T08:50")).service.step(new StepVisit(visit.appointmentId(), visit.version(), key()), step);
    }

    private Booked resize(Booked visit, int phase, int minutes) {
        return lengths.resize(new ResizeVisit(visit.appointmentId(), visit.version(), phase, minutes, key()));
    }

    private Booked book(UUID patient, Instant start) {
        return desk.service.book(new BookVisit(patient, Set.of(), lab.visitType, start, lab.everybody(), key()));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
