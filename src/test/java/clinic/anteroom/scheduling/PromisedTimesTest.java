package clinic.anteroom.scheduling;

import static clinic.anteroom.scheduling.SomeLab.at;
import static clinic.anteroom.scheduling.SomeLab.count;
import static clinic.anteroom.scheduling.SomeLab.sql;
import static clinic.anteroom.scheduling.SomeLab.text;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.TestDatabase;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What happens to visits when a country changes its mind about its clocks. */
class PromisedTimesTest {

    private final SomeLab lab = new SomeLab();
    private final SomeDesk desk = new SomeDesk("rita", at("2028-03-01T07:00"));
    private final List<AppointmentMoved> told = new ArrayList<>();

    private Booked book(UUID patient, String wall) {
        return desk.service.book(new BookVisit(patient, Set.of(), lab.visitType, at(wall), lab.everybody(), NewId.next().toString()));
    }

    /** As if the rules had changed since: the moment that is stored is an hour before the wall time that was promised. */
    private static void theRulesChange(Booked... visits) {
        for (Booked visit : visits) {
            sql("update appointment set wall_start = wall_start + interval '1 hour' where id = ?", visit.appointmentId());
        }
    }

    private static String place(Booked visit) {
        return text("select string_agg(phase || ' ' || resource_id || ' ' || during, ',' order by phase, resource_id) from occupancy where live and appointment_id = ?",
                visit.appointmentId());
    }

    @Test
    @DisplayName("T16 an instant is stored with the wall time and the zone it was promised in, when booked and when moved")
    void theWallTimeIsStoredBesideTheInstant() {
        Booked visit = book(lab.patient, "2028-03-13T09:00");
        String stored = "select to_char(starts_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || 'Z ' || to_char(wall_start, 'YYYY-MM-DD HH24:MI') || ' ' || zone from appointment where id = ?";
        assertThat(text(stored, visit.appointmentId())).isEqualTo("2028-03-13 13:00Z 2028-03-13 09:00 America/Toronto");
        desk.service.move(new MoveVisit(visit.appointmentId(), visit.version(), at("2028-03-10T09:00"), lab.everybody(), NewId.next().toString()));
        assertThat(text(stored, visit.appointmentId())).isEqualTo("2028-03-10 14:00Z 2028-03-10 09:00 America/Toronto");
    }

    @Test
    @DisplayName("T16 when the rules of the clocks change, visits keep their wall time, neighbours too, and the patients are told")
    void visitsKeepTheirWallTime() {
        Booked first = book(lab.patient, "2028-03-14T09:00");
        Booked next = book(lab.patient(), "2028-03-14T10:30");
        Booked other = book(lab.patient(), "2028-03-15T09:00");
        String untouched = place(other);
        theRulesChange(first, next);
        assertThat(keep(Set.of())).isEmpty();
        assertThat(desk.service.get(first.appointmentId())).satisfies(visit -> {
            assertThat(visit.start()).isEqualTo(first.start().plus(Duration.ofHours(1)));
            assertThat(visit.end()).isEqualTo(first.end().plus(Duration.ofHours(1)));
            assertThat(visit.version()).isGreaterThan(first.version());
        });
        assertThat(desk.service.get(next.appointmentId()).start()).isEqualTo(at("2028-03-14T11:30"));
        assertThat(place(other)).isEqualTo(untouched);
        assertThat(told).containsExactlyInAnyOrder(
                new AppointmentMoved(first.appointmentId(), first.patientId(), at("2028-03-14T10:00"), first.start()),
                new AppointmentMoved(next.appointmentId(), next.patientId(), at("2028-03-14T11:30"), next.start()));
        assertThat(keep(Set.of())).as("a second look finds nothing").isEmpty();
        assertThat(told).hasSize(2);
        assertThat(count("select count(*) from occupancy where live and appointment_id in (?, ?)", first.appointmentId(), next.appointmentId())).isEqualTo(16);
    }

    @Test
    @DisplayName("T16 whose place somebody else has is named, and nothing is half moved")
    void aTakenPlaceIsNamed() {
        Booked stuck = book(lab.patient, "2028-03-16T09:00");
        Booked free = book(lab.patient(), "2028-03-17T09:00");
        book(lab.patient(), "2028-03-16T10:30");
        String before = place(stuck);
        theRulesChange(stuck, free);
        assertThat(keep(Set.of())).containsExactly(stuck.appointmentId());
        assertThat(place(stuck)).isEqualTo(before);
        assertThat(desk.service.get(free.appointmentId()).start()).isEqualTo(free.start());
        assertThat(told).isEmpty();
        assertThat(keep(Set.of(stuck.appointmentId()))).isEmpty();
        assertThat(desk.service.get(free.appointmentId()).start()).isEqualTo(at("2028-03-17T10:00"));
        assertThat(told).hasSize(1);
        sql("update appointment set wall_start = wall_start - interval '1 hour' where id = ?", stuck.appointmentId());
    }

    private Set<UUID> keep(Set<UUID> but) {
        EntityManager entities = TestDatabase.entities().createEntityManager();
        try {
            entities.getTransaction().begin();
            PromisedTimes promised = new PromisedTimes();
            promised.entities = entities;
            promised.time = desk.time();
            promised.audit = new AuditService() {
                @Override
                public void record(AuditedAction action, String entity, UUID entityId, UUID patientId) {
                    assertThat(entity).isEqualTo("Appointment");
                }
            };
            promised.events = events();
            Set<UUID> stuck = promised.keep(but);
            if (stuck.isEmpty()) {
                entities.getTransaction().commit();
            } else {
                entities.getTransaction().rollback();
            }
            return stuck;
        } finally {
            entities.close();
        }
    }

    @SuppressWarnings("unchecked")
    private Event<Object> events() {
        return (Event<Object>) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
            told.add((AppointmentMoved) arguments[0]);
            return null;
        });
    }
}
