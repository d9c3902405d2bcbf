package clinic.anteroom.scheduling.bench;

import clinic.anteroom.scheduling.BookVisit;
import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.scheduling.SomeDesk;
import clinic.anteroom.shared.BusinessException;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.Entities;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The booking process that {@link KillTest} kills: four clerks book one day full through the booking service and say each
 * visit aloud when, and only when, it was acknowledged.
 */
final class BookingUntilKilled {

    private static final int CLERKS = 4;
    private static final int STARTS = 9;

    private BookingUntilKilled() {
    }

    /** Address of the database, and the day. */
    public static void main(String[] arguments) throws Exception {
        List<UUID> doctors = ids(arguments[0], "select resource_id from resource_capability where capability = 'BENCH_DOCTOR' order by 1");
        List<UUID> patients = ids(arguments[0], "select id from patient order by 1");
        LocalDate day = LocalDate.parse(arguments[1]);
        SomeDesk desk = new SomeDesk("bench", CommonClinic.at("2026-11-30T07:00"), Entities.at(arguments[0]));
        AtomicInteger next = new AtomicInteger();
        List<Thread> clerks = new ArrayList<>();
        for (int clerk = 0; clerk < CLERKS; clerk++) {
            Thread thread = new Thread(() -> {
                for (int i = next.getAndIncrement(); i < STARTS * doctors.size(); i = next.getAndIncrement()) {
                    Instant start = day.atTime(LocalTime.of(9, 0).plusMinutes(20L * (i / doctors.size()))).atZone(CommonClinic.TORONTO).toInstant();
                    book(desk, new BookVisit(patients.get(i), Set.of(), CommonClinic.VISIT, start, Map.of("doctor", doctors.get(i % doctors.size())), NewId.next().toString()));
                }
            });
            thread.start();
            clerks.add(thread);
        }
        for (Thread clerk : clerks) {
            clerk.join();
        }
        System.exit(0);
    }

    private static void book(SomeDesk desk, BookVisit visit) {
        try {
            Booked booked = desk.service.book(visit);
            System.out.println("ACK " + booked.appointmentId() + " " + visit.key());
        } catch (BusinessException refused) {
            System.out.println("REFUSED " + refused.key());
        }
    }

    private static List<UUID> ids(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(query)) {
            List<UUID> ids = new ArrayList<>();
            while (result.next()) {
                ids.add(result.getObject(1, UUID.class));
            }
            return ids;
        }
    }
}
