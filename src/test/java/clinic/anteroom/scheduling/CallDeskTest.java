package clinic.anteroom.scheduling;

import static clinic.anteroom.scheduling.SomeLab.at;
import static clinic.anteroom.scheduling.SomeLab.count;
import static clinic.anteroom.scheduling.SomeLab.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.directory.RegisterPatient;
import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.NewId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The central call desk: it sees what is free and books, and is told nothing about anybody. */
class CallDeskTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final Instant NINE = at("2026-12-01T09:00");

    private final SomeLab lab = new SomeLab();
    private final SomeDesk cora = new SomeDesk("cora", SomeDesk.NOW);
    private final RegisterPatient caller = new RegisterPatient("Carl", "Caller" + lab.mark, LocalDate.of(1970, 5, 6), null, "+1 416 555 0177", null, Language.ENGLISH);

    private BookedByCall book(Instant start, String key) {
        return cora.callDesk(calls -> calls.book(lab.visitType, start, null, caller, key));
    }

    private List<FreeTime> free() {
        return cora.callDesk(calls -> calls.free(lab.visitType, DAY, null));
    }

    @Test
    @DisplayName("T21 the call desk books a free time for a caller it knows nothing about, and reads out a reference")
    void aFreeTimeIsBooked() {
        Instant first = free().get(0).start();
        BookedByCall booked = book(first, NewId.next().toString());
        assertThat(booked.start()).isEqualTo(first);
        assertThat(booked.with()).anyMatch(name -> name.startsWith("Tess")).anyMatch(name -> name.startsWith("Phil"));
        assertThat(text("select p.given_name || ' ' || a.created_by || ' ' || a.status from appointment a join patient p on p.id = a.patient_id where visit_reference(a.id) = ?", booked.reference()))
                .isEqualTo("Carl cora BOOKED");
        assertThat(free()).extracting(FreeTime::start).doesNotContain(first);
        assertThat(count("select count(*) from audit_event where agent = 'cora' and agent_role = 'CALL_DESK' and action = 'CREATE' and entity = 'Appointment' "
                + "and entity_id in (select id from appointment where visit_type = ?)", lab.visitType)).isOne();
        assertThat(count("select count(*) from audit_event where agent = 'cora' and action = 'VIEW' and patient_id in (select patient_id from appointment where visit_type = ?)", lab.visitType))
                .as("nothing was read").isZero();
    }

    @Test
    void pressedTwiceItIsBookedOnceAndWhoCallsAgainIsTheSamePatient() {
        String key = NewId.next().toString();
        BookedByCall once = book(NINE, key);
        assertThat(book(NINE, key)).isEqualTo(once);
        book(at("2026-12-01T13:00"), NewId.next().toString());
        assertThat(count("select count(*) from appointment where visit_type = ?", lab.visitType)).isEqualTo(2);
        assertThat(count("select count(*) from patient where family_name = ?", caller.familyName())).isOne();
    }

    @Test
    void aTimeThatIsGoneAndACallerWhoIsBusyAreToldAlike() {
        SomeLab other = new SomeLab();
        book(NINE, NewId.next().toString());
        assertThatThrownBy(() -> book(NINE, NewId.next().toString())).isInstanceOf(SlotTaken.class);
        assertThatThrownBy(() -> cora.callDesk(calls -> calls.book(other.visitType, NINE, null, caller, NewId.next().toString()))).isInstanceOf(SlotTaken.class);
        assertThat(count("select count(*) from appointment where visit_type = ?", other.visitType)).isZero();
    }
}
