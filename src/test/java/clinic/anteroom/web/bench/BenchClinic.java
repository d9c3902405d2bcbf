package clinic.anteroom.web.bench;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Sha256;
import clinic.anteroom.testing.PlainBrowser;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SignedInStaff;
import clinic.anteroom.testing.SomeCases;
import clinic.anteroom.testing.SomeVisitors;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The server under load and the people in its database. */
final class BenchClinic implements AutoCloseable {

    private static final int CASES = 26;

    private final String home;
    private final ServersDatabase database;
    private final List<UUID> withVisit = new ArrayList<>();
    private final Queue<String> withoutVisit = new ConcurrentLinkedQueue<>();
    private final List<String> cases;

    BenchClinic(String home, String address, int visitors, int bookable) throws SQLException {
        this.home = home;
        this.database = ServersDatabase.at(DriverManager.getConnection(address + "?user=postgres&stringtype=unspecified"));
        for (int i = 0; i < visitors; i++) {
            UUID patient = SomeVisitors.patient(database, "Busy", LocalDate.of(1970, 1, 1 + i % 28));
            SomeVisitors.visit(database, patient, "BLOOD_DRAW", Instant.now().plus(20 + i, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS));
            withVisit.add(patient);
        }
        for (int i = 0; i < bookable; i++) {
            withoutVisit.add(SomeVisitors.patient(database, "Caller", LocalDate.of(1980, 1, 1 + i % 28)).toString());
        }
        if (database.list("select 1 from questionnaire_response where status = 'COMPLETED'").size() < CASES) {
            new SomeCases(database).many(CASES);
        }
        this.cases = database.list("select id::text from questionnaire_response where status = 'COMPLETED' order by completed_at desc limit " + CASES);
    }

    PlainBrowser browser() {
        return new PlainBrowser(home);
    }

    synchronized PlainBrowser staff(String role) {
        try {
            return SignedInStaff.as(role, database, home);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The browser of a patient who has typed the code of a mail. */
    synchronized PlainBrowser visitor(int number) {
        String key = Sha256.of(NewId.next().toString());
        try {
            database.run("insert into visit_session (key_hash, patient_id, opened_at, last_seen_at) values (?, ?, now(), now())",
                    Sha256.of(key), withVisit.get(number % withVisit.size()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return browser().with("__Host-visit", key);
    }

    List<String> cases() {
        return cases;
    }

    /** A patient nobody else books for; given back afterwards. */
    String takePatient() {
        String patient = withoutVisit.poll();
        if (patient == null) {
            throw new IllegalStateException("nobody is left to book for");
        }
        return patient;
    }

    void giveBack(String patient) {
        withoutVisit.add(patient);
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
