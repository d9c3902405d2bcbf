package clinic.anteroom.intake;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/** What a patient said in earlier forms to questions whose answer lasts: medicines, illnesses, family, height. */
@Stateless
@PermitAll // Called by my visit, which has checked the patient's proof; HouseRulesTest keeps pages away.
public class EarlierAnswersService {

    private static final List<String> LASTING = lasting();
    private static final Duration OLDEST = Duration.ofDays(2 * 365);

    @Inject
    QuestionnaireResponses responses;

    @Inject
    Questionnaires questionnaires;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /**
     * The newest answer to each lasting question of a questionnaire, from whatever complaint it was told with; at most two years
     * old. An answer with an option that is not offered now is left out, and so is "I am not sure".
     *
     * @param asked the questionnaire that is being filled in; never null
     * @return by link id; never null
     */
    public Map<String, EarlierAnswer> of(UUID patientId, Questionnaire asked) {
        Instant oldest = time.now().minus(OLDEST);
        List<QuestionnaireResponse> forms = responses.ofPatient(patientId).stream().filter(QuestionnaireResponse::isSentIn)
                .filter(form -> form.completedAt().isAfter(oldest)).toList();
        Map<String, EarlierAnswer> found = new LinkedHashMap<>();
        for (QuestionnaireResponse form : forms) {
            Answers answers = form.answers(questionnaires.get(form.questionnaire()));
            for (String linkId : LASTING) {
                asked.find(linkId).flatMap(question -> fitting(question, answers))
                        .ifPresent(answer -> found.putIfAbsent(linkId, new EarlierAnswer(answer, form.completedAt())));
            }
        }
        if (!found.isEmpty()) {
            audit.record(AuditedAction.VIEW, "QuestionnaireResponse", null, patientId);
        }
        return found;
    }

    private static Optional<Answer> fitting(Question question, Answers answers) {
        return answers.questionnaire().find(question.linkId()).filter(before -> before.type() == question.type())
                .flatMap(before -> answers.to(question.linkId())).filter(answer -> !(answer instanceof Answer.Unsure)
                        && !(answer instanceof Answer.Choice choice && choice.codes().stream().anyMatch(code -> code.equals("UNSURE") || question.option(code).isEmpty())));
    }

    private static List<String> lasting() {
        Properties lasting = new Properties();
        try (InputStream in = EarlierAnswersService.class.getResourceAsStream("questionnaires/lasting.properties")) {
            lasting.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(lasting.getProperty("lasting").strip().split("\\s+"));
    }
}
