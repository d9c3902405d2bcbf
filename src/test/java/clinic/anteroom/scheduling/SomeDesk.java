package clinic.anteroom.scheduling;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.access.SomeAudit;
import clinic.anteroom.directory.PatientService;
import clinic.anteroom.directory.RegisterPatient;
import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.scheduling.finder.Wishes;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.testing.ByHand;
import clinic.anteroom.testing.TestDatabase;
import jakarta.ejb.SessionContext;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The booking service on a real database, with the server's part played by hand: one transaction for each call of the
 * services behind the door, rolled back when a call throws.
 */
public final class SomeDesk {

    /** Monday, 30 November 2026, 7:00 in Toronto. */
    static final Instant NOW = SomeLab.at("2026-11-30T07:00");

    private static final Map<String, String> ROLES = Map.of("dora", Roles.DOCTOR, "pat", "nobody", "cora", Roles.CALL_DESK);

    final List<String> audited = new CopyOnWriteArrayList<>();
    final List<Object> events = new CopyOnWriteArrayList<>();
    public final BookingService service = new BookingService();
    /** Which states open and close a stay in this clinic. */
    String checkInState = "ARRIVED";
    String checkOutState = "FULFILLED";
    /** Whether what the desk frees is told at once, or asked about. */
    String deskTells = "tell";

    private final AtomicReference<Instant> keysForgotten = new AtomicReference<>(Instant.EPOCH);
    private final SharedTimes shared = new SharedTimes();
    private final CatalogueShelf shelf = new CatalogueShelf();
    private final EntityManagerFactory factory;
    private final ClinicTime time;
    private final String user;

    SomeDesk() {
        this("rita", NOW);
    }

    /** A desk where somebody else sits, or at another time of the wall clock; the database's clock stays its own. */
    public SomeDesk(String user, Instant now) {
        this(user, now, TestDatabase.entities());
    }

    /** A desk that reaches the database another way. */
    public SomeDesk(String user, Instant now, EntityManagerFactory factory) {
        this.user = user;
        this.factory = factory;
        time = new ClinicTime(Clock.fixed(now, ZoneOffset.UTC), SomeLab.TORONTO);
        service.time = time;
        service.attempts = new Attempts();
        service.attempts.shared = shared;
        service.agenda = new InTransaction();
        service.holds = new HoldsInTransaction();
        service.door = new DoorInTransaction();
        service.appointments = new AppointmentService() {
            @Override
            public Booked book(BookVisit command) {
                return transaction(entities -> appointments(entities).book(command));
            }

            @Override
            public List<Booked> bookTogether(BookTogether command) {
                return transaction(entities -> appointments(entities).bookTogether(command));
            }

            @Override
            public List<Booked> cancelTogether(CancelVisit command) {
                return transaction(entities -> appointments(entities).cancelTogether(command));
            }

            @Override
            public Booked move(MoveVisit command) {
                return transaction(entities -> appointments(entities).move(command));
            }

            @Override
            public Booked resize(ResizeVisit command) {
                return transaction(entities -> appointments(entities).resize(command));
            }

            @Override
            public Booked cancel(CancelVisit command) {
                return transaction(entities -> appointments(entities).cancel(command));
            }
        };
    }

    private final class HoldsInTransaction extends HoldService {
        @Override
        public Booked hold(HoldVisit command) {
            return transaction(entities -> holds(entities).hold(command));
        }

        @Override
        public Booked confirm(ChangeHold command) {
            return transaction(entities -> holds(entities).confirm(command));
        }

        @Override
        public Booked extend(ChangeHold command) {
            return transaction(entities -> holds(entities).extend(command));
        }

        @Override
        public Booked release(ChangeHold command) {
            return transaction(entities -> holds(entities).release(command));
        }
    }

    private final class DoorInTransaction extends DoorService {
        @Override
        public Booked step(StepVisit command, VisitStep step) {
            return transaction(entities -> door(entities).step(command, step));
        }

        @Override
        public Booked screen(StepVisit command) {
            return transaction(entities -> door(entities).screen(command));
        }

        @Override
        public Booked stepBack(StepVisit command) {
            return transaction(entities -> door(entities).stepBack(command));
        }

        @Override
        public Booked reinstate(StepVisit command) {
            return transaction(entities -> door(entities).reinstate(command));
        }
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
        public Offer findKnown(FindTimes command, int atMost) {
            return transaction(entities -> agenda(entities).findKnown(command, atMost));
        }

        @Override
        public List<FreeTime> otherTimes(BookVisit wanted, int atMost) {
            return transaction(entities -> agenda(entities).otherTimes(wanted, atMost));
        }

        @Override
        public List<Together> findTogether(FindTogether command, int atMost) {
            return transaction(entities -> agenda(entities).findTogether(command, atMost));
        }

        @Override
        public List<SeriesTime> findSeries(FindSeries command) {
            return transaction(entities -> agenda(entities).findSeries(command));
        }

        @Override
        public List<Task> tasks() {
            return transaction(entities -> agenda(entities).tasks());
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
    }

    private <T> T transaction(Function<EntityManager, T> work) {
        EntityManager entities = factory.createEntityManager();
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
        AppointmentService made = new AppointmentService();
        made.appointments = agenda.appointments;
        made.bookings = bookings(agenda);
        made.groups = made.bookings.groups;
        made.keys = agenda.keys;
        made.lengths = made.bookings.lengths;
        made.visitTypes = agenda.visitTypes;
        made.resources = agenda.resources;
        made.audit = agenda.audit;
        made.time = time;
        EarlierTimes earlier = earlier(agenda);
        made.events = eventsInto(event -> {
            if (event instanceof AppointmentCancelled cancelled) {
                earlier.freed(cancelled);
            }
            if (event instanceof AppointmentMoved moved) {
                earlier.freed(moved);
            }
        });
        made.session = signedIn(user);
        return made;
    }

    private HoldService holds(EntityManager entities) {
        AgendaService agenda = agenda(entities);
        HoldService made = new HoldService();
        made.appointments = agenda.appointments;
        made.bookings = bookings(agenda);
        made.holds = holds(agenda);
        made.keys = agenda.keys;
        made.audit = agenda.audit;
        made.time = time;
        made.events = eventsInto(event -> { });
        made.session = signedIn(user);
        return made;
    }

    private DoorService door(EntityManager entities) {
        AgendaService agenda = agenda(entities);
        DoorService made = new DoorService();
        made.appointments = agenda.appointments;
        made.orders = agenda.orders;
        made.holds = holds(agenda);
        made.visitTypes = agenda.visitTypes;
        made.session = signedIn(user);
        made.keys = agenda.keys;
        made.audit = agenda.audit;
        made.time = time;
        EarlierTimes earlier = earlier(agenda);
        Stays stays = stays(entities);
        made.events = eventsInto(event -> {
            earlier.missed((AppointmentStepped) event);
            stays.stepped((AppointmentStepped) event);
        });
        return made;
    }

    private Stays stays(EntityManager entities) {
        Stays made = new Stays();
        made.entities = entities;
        made.time = time;
        made.checkIn = checkInState;
        made.checkOut = checkOutState;
        return made;
    }

    private EarlierTimes earlier(AgendaService agenda) {
        EarlierTimes made = new EarlierTimes();
        made.list = new WaitList();
        made.list.entities = agenda.orders.entities;
        made.appointments = agenda.appointments;
        made.searches = agenda.searches;
        made.visitTypes = agenda.visitTypes;
        made.audit = agenda.audit;
        made.time = time;
        made.events = eventsInto(event -> { });
        made.freedTimes = new FreedTimes();
        made.freedTimes.entities = agenda.orders.entities;
        made.deskTells = deskTells;
        made.leadMinutes = 30;
        return made;
    }

    /** The wait list, one transaction for each call. */
    <T> T waitList(Function<WaitListService, T> work) {
        return transaction(entities -> {
            AgendaService agenda = agenda(entities);
            WaitListService made = new WaitListService();
            made.earlier = earlier(agenda);
            made.list = made.earlier.list;
            made.searches = agenda.searches;
            made.appointments = agenda.appointments;
            made.bookings = bookings(agenda);
            made.audit = agenda.audit;
            made.time = time;
            made.events = eventsInto(event -> { });
            made.session = signedIn(user);
            return work.apply(made);
        });
    }

    /** Steps that nobody of the desk takes, one transaction for each. */
    <T> T steps(java.util.function.BiFunction<Steps, Arrivals, T> work) {
        return transaction(entities -> {
            AgendaService agenda = agenda(entities);
            Steps made = new Steps();
            made.appointments = agenda.appointments;
            made.orders = agenda.orders;
            made.audit = agenda.audit;
            Stays stays = stays(entities);
            made.events = eventsInto(event -> stays.stepped((AppointmentStepped) event));
            Arrivals arrivals = new Arrivals();
            arrivals.entities = entities;
            return work.apply(made, arrivals);
        });
    }

    /** What the central call desk does; registering and booking have transactions of their own. */
    <T> T callDesk(Function<CallDeskService, T> work) {
        ByHand house = new ByHand(time).signedIn(user, Roles.CALL_DESK);
        CallDeskService made = new CallDeskService();
        made.times = new CallTimesService() {
            @Override
            public List<FreeTime> free(String visitType, java.time.LocalDate from, UUID person) {
                return transaction(entities -> callTimes(entities).free(visitType, from, person));
            }

            @Override
            public Optional<FreeTime> at(String visitType, Instant start, UUID person) {
                return transaction(entities -> callTimes(entities).at(visitType, start, person));
            }

            @Override
            public Optional<BookedByCall> booked(String key) {
                return transaction(entities -> callTimes(entities).booked(key));
            }
        };
        made.appointments = service.appointments;
        made.attempts = service.attempts;
        made.patients = new PatientService() {
            @Override
            public UUID register(RegisterPatient command) {
                return house.transaction(() -> house.get(PatientService.class).register(command));
            }
        };
        return work.apply(made);
    }

    private CallTimesService callTimes(EntityManager entities) {
        AgendaService agenda = agenda(entities);
        CallTimesService made = new CallTimesService();
        made.visitTypes = agenda.visitTypes;
        made.resources = agenda.resources;
        made.searches = agenda.searches;
        made.appointments = agenda.appointments;
        made.keys = agenda.keys;
        made.time = time;
        return made;
    }

    ClinicTime time() {
        return time;
    }

    /** Whether something could be somewhere, one transaction for each look. */
    <T> T trial(Function<TrialService, T> look) {
        return transaction(entities -> {
            AgendaService agenda = agenda(entities);
            TrialService made = new TrialService();
            made.visitTypes = agenda.visitTypes;
            made.searches = agenda.searches;
            made.resources = agenda.resources;
            made.appointments = agenda.appointments;
            made.timetables = timetables(agenda, entities);
            made.inTheWay = inTheWay(entities);
            made.audit = agenda.audit;
            made.time = time;
            return look.apply(made);
        });
    }

    /** Makes visits longer and shorter; every look has a transaction of its own. */
    LengthService lengths() {
        LengthService made = new LengthService() {
            @Override
            public Trial look(UUID appointmentId, int phase, int minutes) {
                return transaction(entities -> lengths(entities).look(appointmentId, phase, minutes));
            }

            @Override
            public List<LengthChange> history(UUID appointmentId) {
                return transaction(entities -> lengths(entities).history(appointmentId));
            }
        };
        made.changes = service.appointments;
        made.agenda = service.agenda;
        made.attempts = service.attempts;
        made.visitTypes = new VisitTypes() {
            @Override
            VisitType get(String code, VisitNeeds needs) {
                return transaction(entities -> agenda(entities).visitTypes.get(code, needs));
            }
        };
        made.time = time;
        return made;
    }

    private LengthService lengths(EntityManager entities) {
        AgendaService agenda = agenda(entities);
        LengthService made = new LengthService();
        made.appointments = agenda.appointments;
        made.visitTypes = agenda.visitTypes;
        made.resources = agenda.resources;
        made.searches = agenda.searches;
        made.lengths = new Lengths();
        made.lengths.entities = entities;
        made.inTheWay = inTheWay(entities);
        made.audit = agenda.audit;
        made.time = time;
        return made;
    }

    private static InTheWay inTheWay(EntityManager entities) {
        InTheWay made = new InTheWay();
        made.entities = entities;
        return made;
    }

    /** The patient's door; what is behind it runs one transaction for each call. */
    PatientBookingService patientDoor() {
        PatientBookingService made = new PatientBookingService();
        made.attempts = service.attempts;
        made.time = time;
        made.changes = new PatientAppointmentService() {
            @Override
            public SelfTimes times(SelfFind command) {
                return patients(door -> door.times(command));
            }

            @Override
            public Booked move(UUID patientId, MoveVisit command) {
                return patients(door -> door.move(patientId, command));
            }

            @Override
            public Booked get(UUID patientId, UUID appointmentId) {
                return patients(door -> door.get(patientId, appointmentId));
            }
        };
        made.holds = new PatientHoldService() {
            @Override
            public List<Booked> hold(PatientBooking command) {
                return holds(door -> door.hold(command));
            }

            @Override
            public List<Booked> confirm(UUID patientId, ChangeHold command) {
                return holds(door -> door.confirm(patientId, command));
            }
        };
        return made;
    }

    /** Timetables, one transaction for each look. */
    public <T> T schedules(Function<ScheduleService, T> look) {
        return transaction(entities -> {
            AgendaService agenda = agenda(entities);
            ScheduleService made = new ScheduleService();
            made.visitTypes = agenda.visitTypes;
            made.resources = agenda.resources;
            made.timetables = timetables(agenda, entities);
            made.time = time;
            return look.apply(made);
        });
    }

    /** Two weeks and more of slots, worked out again from what was read once. */
    public java.util.concurrent.Callable<List<TimetableSlot>> slotsOf(SlotQuery query) {
        return schedules(schedules -> {
            Timetables.Window window = schedules.read(query);
            schedules.visitTypes = new VisitTypes() {
                private final List<clinic.anteroom.scheduling.finder.VisitType> all = List.copyOf(window.catalogue().visitTypes());

                @Override
                List<clinic.anteroom.scheduling.finder.VisitType> all() {
                    return all;
                }
            };
            return () -> schedules.slots(query, window);
        });
    }

    private static Timetables timetables(AgendaService agenda, EntityManager entities) {
        Timetables made = new Timetables();
        made.entities = entities;
        made.catalogues = agenda.resources.catalogues;
        made.hours = agenda.resources.hours;
        return made;
    }

    /** The times of two weeks as a patient sees them. */
    public SelfTimes patientTimes(String visitType, UUID patientId) {
        return patients(door -> door.times(new SelfFind(patientId, List.of(visitType), VisitNeeds.PLAIN,
                Wishes.NONE, null, null, null)));
    }

    /** What patients do themselves, one transaction for each call. */
    <T> T patients(Function<PatientAppointmentService, T> work) {
        return transaction(entities -> {
            AgendaService agenda = agenda(entities);
            PatientAppointmentService made = new PatientAppointmentService();
            made.self = self(agenda, entities);
            made.answers = new SelfAnswers();
            made.answers.entities = entities;
            made.searches = agenda.searches;
            made.visitTypes = agenda.visitTypes;
            made.appointments = agenda.appointments;
            made.bookings = bookings(agenda);
            made.visits = ownVisits(made.bookings, agenda);
            made.keys = agenda.keys;
            EarlierTimes earlier = earlier(agenda);
            made.list = earlier.list;
            made.orders = agenda.orders;
            made.audit = agenda.audit;
            made.time = time;
            made.events = eventsInto(event -> {
                if (event instanceof AppointmentCancelled cancelled) {
                    earlier.freed(cancelled);
                }
            });
            return work.apply(made);
        });
    }

    /** The same for what begins with a hold. */
    <T> T holds(Function<PatientHoldService, T> work) {
        return transaction(entities -> {
            AgendaService agenda = agenda(entities);
            PatientHoldService made = new PatientHoldService();
            made.self = self(agenda, entities);
            made.visitTypes = agenda.visitTypes;
            made.appointments = agenda.appointments;
            made.bookings = bookings(agenda);
            made.groups = made.bookings.groups;
            made.visits = ownVisits(made.bookings, agenda);
            made.holds = holds(agenda);
            made.keys = agenda.keys;
            made.audit = agenda.audit;
            made.time = time;
            made.events = eventsInto(event -> { });
            return work.apply(made);
        });
    }

    private SelfVisits self(AgendaService agenda, EntityManager entities) {
        SelfVisits made = new SelfVisits();
        made.entities = entities;
        made.orders = agenda.orders;
        made.visitTypes = agenda.visitTypes;
        made.interlocks = agenda.interlocks;
        made.searches = agenda.searches;
        made.time = time;
        made.picks = new SelfPicks();
        made.picks.entities = entities;
        made.picks.time = time;
        return made;
    }

    private static OwnVisits ownVisits(Bookings bookings, AgendaService agenda) {
        OwnVisits made = new OwnVisits();
        made.appointments = agenda.appointments;
        made.groups = bookings.groups;
        return made;
    }

    /** What the server does every quarter of an hour. */
    void quarterOfAnHourLater() {
        transaction(entities -> {
            earlier(agenda(entities)).goOn();
            return null;
        });
    }

    private static Holds holds(AgendaService agenda) {
        Holds made = new Holds();
        made.entities = agenda.orders.entities;
        return made;
    }

    private Bookings bookings(AgendaService agenda) {
        Bookings made = new Bookings();
        made.occupancies = agenda.resources.occupancies;
        made.orders = agenda.orders;
        made.resources = agenda.resources;
        made.keys = agenda.keys;
        made.visits = new NewVisits();
        made.visits.entities = agenda.orders.entities;
        made.visits.occupancies = made.occupancies;
        made.lookout = new Lookout();
        made.lookout.entities = agenda.orders.entities;
        made.lookout.catalogues = agenda.resources.catalogues;
        made.lookout.holds = holds(agenda);
        made.caps = agenda.searches.caps;
        made.clocks = new ClockGuard() {
            @Override
            void check(Instant start) {
                // The wall clock of these tests stands still; the database's does not.
            }
        };
        made.interlocks = agenda.interlocks;
        made.tasks = agenda.tasks;
        made.lengths = new Lengths();
        made.lengths.entities = agenda.orders.entities;
        made.groups = new VisitGroups();
        made.groups.entities = agenda.orders.entities;
        made.time = time;
        return made;
    }

    private AgendaService agenda(EntityManager entities) {
        AgendaService agenda = new AgendaService();
        agenda.orders = new Orders();
        agenda.orders.entities = entities;
        Catalogues catalogues = new Catalogues();
        catalogues.entities = entities;
        catalogues.shelf = shelf;
        agenda.visitTypes = new VisitTypes();
        agenda.visitTypes.catalogues = catalogues;
        DailyCaps caps = new DailyCaps();
        caps.entities = entities;
        caps.time = time;
        agenda.interlocks = new Interlocks();
        agenda.interlocks.entities = entities;
        agenda.tasks = new Tasks();
        agenda.tasks.entities = entities;
        agenda.appointments = new Appointments();
        agenda.appointments.entities = entities;
        agenda.keys = new BookingKeys();
        agenda.keys.entities = entities;
        agenda.keys.forgotten = keysForgotten;
        WorkingHours hours = new WorkingHours();
        hours.time = time;
        hours.holidays = "CA-ON";
        Occupancies occupancies = new Occupancies();
        occupancies.entities = entities;
        agenda.resources = new Resources();
        agenda.resources.entities = entities;
        agenda.resources.catalogues = catalogues;
        agenda.resources.hours = hours;
        agenda.resources.occupancies = occupancies;
        agenda.searches = new Searches();
        agenda.searches.visitTypes = agenda.visitTypes;
        agenda.searches.resources = agenda.resources;
        agenda.searches.caps = caps;
        agenda.searches.time = time;
        agenda.otherTimes = new OtherTimes();
        agenda.otherTimes.searches = agenda.searches;
        agenda.otherTimes.occupancies = occupancies;
        agenda.otherTimes.shared = shared;
        agenda.otherTimes.visitTypes = agenda.visitTypes;
        agenda.otherTimes.time = time;
        agenda.time = time;
        AuditService trail = SomeAudit.of(entities, signedIn(user), time);
        agenda.audit = new AuditService() {
            @Override
            public void record(AuditedAction action, String entity, UUID entityId, UUID patientId) {
                audited.add(action + " " + entity + " " + entityId);
                trail.record(action, entity, entityId, patientId);
            }

            @Override
            public boolean isPatient() {
                return trail.isPatient();
            }

            @Override
            public void viewed(String entity, Map<UUID, UUID> shown) {
                shown.keySet().forEach(id -> audited.add(AuditedAction.VIEW + " " + entity + " " + id));
                trail.viewed(entity, shown);
            }
        };
        return agenda;
    }

    @SuppressWarnings("unchecked")
    private Event<Object> eventsInto(Consumer<Object> observer) {
        return (Event<Object>) Proxy.newProxyInstance(SomeDesk.class.getClassLoader(), new Class<?>[] {Event.class},
                (proxy, method, arguments) -> {
                    events.add(arguments[0]);
                    observer.accept(arguments[0]);
                    return null;
                });
    }

    private static SessionContext signedIn(String name) {
        Principal caller = () -> name;
        return (SessionContext) Proxy.newProxyInstance(SomeDesk.class.getClassLoader(), new Class<?>[] {SessionContext.class},
                (proxy, method, arguments) -> method.getName().equals("isCallerInRole") ? arguments[0].equals(ROLES.getOrDefault(name, Roles.RECEPTIONIST)) : caller);
    }
}
