package clinic.anteroom.testing;

import clinic.anteroom.intake.Answers;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.triage.rules.Evaluation;
import clinic.anteroom.triage.rules.Evaluator;
import clinic.anteroom.triage.rules.Flag;
import clinic.anteroom.triage.rules.SomeAnswers;
import clinic.anteroom.triage.rules.TestDocuments;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Cases for the doctor, as if patients had sent their forms in: the shipped rules read the answers here, and what they say
 * is written where the server would write it.
 */
public final class SomeCases {

    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");

    private final ServersDatabase database;

    public SomeCases(ServersDatabase database) {
        this.database = database;
    }

    /**
     * Cases to look at in a running server: {@code jdbc:postgresql://127.0.0.1:18104/anteroom}, and how many simple ones
     * beside the special ones.
     */
    public static void main(String[] args) throws SQLException {
        try (ServersDatabase database = ServersDatabase.at(DriverManager.getConnection(args[0] + "?user=postgres&stringtype=unspecified"))) {
            SomeCases cases = new SomeCases(database);
            cases.weakArm("Alice", "Mbeki");
            cases.pacemaker("Victor", "Lindgren");
            cases.add("Dana", "Whitlock", 0, SomeAnswers.harmless());
            cases.add("Ruth", "Abara", 13, SomeAnswers.manOf58().with("SAF-Q08", "WARFARIN"));
            cases.many(Integer.parseInt(args[1]));
        }
    }

    /** Weak, twitching arm at 58: EMG, nerve conduction, MRI, blood. */
    public UUID weakArm(String given, String family) throws SQLException {
        return add(given, family, 1, SomeAnswers.manOf58().with("TW-Q11", "WORSE").with("TW-Q20", "WEEKS_MONTHS").with("TW-Q21", "ONE_LIMB")
                .with("TW-Q56", "Since summer I drop cups. I am worried about my work as a joiner."));
    }

    /** The same, with a pacemaker. */
    public UUID pacemaker(String given, String family) throws SQLException {
        return add(given, family, 2, SomeAnswers.manOf58().with("SAF-Q03", "PACEMAKER"));
    }

    /** Many cases like 26 simple ones, two in three of them open: for figures, and for lists that scroll. Copied without triggers. */
    public void many(int count) throws SQLException {
        List<UUID> simple = new java.util.ArrayList<>();
        for (int i = 0; i < 26; i++) {
            simple.add(add("Case", "Number" + i, i % 13, i % 3 == 0 ? SomeAnswers.harmless() : SomeAnswers.manOf58()));
        }
        database.run("set session_replication_role = replica");
        for (int i = 0; i < simple.size() && count > simple.size(); i++) {
            copy(simple.get(i), i, count / simple.size());
        }
        database.run("set session_replication_role = origin");
    }

    /** Copies a case; an id of a copy is the digest of the id and the number of the copy. */
    private void copy(UUID response, int which, int copies) throws SQLException {
        String of = "(select patient_id from questionnaire_response where id = '" + response + "')";
        String id = "'id', md5(t.id::text || n)::uuid";
        String form = ", 'response_id', md5(t.response_id::text || n)::uuid";
        database.run("insert into patient (id, given_name, family_name, birth_date, sex, phone, email, created_at) select md5(t.id::text || n)::uuid, given_name, "
                + "family_name || 'x' || n, birth_date, sex, phone, email, created_at from patient t cross join generate_series(1, " + copies + ") n where t.id = " + of);
        clone("questionnaire_response", id + ", 'patient_id', md5(t.patient_id::text || n)::uuid, 'key_hash', encode(sha256(convert_to(t.id::text || n, 'UTF8')), 'hex'), "
                + "'reference', translate(to_char(n, 'FM0000'), '01', 'AC') || '-' || translate('" + (1000 + which) + "', '01', 'EF')", "t.id = '" + response + "'", copies);
        clone("evaluation", id + form + ", 'patient_id', md5(t.patient_id::text || n)::uuid", "t.response_id = '" + response + "'", copies);
        clone("test_flag", id + form + ", 'evaluation_id', md5(t.evaluation_id::text || n)::uuid", "t.response_id = '" + response + "'", copies);
        clone("care_case", form.substring(2) + ", 'evaluation_id', md5(t.evaluation_id::text || n)::uuid", "t.response_id = '" + response + "'", copies);
    }

    private void clone(String table, String changed, String which, int copies) throws SQLException {
        database.run("insert into " + table + " select (jsonb_populate_record(t, jsonb_build_object(" + changed + "))).* from " + table
                + " t cross join generate_series(1, " + copies + ") n where " + which);
    }

    /**
     * A case that was sent in some days ago.
     *
     * @return the id of its form
     */
    public UUID add(String given, String family, int daysAgo, SomeAnswers told) throws SQLException {
        return add("COMPLETED", given, family, daysAgo, told);
    }

    /** A form that an emergency stopped today, because swallowing has become impossible; its sender cannot call and gave a number. */
    public UUID stopped() throws SQLException {
        UUID response = add("STOPPED", "Nobody", "Known", 0, SomeAnswers.manOf58().with("TW-Q04", "CANT_SWALLOW"));
        database.run("update questionnaire_response set emergency_reply = 'CANNOT_CALL', emergency_reply_at = now(), emergency_phone = '416 555 0111' where id = ?", response);
        database.run("insert into patient_call (id, response_id, kind, asked_at, due_at) values (?, ?, 'EMERGENCY', now(), now())", NewId.next(), response);
        return response;
    }

    private UUID add(String status, String given, String family, int daysAgo, SomeAnswers told) throws SQLException {
        Instant sent = Instant.now().minus(Duration.ofDays(daysAgo)).minus(Duration.ofMinutes(17));
        LocalDate day = LocalDate.ofInstant(sent, TORONTO);
        Set<String> tests = Evaluator.evaluate(TestDocuments.ruleSet(), told.answers(), day).flags().stream().map(Flag::test).collect(Collectors.toSet());
        Answers answers = told.answersWhenFlagged(tests.toArray(String[]::new));
        Evaluation evaluation = Evaluator.evaluate(TestDocuments.ruleSet(), answers, day);
        UUID patient = NewId.next();
        UUID of = status.equals("COMPLETED") ? patient : null; // Whose a stopped form is nobody knows.
        UUID response = NewId.next();
        UUID evaluated = NewId.next();
        database.run("insert into patient (id, given_name, family_name, birth_date, sex, phone, email, created_at) values (?, ?, ?, ?, 'MALE', "
                + "'+1 416 555 0177', ?, now())", patient, given, family, LocalDate.now(TORONTO).minusYears(58).minusDays(40), family.toLowerCase() + "@example.org");
        database.run("insert into questionnaire_response (id, questionnaire, status, started_at, completed_at, patient_id, key_hash, reference, answers, "
                        + "answers_sha256, flagged_tests) values (?, ?, ?, ?, ?, ?, encode(sha256(convert_to(?, 'UTF8')), 'hex'), ?, ?, ?, ?)",
                response, answers.questionnaire().canonical(), status, at(sent.minusSeconds(600)), status.equals("COMPLETED") ? at(sent) : null, of, response.toString(), reference(response),
                answers.canonicalJson(), answers.sha256(), String.join(" ", new java.util.TreeSet<>(tests)));
        database.run("insert into evaluation (id, response_id, patient_id, questionnaire, answers, answers_sha256, rule_set_name, rule_set_version, "
                        + "rule_set_sha256, as_of, evaluator_version, urgency, by_hand, due_at, outcome, outcome_sha256, evaluated_at) "
                        + "values (?, ?, ?, ?, ?, ?, 'muscle-twitching', ?, ?, ?, ?, ?, false, ?, ?, ?, ?)",
                evaluated, response, of, answers.questionnaire().canonical(), answers.canonicalJson(), answers.sha256(),
                TestDocuments.ruleSet().heading().version(), TestDocuments.ruleSet().heading().sha256(), day, evaluation.basis().evaluatorVersion(), evaluation.urgency().name(),
                evaluation.dueDays().isPresent() ? at(sent.plus(Duration.ofDays(evaluation.dueDays().getAsInt()))) : null,
                evaluation.canonicalJson(), evaluation.sha256(), at(sent));
        for (Flag flag : evaluation.flags()) {
            raise(NewId.next(), response, evaluated, flag, sent);
        }
        return response;
    }

    private void raise(UUID id, UUID response, UUID evaluated, Flag flag, Instant sent) throws SQLException {
        database.run("insert into test_flag (id, response_id, evaluation_id, test, body_part, analytes, also_consider, strength, urgency, rules, status) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RAISED')", id, response, evaluated, flag.test(), flag.bodyPart(),
                String.join(" ", flag.analytes()), String.join(" ", flag.alsoConsider()), flag.strength().name(), flag.urgency().name(),
                String.join(" ", flag.rules()));
        database.run("insert into test_flag_step (id, test_flag_id, step, at, owner) values (?, ?, 'RAISED', ?, 'rules')", NewId.next(), id, at(sent));
    }

    /** The references of some forms, in their order. */
    public List<String> references(List<UUID> responses) {
        return responses.stream().map(SomeCases::reference).toList();
    }

    /** Letters and digits that cannot be mistaken for each other, as the server makes them. */
    public static String reference(UUID response) {
        String clear = response.toString().replace("-", "").substring(20).toUpperCase().replace('0', '2').replace('1', '3').replace('B', '4').replace('C', '5');
        return clear.substring(0, 4) + "-" + clear.substring(4, 8);
    }

    private static java.time.OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
