package clinic.anteroom.scheduling.bench;

import clinic.anteroom.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** PostgreSQL's own pgbench, if it is installed, inserting the rows of a booking in one transaction each. */
final class Pgbench {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private final Path script;
    private final URI server;
    private int begun;

    Pgbench(CommonClinic clinic) throws IOException, SQLException {
        script = Files.createTempFile("booking", ".sql");
        script.toFile().deleteOnExit();
        // Each client counts by itself and has a doctor and a patient of its own: nobody waits for anybody.
        Files.writeString(script, """
                \\set i :i + 1
                begin;
                insert into appointment (id, status, visit_type, patient_id, starts_at, ends_at, zone, wall_start, created_by, created_at)
                values (md5(:client_id || 'v' || :i)::uuid, 'BOOKED', 'BENCH', %2$s, timestamptz '2030-01-01Z' + :i * interval '20 minutes',
                        timestamptz '2030-01-01 00:20Z' + :i * interval '20 minutes', 'America/Toronto', timestamp '2030-01-01' + :i * interval '20 minutes', 'bench', now());
                insert into occupancy (id, appointment_id, phase, resource_id, during, live)
                values (gen_random_uuid(), md5(:client_id || 'v' || :i)::uuid, 1, %1$s,
                        tstzrange(timestamptz '2030-01-01Z' + :i * interval '20 minutes', timestamptz '2030-01-01 00:20Z' + :i * interval '20 minutes'), true);
                insert into occupancy (id, appointment_id, phase, resource_id, during, live)
                values (gen_random_uuid(), md5(:client_id || 'v' || :i)::uuid, 1, %2$s,
                        tstzrange(timestamptz '2030-01-01Z' + :i * interval '20 minutes', timestamptz '2030-01-01 00:20Z' + :i * interval '20 minutes'), true);
                insert into booking_key (key, digest, appointment_id, created_at)
                values (gen_random_uuid()::text, repeat('0', 64), md5(:client_id || 'v' || :i)::uuid, timestamptz '2026-11-30 12:00Z');
                insert into audit_event (id, recorded_at, agent, agent_role, action, entity, entity_id, patient_id, outcome)
                values (gen_random_uuid(), now(), 'bench', 'RECEPTIONIST', 'CREATE', 'Appointment', md5(:client_id || 'v' || :i)::uuid, %2$s, 'SUCCESS');
                commit;
                """.formatted(ofClient(clinic.practitioners), ofClient(clinic.patients)));
        try (Connection connection = TestDatabase.dataSource().getConnection()) {
            server = URI.create(connection.getMetaData().getURL().substring("jdbc:".length()));
        }
    }

    private static String ofClient(List<UUID> ids) {
        return "(array[" + ids.stream().limit(20).map(id -> "'" + id + "'").collect(Collectors.joining(",")) + "])[:client_id + 1]::uuid";
    }

    /** Transactions a second, or 0 if the tool is not installed. */
    double perSecond(int clients, int each) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("pgbench", "-n", "-M", "prepared", "-c", clients + "", "-j", clients + "", "-t", each + "", "-D", "i=" + begun,
                    "-f", script.toString(), "-h", server.getHost(), "-p", server.getPort() + "", "-U", "postgres", server.getPath().substring(1))
                    .redirectErrorStream(true).start();
        } catch (IOException notInstalled) {
            return 0;
        }
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        begun += each;
        Matcher tps = TPS.matcher(answer);
        if (process.waitFor() != 0 || !tps.find()) {
            throw new IllegalStateException("pgbench failed: " + answer);
        }
        return Double.parseDouble(tps.group(1));
    }
}
