package clinic.anteroom.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.ConsentWording;
import clinic.anteroom.intake.Contact;
import clinic.anteroom.intake.Draft;
import clinic.anteroom.intake.DraftStarted;
import clinic.anteroom.intake.IntakeService;
import clinic.anteroom.intake.Page;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.Questionnaire;
import clinic.anteroom.intake.ResponseStatus;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Language;
import clinic.anteroom.triage.rules.Urgency;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Intake and triage together in the server: one request, one transaction. JUnit's own assertions, because the WAR holds no
 * others.
 */
@ExtendWith(ArquillianExtension.class)
class TriageIT {

    private static final String MAN_OF_58 = "{\"TW-Q04\":[\"NONE\"],\"TW-Q01\":\"SELF\",\"TW-Q02\":58,\"TW-Q03\":\"MALE\","
            + "\"TW-Q05\":[\"SHOULDER\",\"UPPER_ARM\"],\"TW-Q08\":\"M3_12\",\"TW-Q12\":\"NOT_LINKED\",\"TW-Q18\":\"YES_CANT_DO\","
            + "\"TW-Q19\":[\"GRIP_JARS\",\"LIFT_ARM\"],\"TW-Q23\":\"YES\",\"TW-Q25\":[\"NONE\"],\"TW-Q27\":[\"NONE\"]}";

    @Inject
    private IntakeService intake;

    @Inject
    private TriageService triage;

    @Inject
    private ClinicTime time;

    @Resource(lookup = "java:app/jdbc/anteroom")
    private DataSource dataSource;

    @Test
    void anEmergencyStopsTheFormAndTellsWhatToDo() throws SQLException {
        DraftStarted started = intake.start("muscle-twitching");
        Draft draft = intake.answer(started.key(), pageOf("TW-Q04"), Map.of("TW-Q04", Answer.Choice.of("CHEST_PAIN")));
        assertEquals(ResponseStatus.STOPPED, draft.status());
        assertEquals(List.of("TW-E13"), triage.emergencyFor(started.responseId()).orElseThrow().rules());
        assertTrue(triage.outcomeFor(started.responseId()).isEmpty());
        assertEquals(0, count("select count(*) from test_flag where response_id = ?", started.responseId()));
    }

    @Test
    void aFormSentInGetsItsUrgencyAndItsFlags() throws SQLException {
        DraftStarted started = intake.start("muscle-twitching");
        assertEquals(Set.of("BLOOD", "EMG", "NCS", "MRI"), answered(started).answers().flaggedTests());
        intake.complete(started.key(), new Contact("Ivo", "Marsh", time.today().minusYears(58).minusDays(40), "+1 416 555 0101", null),
                ConsentWording.newest(Language.ENGLISH).version());
        PatientOutcome outcome = triage.outcomeFor(started.responseId()).orElseThrow();
        assertEquals(Urgency.SOON, outcome.urgency());
        assertFalse(outcome.byHand());
        assertEquals(4, count("select count(*) from test_flag where response_id = ? and status = 'RAISED'", started.responseId()));
        assertEquals(1, count("select count(*) from evaluation where response_id = ? and rule_set_name = 'muscle-twitching'",
                started.responseId()));
    }

    private Draft answered(DraftStarted started) {
        Questionnaire questionnaire = intake.blank("muscle-twitching").questionnaire();
        Answers man = Answers.parse(questionnaire, MAN_OF_58);
        Draft draft = null;
        for (Page page : questionnaire.pages()) {
            Map<String, Answer> given = of(page, man);
            if (!given.isEmpty()) {
                draft = intake.answer(started.key(), page.linkId(), given);
            }
        }
        return draft;
    }

    private String pageOf(String linkId) {
        return intake.blank("muscle-twitching").questionnaire().pages().stream()
                .filter(page -> page.questions().stream().anyMatch(question -> question.linkId().equals(linkId)))
                .findFirst().orElseThrow().linkId();
    }

    private static Map<String, Answer> of(Page page, Answers answers) {
        Map<String, Answer> given = new LinkedHashMap<>();
        for (Question question : page.questions()) {
            answers.to(question.linkId()).ifPresent(answer -> given.put(question.linkId(), answer));
        }
        return given;
    }

    private long count(String sql, UUID responseId) throws SQLException {
        try (Connection connection = dataSource.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, responseId);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
