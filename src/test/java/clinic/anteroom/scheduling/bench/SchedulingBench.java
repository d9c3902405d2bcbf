package clinic.anteroom.scheduling.bench;

import clinic.anteroom.fhir.SlotAnswer;
import clinic.anteroom.scheduling.BookVisit;
import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.scheduling.FindTimes;
import clinic.anteroom.scheduling.ScheduleService;
import clinic.anteroom.scheduling.SlotQuery;
import clinic.anteroom.scheduling.SlotTaken;
import clinic.anteroom.scheduling.SomeDesk;
import clinic.anteroom.scheduling.TimetableSlot;
import clinic.anteroom.scheduling.desk.BoardLook;
import clinic.anteroom.scheduling.finder.Search;
import clinic.anteroom.scheduling.finder.TimeFinder;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.TimeRange;
import clinic.anteroom.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Prints how fast the booking engine is on the common clinic. Never a test: figures depend on the machine. One request at a
 * time unless said otherwise; medians after a warm-up. Its one argument is the number of past visits, 1,000,000 by default.
 */
public final class SchedulingBench {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final SlotQuery TWO_WEEKS = new SlotQuery(Set.of(), Set.of(CommonClinic.VISIT),
            new TimeRange(CommonClinic.at("2026-11-30T00:00"), CommonClinic.at("2026-12-12T00:00")), true);
    private static final int RIVALS = 50;
    private static final int ROUNDS = 60;
    private static final int CLIENTS = 4;
    private static final int BOOKINGS = 100;
    private static final int WARM = 8;
    private static final int SHARES = 6;

    private final CommonClinic clinic = new CommonClinic();
    private final SomeDesk desk = new SomeDesk("bench", CommonClinic.at("2026-11-30T07:00"));
    private final Deque<Slot> later = new ArrayDeque<>();
    private int patient;

    /** A question that is asked with few past visits and with many. */
    private record Question(String name, String wanted, int times, Callable<?> work) {

        double median() {
            return SchedulingBench.median(times, work);
        }
    }

    private record Slot(UUID practitioner, Instant start) {
    }

    private SchedulingBench() {
    }

    /** Runs everything and prints the table. */
    public static void main(String[] arguments) throws Exception {
        new SchedulingBench().run(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000);
    }

    private void run(int past) throws Exception {
        clinic.load();
        prepareSlots();
        System.out.printf("%n%-58s %14s %16s%n", "what", "measured", "wanted");
        List<TimetableSlot> slots = twoWeeks();
        List<VisitType> offered = desk.schedules(ScheduleService::visitTypes);
        row("free slots of two weeks", slots.size() + "", "1649");
        row("  computed from what was read", ms(median(300, desk.slotsOf(TWO_WEEKS))), "< 2 ms");
        row("  one FHIR answer: read, computed, written, compressed", ms(median(200, () -> SlotAnswer.of(twoWeeks(), offered))), "< 20 ms");
        row("  its size, compressed", "%.1f KB".formatted(SlotAnswer.of(slots, offered).length / 1000.0), "< 40 KB");
        Search search = BigHospital.search();
        row("90 days, 200 resources, two phases: first 12 times", ms(median(60, () -> TimeFinder.find(search, 12))), "< 50 ms");
        row("  every possible time", ms(median(5, () -> TimeFinder.all(search).count())), "");
        BoardLook board = new BoardLook(CommonClinic.at("2026-11-30T07:00"), CommonClinic.TORONTO);
        List<Question> questions = List.of(
                new Question("all free slots of two weeks, as FHIR", "", 100, () -> SlotAnswer.of(twoWeeks(), offered)),
                new Question("the desk's board of a day, read with names and marks", "< 40 ms", 100, () -> board.day(MONDAY)),
                new Question("the desk's board of a week, without names", "< 100 ms", 60, () -> board.week(MONDAY)),
                new Question("a patient's times of two weeks", "< 60 ms", 100, () -> desk.patientTimes(CommonClinic.VISIT, clinic.patients.get(0))),
                new Question("twelve times for the desk, with reasons", "", 100,
                        () -> desk.service.find(FindTimes.forPatient(CommonClinic.VISIT, clinic.patients.get(0)))));
        double[] read = new double[questions.size()];
        for (int i = 0; i < read.length; i++) {
            read[i] = questions.get(i).median();
            row(questions.get(i).name(), ms(read[i]), questions.get(i).wanted());
        }
        double booking = median(SHARES * BOOKINGS, this::bookOne);
        row("book one", ms(booking), "< 12 ms");
        // A server has been up for days; the first thousand of each are not counted.
        for (int round = 0; round < WARM; round++) {
            perSecond(this::insertOne);
            perSecond(this::bookOne);
        }
        double plain = 0;
        double booked = 0;
        double pgbench = 0;
        Pgbench tool = new Pgbench(clinic);
        for (int round = 0; round < SHARES; round++) {
            plain += perSecond(this::insertOne) / SHARES;
            booked += perSecond(this::bookOne) / SHARES;
            pgbench += tool.perSecond(CLIENTS, BOOKINGS) / SHARES;
        }
        row("the same rows inserted by pgbench, " + CLIENTS + " clients", pgbench > 0 ? "%.0f / s".formatted(pgbench) : "not installed", "");
        row("  by plain JDBC, " + CLIENTS + " clients", "%.0f / s".formatted(plain), "");
        row("bookings, " + CLIENTS + " clients", "%.0f / s".formatted(booked), "");
        row("  share of the better of the two", "%.0f %%".formatted(100 * booked / Math.max(pgbench, plain)), ">= 60 %");
        race();
        if (past > 0) {
            long begun = System.nanoTime();
            clinic.addPast(past);
            row("%,d past visits added".formatted(past), "%.0f s".formatted((System.nanoTime() - begun) / 1e9), "");
            for (int i = 0; i < read.length; i++) {
                row("  " + questions.get(i).name(), "%.2f x".formatted(questions.get(i).median() / read[i]), "<= 1.3 x");
            }
            row("  book one again", "%.2f x".formatted(median(SHARES * BOOKINGS, this::bookOne) / booking), "<= 1.3 x");
        }
        System.exit(0);
    }

    private List<TimetableSlot> twoWeeks() {
        return desk.schedules(schedules -> schedules.slots(TWO_WEEKS));
    }

    /** Slots that nobody has booked, from January on, each used once. */
    private void prepareSlots() {
        for (LocalDate day = LocalDate.of(2027, 1, 4); day.isBefore(LocalDate.of(2027, 6, 1)); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() <= 5 && !Set.of(LocalDate.of(2027, 2, 15), LocalDate.of(2027, 3, 26), LocalDate.of(2027, 5, 24)).contains(day)) {
                for (int i = 0; i < 9; i++) {
                    Instant start = LocalDateTime.of(day, LocalTime.of(9, 0).plusMinutes(20L * i)).atZone(CommonClinic.TORONTO).toInstant();
                    clinic.practitioners.forEach(practitioner -> later.add(new Slot(practitioner, start)));
                }
            }
        }
    }

    private synchronized Slot nextSlot() {
        return later.removeFirst();
    }

    private synchronized UUID nextPatient() {
        patient = (patient + 1) % clinic.patients.size();
        return clinic.patients.get(patient);
    }

    private Booked bookOne() {
        Slot slot = nextSlot();
        return desk.service.book(visit(slot, nextPatient()));
    }

    private static BookVisit visit(Slot slot, UUID patient) {
        return new BookVisit(patient, Set.of(), CommonClinic.VISIT, slot.start(), Map.of("doctor", slot.practitioner()), NewId.next().toString());
    }

    private final ThreadLocal<Connection> plainly = ThreadLocal.withInitial(() -> {
        try {
            Connection connection = TestDatabase.dataSource().getConnection();
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    });

    private Object insertOne() throws SQLException {
        Slot slot = nextSlot();
        CommonClinic.book(plainly.get(), slot.practitioner(), nextPatient(), slot.start(), 20);
        plainly.get().commit();
        return slot;
    }

    private double perSecond(Callable<?> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        List<Callable<Object>> all = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            all.add(() -> {
                for (int i = 0; i < BOOKINGS; i++) {
                    work.call();
                }
                return null;
            });
        }
        long begun = System.nanoTime();
        for (Future<Object> done : pool.invokeAll(all)) {
            done.get();
        }
        pool.shutdown();
        return CLIENTS * BOOKINGS / ((System.nanoTime() - begun) / 1e9);
    }

    /** Fifty press at once, sixty times; half of them want the next slot too, because an interpreter comes along. */
    private void race() throws Exception {
        long deadlocksBefore = deadlocks();
        ExecutorService pool = Executors.newFixedThreadPool(RIVALS);
        List<Double> losers = new ArrayList<>();
        int withoutWinner = 0;
        int withSeveral = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Slot slot = new Slot(clinic.practitioners.get(round % 20), CommonClinic.at("2027-06-%02dT10:00".formatted(7 + round / 20)));
            CyclicBarrier together = new CyclicBarrier(RIVALS);
            List<Callable<Double>> all = new ArrayList<>();
            for (int rival = 0; rival < RIVALS; rival++) {
                BookVisit wanted = visit(slot, nextPatient()).needing(rival % 2 == 0 ? VisitNeeds.PLAIN : new VisitNeeds(1, 1, 1, true, false));
                all.add(() -> {
                    together.await();
                    long begun = System.nanoTime();
                    try {
                        desk.service.book(wanted);
                        return -1.0;
                    } catch (SlotTaken taken) {
                        return taken.otherTimes().size() == 3 ? (System.nanoTime() - begun) / 1e6 : Double.MAX_VALUE;
                    }
                });
            }
            int winners = 0;
            for (Future<Double> result : pool.invokeAll(all)) {
                double took = result.get();
                if (took < 0) {
                    winners++;
                } else {
                    losers.add(took);
                }
            }
            withoutWinner += winners == 0 ? 1 : 0;
            withSeveral += winners > 1 ? 1 : 0;
        }
        pool.shutdown();
        double[] sorted = losers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        row("50 at one slot, 60 rounds: rounds with several winners", withSeveral + "", "0");
        row("  rounds without a winner", withoutWinner + "", "0");
        row("  refused with three other times, p95", ms(sorted[(int) (sorted.length * 0.95)]), "< 250 ms");
        row("  deadlocks", deadlocks() - deadlocksBefore + "", "0");
    }

    private static long deadlocks() throws SQLException {
        try (Connection connection = TestDatabase.dataSource().getConnection(); Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select deadlocks from pg_stat_database where datname = current_database()")) {
            result.next();
            return result.getLong(1);
        }
    }

    private static double median(int times, Callable<?> work) {
        try {
            for (int i = 0; i < Math.min(times, 40); i++) {
                work.call();
            }
            double[] took = new double[times];
            for (int i = 0; i < times; i++) {
                long begun = System.nanoTime();
                work.call();
                took[i] = (System.nanoTime() - begun) / 1e6;
            }
            Arrays.sort(took);
            return took[times / 2];
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ms(double value) {
        return "%.2f ms".formatted(value);
    }

    private static void row(String what, String measured, String wanted) {
        System.out.printf("%-58s %14s %16s%n", what, measured, wanted);
    }
}
