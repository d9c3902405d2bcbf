package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.AnswerState;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.QuestionType;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.LibrarySourceProvider;
import org.cqframework.cql.cql2elm.ModelManager;
import org.hl7.elm.r1.VersionedIdentifier;
import org.opencds.cqf.cql.engine.execution.CqlEngine;
import org.opencds.cqf.cql.engine.execution.Environment;
import org.opencds.cqf.cql.engine.execution.EvaluationResult;
import org.opencds.cqf.cql.engine.runtime.Date;

/** Somebody else's engine that reads the same rules in another language. Translated once; for one thread. */
final class CqlOracle {

    private final VersionedIdentifier library;
    private final Environment environment;
    private final Set<String> defines = new HashSet<>();

    /** @param document the text of the rule document; not what our reader made of it */
    CqlOracle(TestDocuments.Pair about, String document) {
        this.library = new VersionedIdentifier().withId(about.name().replace("-", "")).withVersion("1");
        String cql;
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            cql = CqlWriter.write(library.getId(), reader.readObject(), about.questionnaire());
        }
        LibraryManager libraries = new LibraryManager(new ModelManager());
        libraries.getLibrarySourceLoader().registerProvider(new LibrarySourceProvider() {
            @Override
            public InputStream getLibrarySource(VersionedIdentifier wanted) {
                return new ByteArrayInputStream(cql.getBytes(StandardCharsets.UTF_8));
            }
        });
        this.environment = new Environment(libraries);
        about.ruleSet().rules().forEach(rule -> defines.add(rule.id()));
        defines.add("URGENCY");
    }

    /** What it says about one form: by rule TRUE, FALSE or null for unknown, and the urgency under its name. */
    Map<String, Object> says(Answers answers, LocalDate asOf, List<String> flagged) {
        // What an engine has found out once it keeps, from one form to the next as well: one for each form.
        CqlEngine engine = new CqlEngine(environment, Set.of(CqlEngine.Options.EnableExpressionCaching));
        EvaluationResult result = engine.evaluate(library, defines, parameters(answers, asOf, flagged));
        Map<String, Object> says = new LinkedHashMap<>();
        result.expressionResults.forEach((define, value) -> says.put(define, value.value()));
        return says;
    }

    private static Map<String, Object> parameters(Answers answers, LocalDate asOf, List<String> flagged) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> notAsked = new ArrayList<>();
        for (Question question : answers.questionnaire().questions()) {
            parameters.put(question.linkId(), answers.to(question.linkId()).map(answer -> value(question, answer)).orElse(null));
            if (question.askedInRows()) {
                Answer.Rows rows = answers.to(question.linkId()).orElse(null) instanceof Answer.Rows touched ? touched : null;
                parameters.put(question.linkId() + " no", rows == null ? null : rows.no());
                parameters.put(question.linkId() + " unsure", rows == null ? null : rows.unsure());
                parameters.put(question.linkId() + " open", rows == null ? null : rows.open());
            }
            if (answers.stateOf(question.linkId()) == AnswerState.NOT_ASKED) {
                notAsked.add(question.linkId());
            }
        }
        parameters.put("NotAsked", notAsked);
        parameters.put("Flagged", flagged);
        parameters.put("AsOf", new Date(asOf));
        return parameters;
    }

    /** "I am not sure" without options to say so is no answer. */
    private static Object value(Question question, Answer answer) {
        if (answer instanceof Answer.Choice choice) {
            return question.type() == QuestionType.SINGLE ? choice.codes().get(0) : choice.codes();
        }
        if (answer instanceof Answer.Rows rows) {
            return rows.yes();
        }
        if (answer instanceof Answer.Amount amount) {
            return amount.value();
        }
        if (answer instanceof Answer.YesNo yesNo) {
            return yesNo.yes();
        }
        if (answer instanceof Answer.Day day) {
            return new Date(day.date());
        }
        return answer instanceof Answer.Words words ? words.text() : null;
    }
}
