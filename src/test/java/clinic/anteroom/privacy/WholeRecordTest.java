package clinic.anteroom.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.testing.ByHand;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SomeRecord;
import clinic.anteroom.testing.TestDatabase;
import clinic.anteroom.triage.RuleSetRegister;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Everything that is held about a patient is in the whole record, and nothing of anybody else. */
class WholeRecordTest {

    /** Tables that hang on a patient and are not in the record, each with its reason. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "audit_event", "the trail has a page of its own",
            "record_end", "is written when the record ends",
            "booking_key", "the number of a pressed button, without content",
            "freed_time", "that a time was free, which the visit's changes say as well",
            "appointment_request", "which orders a visit answers: comes with the visits");

    private final ByHand house = new ByHand(new ClinicTime(Clock.systemUTC(), ZoneId.of("America/Toronto"))).signedIn("privacy", Roles.PRIVACY_OFFICER);

    @BeforeEach
    void rulesAreThere() {
        house.transaction(() -> house.get(RuleSetRegister.class));
    }

    @Test
    @DisplayName("T42 a record with one of everything has it all, the answers in the patient's words among it")
    void oneOfEverything() throws SQLException {
        try (ServersDatabase database = ServersDatabase.at(TestDatabase.dataSource().getConnection())) {
            SomeRecord some = SomeRecord.in(database, "Wholeby");
            SomeRecord other = SomeRecord.in(database, "Otherby");
            WholeRecord record = take(some.patient()).orElseThrow();
            assertThat(record.who().name()).isEqualTo("Wilma Wholeby");
            assertThat(record.forms()).singleElement().satisfies(form -> assertThat(form.answers().wordsOf("TW-Q56")).contains("Since summer I drop cups."));
            assertThat(record.orders()).singleElement().satisfies(order -> assertThat(order.indication()).isEqualTo("Weak hand"));
            assertThat(record.visits()).singleElement().satisfies(visit -> assertThat(visit.orders()).containsExactly(some.order()));
            assertThat(words(record)).contains("My answers may be read by the doctors.", "You may text me about visits.", "Paper of May", "RECEPTIONIST", "My brother had the same.",
                    "Latex allergy", "CERVICAL_SPINE", "Fibrillations in two muscles.", "Came with her sister.", "A cut in the left hand.", "How do you travel?\nBy the night train", "May I come later?", "wilma@example.org", "A calm day.");
            assertThat(record.files()).extracting(RecordFile::name).containsExactly("photo 1", "emg.pdf");
            assertThat(record.entries()).extracting(RecordEntry::kind).contains(RecordKind.CONSENT, RecordKind.LOCK, RecordKind.NEED, RecordKind.RULES, RecordKind.FLAG, RecordKind.CASE,
                    RecordKind.ORDER, RecordKind.RESULT, RecordKind.VISIT, RecordKind.MESSAGE, RecordKind.LETTER, RecordKind.DIARY);
            assertThat(record.entries()).extracting(RecordEntry::id).contains(some.order(), some.visit()).doesNotContain(other.order(), other.visit());
            assertThat(record.entries()).extracting(RecordEntry::about).doesNotContain(other.form(), other.visit(), other.patient());
        }
    }

    @Test
    @DisplayName("T42 T36 taking a record out is in the trail with the reason that was given")
    void theReasonIsInTheTrail() throws SQLException {
        try (ServersDatabase database = ServersDatabase.at(TestDatabase.dataSource().getConnection())) {
            SomeRecord some = SomeRecord.in(database, "Reasonby");
            take(some.patient());
            assertThat(database.list("select agent || ' ' || agent_role || ' ' || action || ' ' || reason from audit_event where entity = 'Bundle' and patient_id = ?", some.patient()))
                    .containsExactly("privacy PRIVACY_OFFICER VIEW PATRQT");
            UUID nobody = UUID.randomUUID();
            assertThat(take(nobody)).isEmpty();
            assertThat(database.list("select id from audit_event where patient_id = ?", nobody)).isEmpty();
        }
    }

    @Test
    @DisplayName("T42 every table that hangs on a patient, form, visit, order or flag is in the whole record, or it is said why not")
    void everyTableIsInIt() throws SQLException {
        try (ServersDatabase database = ServersDatabase.at(TestDatabase.dataSource().getConnection())) {
            List<String> hanging = database.list("select distinct c.table_name::text from information_schema.columns c join information_schema.tables t using (table_schema, table_name) "
                    + "where t.table_schema = 'public' and t.table_type = 'BASE TABLE' "
                    + "and c.column_name in ('patient_id', 'response_id', 'appointment_id', 'service_request_id', 'test_flag_id', 'carer_id', 'person_id', 'entry_id', 'group_id') "
                    + "and c.table_name <> 'board_group_member'");
            assertThat(hanging).hasSizeGreaterThan(35);
            assertThat(hanging.stream().filter(table -> !Records.statement().matches("(?s).*(from|join) " + table + " .*")).toList())
                    .containsExactlyInAnyOrderElementsOf(ELSEWHERE.keySet());
        }
    }

    private java.util.Optional<WholeRecord> take(UUID patient) {
        return house.transaction(() -> house.get(WholeRecordService.class).take(patient, RecordReason.PATRQT));
    }

    private static String words(WholeRecord record) {
        return record.entries().stream().map(entry -> entry.what() + " " + entry.state() + " " + entry.who() + " " + entry.words()).collect(Collectors.joining("\n"));
    }

    @Test
    @DisplayName("T42 every code that a whole record puts in stands there in words")
    void everyCodeHasAWord() {
        java.util.ResourceBundle words = java.util.ResourceBundle.getBundle("clinic.anteroom.web.messages", java.util.Locale.ROOT);
        java.util.Set<String> kinds = java.util.Arrays.stream(RecordKind.values()).map(Enum::name).collect(java.util.stream.Collectors.toSet());
        java.util.List<String> codes = java.util.regex.Pattern.compile("'([A-Z]{3,}(?:_[A-Z]+)*)'").matcher(Records.statement()).results().map(found -> found.group(1))
                .filter(code -> !kinds.contains(code)).distinct().toList();
        assertThat(codes).hasSizeGreaterThan(30).allSatisfy(code -> assertThat(words.containsKey("privacy_word." + code)).as(code).isTrue());
    }
}
