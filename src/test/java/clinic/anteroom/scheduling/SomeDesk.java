package clinic.anteroom.scheduling;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.testing.TestDatabase;
import jakarta.ejb.SessionContext;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * The booking service on a real database, with the server's part played by hand: one transaction for each call of the
 * services behind the door, rolled back when a call throws.
 */
final class SomeDesk {

    /** Monday, 30 November 2026, 7:00 in Toronto. */
    static final Instant NOW = SomeLab.at("2026-11-30T07:00");

    final List<String> audited = new CopyOnWriteArrayList<>();
    final List<Object> events = new CopyOnWriteArrayList<>();
    final BookingService service = new BookingService();

    private final ClinicTime time = new ClinicTime(Clock.fixed(NOW, ZoneOffset.UTC), SomeLab.TORONTO);

    SomeDesk() {
        service.time = time;
        service.agenda = new InTransaction();
        service.appointments = new AppointmentService() {
            @Override
            public Booked book(BookVisit command) {
                return transaction(entities -> appointments(entities).book(command));
            }

            @Override
            public Booked move(MoveVisit command) {
                return transaction(entities -> appointments(entities).move(command));
            }

            @Override
            public Booked cancel(CancelVisit command) {
                return transaction(entities -> appointments(entities).cancel(command));
            }
        };
    }

    private final class InTransaction extends AgendaService {
        @Override
        public List<WaitingRequest> waiting() {
            return transaction(entities -> agenda(entities).waiting());
        }

        @Override
        public Offer find(FindTimes command, int atMost) {
            return transaction(entities -> agenda(entities).find(command, atMost));
        }

        @Override
        public Booked get(UUID appointmentId) {
            return transaction(entities -> agenda(entities).get(appointmentId));
        }

        @Override
        public Optional<Booked> find(UUID appointmentId) {
            return transaction(entities -> agenda(entities).find(appointmentId));
        }

        @Override
        public boolean isOrder(UUID orderId) {
            return transaction(entities -> agenda(entities).isOrder(orderId));
        }

        @Override
        public Optional<Booked> findByKey(String key) {
            return transaction(entities -> agenda(entities).findByKey(key));
        }

        @Override
        public DaySheet day(LocalDate date) {
            return transaction(entities -> agenda(entities).day(date));
        }
    }

    private static <T> T transaction(Function<EntityManager, T> work) {
        EntityManager entities = TestDatabase.entities().createEntityManager();
        try {
            entities.getTransaction().begin();
            T result = work.apply(entities);
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    private AppointmentService appointments(EntityManager entities) {
        AgendaService agenda = agenda(entities);
        AppointmentService service = new AppointmentService();
        service.appointments = agenda.appointments;
        service.occupancies = agenda.resources.occupancies;
        service.orders = agenda.orders;
        service.visitTypes = agenda.visitTypes;
        service.resources = agenda.resources;
        service.keys = agenda.keys;
        service.audit = agenda.audit;
        service.time = time;
        service.events = eventsInto();
        service.session = signedIn("rita");
        return service;
    }

    private AgendaService agenda(EntityManager entities) {
        AgendaService agenda = new AgendaService();
        agenda.orders = new Orders();
        agenda.orders.entities = entities;
        agenda.visitTypes = new VisitTypes();
        agenda.visitTypes.entities = entities;
        agenda.appointments = new Appointments();
        agenda.appointments.entities = entities;
        agenda.keys = new BookingKeys();
        agenda.keys.entities = entities;
        WorkingHours hours = new WorkingHours();
        hours.entities = entities;
        hours.time = time;
        Occupancies occupancies = new Occupancies();
        occupancies.entities = entities;
        agenda.resources = new Resources();
        agenda.resources.entities = entities;
        agenda.resources.hours = hours;
        agenda.resources.occupancies = occupancies;
        agenda.daySheets = new DaySheets();
        agenda.daySheets.entities = entities;
        agenda.daySheets.resources = agenda.resources;
        agenda.daySheets.hours = hours;
        agenda.daySheets.time = time;
        agenda.time = time;
        agenda.audit = new AuditService() {
            @Override
            public void record(AuditedAction action, String entity, UUID entityId, UUID patientId) {
                audited.add(action + " " + entity + " " + entityId);
            }
        };
        return agenda;
    }

    @SuppressWarnings("unchecked")
    private Event<Object> eventsInto() {
        return (Event<Object>) Proxy.newProxyInstance(SomeDesk.class.getClassLoader(), new Class<?>[] {Event.class},
                (proxy, method, arguments) -> {
                    events.add(arguments[0]);
                    return null;
                });
    }

    private static SessionContext signedIn(String name) {
        Principal caller = () -> name;
        return (SessionContext) Proxy.newProxyInstance(SomeDesk.class.getClassLoader(), new Class<?>[] {SessionContext.class},
                (proxy, method, arguments) -> caller);
    }
}
