package clinic.anteroom.scheduling;

import static clinic.anteroom.scheduling.SomeLab.at;
import static clinic.anteroom.scheduling.SomeLab.count;
import static clinic.anteroom.scheduling.SomeLab.text;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.scheduling.desk.Flow;
import clinic.anteroom.scheduling.desk.SomeFrontDesk;
import clinic.anteroom.shared.NewId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is in the house since when, and the flow of a day that shows it. */
class FlowTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private final SomeLab lab = new SomeLab();
    private final SomeLab other = new SomeLab();
    private final SomeFrontDesk front = new SomeFrontDesk();
    private final UUID patient = lab.patient;
    private final Booked first = book(lab, "2026-12-01T09:00");
    private final Booked second = book(other, "2026-12-01T11:00");

    private Booked book(SomeLab where, String wall) {
        return new SomeDesk().service.book(new BookVisit(patient, Set.of(), where.visitType, at(wall), where.everybody(), NewId.next().toString()));
    }

    private static void step(Booked visit, String wall, VisitStep step) {
        step(new SomeDesk("rita", at(wall)), visit, step);
    }

    private static void step(SomeDesk desk, Booked visit, VisitStep step) {
        desk.service.step(new StepVisit(visit.appointmentId(), desk.service.get(visit.appointmentId()).version(), NewId.next().toString()), step);
    }

    private static void back(Booked visit, String wall) {
        SomeDesk desk = new SomeDesk("rita", at(wall));
        desk.service.stepBack(new StepVisit(visit.appointmentId(), desk.service.get(visit.appointmentId()).version(), NewId.next().toString()));
    }

    private Flow.Row row(Booked visit) {
        return front.flow(DAY).rows().stream().filter(one -> one.id().equals(visit.appointmentId())).findFirst().orElseThrow();
    }

    private long stays() {
        return count("select count(*) from stay where patient_id = ?", patient);
    }

    private String closed() {
        return text("select coalesce(max(extract(epoch from closed_at)::bigint::text), 'open') from stay where patient_id = ? and closed_at is not null", patient);
    }

    @Test
    @DisplayName("a check-in opens a stay, a second one uses it, and the last check-out closes it")
    void aSecondCheckInUsesTheOpenStay() {
        step(first, "2026-12-01T08:50", VisitStep.ARRIVE);
        step(first, "2026-12-01T08:55", VisitStep.CHECK_IN);
        assertThat(stays()).isOne();
        step(second, "2026-12-01T09:50", VisitStep.CHECK_IN);
        assertThat(stays()).as("nobody comes twice while they are here").isOne();
        step(first, "2026-12-01T10:20", VisitStep.FULFIL);
        assertThat(closed()).as("the second visit still runs").isEqualTo("open");
        step(second, "2026-12-01T12:10", VisitStep.FULFIL);
        assertThat(closed()).isEqualTo(Long.toString(at("2026-12-01T12:10").getEpochSecond()));
        assertThat(row(second).cameAt()).as("in the house since the first").isEqualTo(at("2026-12-01T08:50"));
        assertThat(row(first).leftAt()).isEqualTo(at("2026-12-01T12:10"));
    }

    @Test
    void theWrongButtonLeavesNothingAndACheckOutTakenBackOpensTheSameStay() {
        step(first, "2026-12-01T08:50", VisitStep.ARRIVE);
        back(first, "2026-12-01T08:51");
        assertThat(stays()).isZero();
        step(first, "2026-12-01T08:55", VisitStep.CHECK_IN);
        step(first, "2026-12-01T09:20", VisitStep.FULFIL);
        back(first, "2026-12-01T09:21");
        assertThat(stays()).isOne();
        assertThat(closed()).isEqualTo("open");
        assertThat(row(first).cameAt()).isEqualTo(at("2026-12-01T08:55"));
    }

    @Test
    void whoForgotToCheckOutYesterdayComesAnewToday() {
        step(first, "2026-12-01T08:55", VisitStep.CHECK_IN);
        Booked next = book(lab, "2026-12-02T09:00");
        step(next, "2026-12-02T08:55", VisitStep.CHECK_IN);
        assertThat(stays()).isEqualTo(2);
        assertThat(closed()).as("with the last visit of that stay").isEqualTo(Long.toString(first.end().getEpochSecond()));
    }

    @Test
    @DisplayName("a clinic says which state is the check-in, and whether there is a check-out")
    void theClinicMarksItsStates() {
        SomeDesk desk = new SomeDesk("rita", at("2026-12-01T09:01"));
        desk.checkInState = "CHECKED_IN";
        desk.checkOutState = "NONE";
        step(desk, first, VisitStep.ARRIVE);
        assertThat(stays()).isZero();
        step(desk, first, VisitStep.CHECK_IN);
        assertThat(stays()).isOne();
        step(desk, first, VisitStep.FULFIL);
        assertThat(closed()).isEqualTo("open");
    }

    @Test
    @DisplayName("the flow of a day is one query and says where everybody is, with whom, since when, and who changed it last")
    void theFlowIsOneQuery() {
        step(first, "2026-12-01T08:55", VisitStep.CHECK_IN);
        front.write(first.appointmentId(), null, "ROOM", null);
        SomeDesk desk = new SomeDesk();
        desk.service.cancel(new CancelVisit(second.appointmentId(), second.version(), CancelReason.PATIENT, NewId.next().toString()));
        int before = front.statements();
        Flow flow = front.flow(DAY);
        assertThat(front.statements() - before).isOne();
        Instant now = at("2026-12-01T09:30");
        Flow.Row in = flow.rows().stream().filter(one -> one.id().equals(first.appointmentId())).findFirst().orElseThrow();
        assertThat(in.state(now)).isEqualTo(Flow.State.ROOM);
        assertThat(in.has(lab.physician)).isTrue();
        assertThat(in.has(other.physician)).isFalse();
        assertThat(in.reference()).isEqualTo(text("select visit_reference(?)", first.appointmentId()));
        Flow.Row off = flow.rows().stream().filter(one -> one.id().equals(second.appointmentId())).findFirst().orElseThrow();
        assertThat(off.state(now)).isEqualTo(Flow.State.OFF);
        assertThat(off.reason()).isEqualTo("PATIENT");
        assertThat(off.has(other.physician)).as("with whom it would have been").isTrue();
        assertThat(off.changedBy()).isEqualTo("rita");
        assertThat(flow.columns()).extracting(Flow.Thing::id).contains(lab.physician, lab.room);
    }

    @Test
    void aVisitOnlyBookedIsExpectedAndThenLate() {
        assertThat(row(first).state(at("2026-12-01T09:00"))).isEqualTo(Flow.State.EXPECTED);
        assertThat(row(first).state(at("2026-12-01T09:01"))).isEqualTo(Flow.State.LATE);
        assertThat(row(first).changedBy()).as("nobody has changed it since").isNull();
        assertThat(row(first).cameAt()).isNull();
    }
}
