package clinic.anteroom.privacy;

import clinic.anteroom.access.AuditBench;
import clinic.anteroom.shared.TimeRange;
import clinic.anteroom.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Prints what "who looked at my record" and the seals cost with many rows in the trail, a million by default. Never a test: figures depend on the machine. */
public final class TrailBench {

    private static final int PATIENTS = 5_000;
    private static final int ROUNDS = 15;
    private static final UUID BUSY = UUID.nameUUIDFromBytes("busy".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    private TrailBench() {
    }

    /** @param arguments how many rows, or nothing */
    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        fill(rows);
        EntityManager entities = TestDatabase.entities().createEntityManager();
        Trail trail = new Trail();
        trail.entities = entities;
        Instant now = Instant.now(java.time.Clock.systemUTC());
        TimeRange year = new TimeRange(now.minus(Duration.ofDays(366)), now.plus(Duration.ofDays(1)));
        UUID usual = clinic.anteroom.shared.Rows.id(entities.createNativeQuery("select cast(md5('p7') as uuid)").getSingleResult());
        System.out.printf(Locale.ROOT, "%,d rows in the trail, %,d patients%n", rows, PATIENTS);
        print("who looked at a record", () -> trail.looks(usual, year, TrailService.SHOWN).size());
        print("who looked at a record that 5,000 requests touched", () -> trail.looks(BUSY, year, TrailService.SHOWN).size());
        print("whose records one account touched in a year", () -> trail.touched("account3", year, TrailService.SHOWN).size());
        print("whose records anybody touched in a week", () -> trail.touched("", new TimeRange(now.minus(Duration.ofDays(7)), now), TrailService.SHOWN).size());
        AuditBench.sealAndCheck(entities);
        entities.close();
        System.exit(0);
    }

    private static void print(String what, Callable<Integer> work) throws Exception {
        work.call();
        double[] millis = new double[ROUNDS];
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            found = work.call();
            millis[round] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(Locale.ROOT, "%-55s median %8.1f ms, worst %8.1f ms, %d lines%n", what, millis[ROUNDS / 2], millis[ROUNDS - 1], found);
    }

    private static void fill(int rows) throws SQLException {
        try (Connection connection = TestDatabase.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("insert into patient (id, given_name, family_name, birth_date, created_at) select md5('p' || n)::uuid, 'Given' || n, 'Family' || n % 900, "
                    + "date '1950-01-01' + n, now() from generate_series(1, " + PATIENTS + ") n on conflict do nothing");
            statement.execute("insert into staff_account (id, username, display_name, password_hash, role) select gen_random_uuid(), 'account' || n, "
                    + "'Dr. Given' || n || ' Family' || n, 'x', 'DOCTOR' from generate_series(0, 29) n on conflict do nothing");
            statement.execute("insert into audit_event (id, recorded_at, agent, agent_role, action, entity, patient_id, request_id, origin, reason) "
                    + "select gen_random_uuid(), now() - n * interval '30 seconds', 'account' || n % 30, 'DOCTOR', case when n % 9 = 0 then 'UPDATE' else 'VIEW' end, "
                    + "(array['Patient', 'Appointment', 'QuestionnaireResponse'])[1 + n % 3], case when n % " + rows / 10_000 + " = 0 then '" + BUSY + "'::uuid "
                    + "else md5('p' || (1 + n % " + PATIENTS + "))::uuid end, md5('r' || n / 2)::uuid, '10.0.0.7', 'TREAT' from generate_series(1, " + rows + ") n");
            statement.execute("analyze");
        }
    }
}
