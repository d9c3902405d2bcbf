package clinic.anteroom.scheduling.bench;

import clinic.anteroom.scheduling.BookVisit;
import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.scheduling.DaySheet;
import clinic.anteroom.scheduling.SlotTaken;
import clinic.anteroom.scheduling.SomeDesk;
import clinic.anteroom.scheduling.desk.BoardLook;
import clinic.anteroom.scheduling.finder.ClinicDay;
import clinic.anteroom.scheduling.finder.Search;
import clinic.anteroom.scheduling.finder.TimeFinder;
import clinic.anteroom.scheduling.finder.Timeline;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.TimeRange;
import clinic.anteroom.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
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
    private static final int RIVALS = 50;
    private static final int ROUNDS = 60;
    private static final int CLIENTS = 4;
    private static final int BOOKINGS = 100;
    private static final int WARM = 4;
    private static final int SHARES = 6;

    private final CommonClinic clinic = new CommonClinic();
    private final SomeDesk desk = new SomeDesk("bench", CommonClinic.at("2026-11-30T07:00"));
    private final Deque<Slot> later = new ArrayDeque<>();
    private int patient;

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
        int[] slots = new int[1];
        double free = freeSlots(slots);
        row("free slots of two weeks", slots[0] + "", "1649");
        row("  computed from what was read", ms(free), "< 2 ms");
        Search search = BigHospital.search();
        row("90 days, 200 resources, two phases: first 12 times", ms(median(60, () -> TimeFinder.find(search, 12))), "< 50 ms");
        row("  every possible time", ms(median(5, () -> TimeFinder.all(search).count())), "");
        double read = median(100, this::readTwoWeeks);
        row("day sheet of 20 practitioners, read and computed", ms(read), "");
        BoardLook board = new BoardLook(CommonClinic.at("2026-11-30T07:00"), CommonClinic.TORONTO);
        row("the desk's board of a day, read with names and marks", ms(median(100, () -> board.day(MONDAY))), "< 40 ms");
        row("  of a week, without names", ms(median(60, () -> board.week(MONDAY))), "< 100 ms");
        row("a patient's times of two weeks, read and computed", ms(median(100, () -> desk.patientTimes(CommonClinic.VISIT, clinic.patients.get(0)))), "< 60 ms");
        double booking = median(SHARES * BOOKINGS, this::bookOne);
        row("book one", ms(booking), "< 12 ms");
        // A server has been up for days; the first thousand of each are not counted.
        for (int round = 0; round < WARM; round++) {
            perSecond(this::insertOne);
            perSecond(this::bookOne);
        }
        double plain = 0;
        double booked = 0;
        for (int round = 0; round < SHARES; round++) {
            plain += perSecond(this::insertOne) / SHARES;
            booked += perSecond(this::bookOne) / SHARES;
        }
        row("plain inserts of the same rows, " + CLIENTS + " clients", "%.0f / s".formatted(plain), "");
        row("bookings, " + CLIENTS + " clients", "%.0f / s".formatted(booked), "");
        row("  share of the plain inserts", "%.0f %%".formatted(100 * booked / plain), ">= 60 %");
        race();
        if (past > 0) {
            long begun = System.nanoTime();
            clinic.addPast(past);
            row("%,d past visits added".formatted(past), "%.0f s".formatted((System.nanoTime() - begun) / 1e9), "");
            row("  day sheet again", "%.2f x".formatted(median(100, this::readTwoWeeks) / read), "<= 1.3 x");
            row("  book one again", "%.2f x".formatted(median(SHARES * BOOKINGS, this::bookOne) / booking), "<= 1.3 x");
        }
        System.exit(0);
    }

    /** Free starts counted from the working hours and bookings of each practitioner. */
    private double freeSlots(int[] count) {
        List<DaySheet> days = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            days.add(desk.service.day(MONDAY.plusDays(i)));
        }
        return median(300, () -> {
            int free = 0;
            for (DaySheet day : days) {
                free += free(day);
            }
            count[0] = free;
            return free;
        });
    }

    private int free(DaySheet day) {
        Map<UUID, List<TimeRange>> taken = new HashMap<>();
        day.bars().forEach(bar -> taken.computeIfAbsent(bar.resourceId(), id -> new ArrayList<>()).add(bar.taken()));
        List<Instant> grid = new ClinicDay(day.date(), CommonClinic.TORONTO).grid(20).toList();
        int free = 0;
        for (DaySheet.Column column : day.columns()) {
            if (!column.open().isEmpty()) {
                Timeline left = Timeline.of(column.open()).minus(Timeline.of(taken.getOrDefault(column.resourceId(), List.of())));
                free += left.starts(grid, Duration.ofMinutes(20)).size();
            }
        }
        return free;
    }

    private Object readTwoWeeks() {
        return desk.service.day(MONDAY.plusDays(1));
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
