package clinic.anteroom.scheduling;

import static clinic.anteroom.scheduling.SomeLab.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import clinic.anteroom.scheduling.desk.SomeFrontDesk;
import clinic.anteroom.scheduling.desk.VisitChange;
import clinic.anteroom.scheduling.desk.VisitChange.Difference;
import clinic.anteroom.shared.NewId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Old and new of whatever changes on a visit, and who did it. */
class VisitChangesTest {

    private static final Instant NINE = at("2026-12-01T09:00");

    private final SomeLab lab = new SomeLab();
    private final SomeDesk desk = new SomeDesk();
    private final SomeFrontDesk front = new SomeFrontDesk();
    private final Booked booked = desk.service.book(new BookVisit(lab.patient, Set.of(), lab.visitType, NINE, lab.everybody(), key()));

    private static String key() {
        return NewId.next().toString();
    }

    private List<VisitChange> changes() {
        return front.changes(booked.appointmentId());
    }

    private static String seconds(String from, String to) {
        return at(from).getEpochSecond() + " " + at(to).getEpochSecond();
    }

    @Test
    @DisplayName("T7 a move says the old and the new time and who did it; who stays in the visit is no change")
    void aMoveSaysBothTimes() {
        desk.service.move(new MoveVisit(booked.appointmentId(), booked.version(), at("2026-12-01T13:00"), lab.everybody(), key()));

        assertThat(changes()).extracting(VisitChange::by, VisitChange::role, VisitChange::created)
                .containsExactly(tuple("rita", "RECEPTIONIST", false), tuple("rita", "RECEPTIONIST", true));
        assertThat(changes().get(0).what()).containsExactly(new Difference("TIME", seconds("2026-12-01T09:00", "2026-12-01T10:15"), seconds("2026-12-01T13:00", "2026-12-01T14:15")));
        assertThat(changes().get(1).what()).as("a new visit changes nothing").isEmpty();
    }

    @Test
    void whoIsSomebodyElseIsNamedAndWhoStaysIsNot() {
        UUID other = lab.person("Tilda", "TECH_" + lab.mark);
        Map<String, UUID> chosen = new HashMap<>(lab.everybody());
        chosen.put("technologist", other);
        desk.service.move(new MoveVisit(booked.appointmentId(), booked.version(), NINE, chosen, key()));

        assertThat(changes().get(0).what()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo("PEOPLE");
            assertThat(one.was()).contains("Tess").doesNotContain("Phil", "Room");
            assertThat(one.became()).contains("Tilda").doesNotContain("Phil", "Room");
        });
    }

    @Test
    void everyStateIsSaidWithTheReasonAndTheDoorThatTookIt() {
        desk.service.cancel(new CancelVisit(booked.appointmentId(), booked.version(), CancelReason.PATIENT, key()));
        Booked gone = desk.service.get(booked.appointmentId());
        desk.service.reinstate(new StepVisit(gone.appointmentId(), gone.version(), key()));
        new SomeDesk("hall", at("2026-12-01T08:55")).steps((steps, arrivals) -> {
            steps.take(booked.appointmentId(), VisitStep.ARRIVE);
            return null;
        });

        assertThat(changes()).filteredOn(change -> !change.created()).flatExtracting(VisitChange::what)
                .containsExactly(new Difference("STATE", "BOOKED", "ARRIVED"), new Difference("STATE", "CANCELLED PATIENT", "BOOKED"), new Difference("STATE", "BOOKED", "CANCELLED PATIENT"));
    }

    @Test
    void whatLiesOnAVisitIsSaidAndWhatIsTheSameIsNot() {
        UUID visit = booked.appointmentId();
        front.write(visit, "Brings a film", "ROOM", null);
        front.write(visit, "Brings a film", null, "CONFIRMED");

        assertThat(changes()).as("no row of the trail: written by hand").filteredOn(change -> change.by() == null).extracting(VisitChange::what).containsExactlyInAnyOrder(
                List.of(new Difference("PLACE", "ROOM", null), new Difference("REPLY", null, "CONFIRMED")),
                List.of(new Difference("NOTE", null, "Brings a film"), new Difference("PLACE", null, "ROOM")));
    }

    @Test
    void aRefusedMoveChangesNothingAndALongerVisitSaysItsNewEnd() {
        Booked longer = desk.lengths().resize(new ResizeVisit(booked.appointmentId(), booked.version(), 1, 60, key()));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> desk.service.move(new MoveVisit(booked.appointmentId(), longer.version(), at("2026-12-01T19:00"), lab.everybody(), key())))
                .hasMessage("refusal.visit_closed");

        assertThat(changes()).flatExtracting(VisitChange::what).containsExactly(new Difference("TIME", seconds("2026-12-01T09:00", "2026-12-01T10:15"), seconds("2026-12-01T09:00", "2026-12-01T10:30")));
    }
}
