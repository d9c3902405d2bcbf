package clinic.anteroom.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import clinic.anteroom.access.TokenDoor;
import clinic.anteroom.directory.TestType;
import clinic.anteroom.intake.Questionnaire;
import clinic.anteroom.intake.Questionnaires;
import clinic.anteroom.shared.BusinessException;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.JsonText;
import clinic.anteroom.triage.CardService;
import clinic.anteroom.triage.CaseTriage;
import clinic.anteroom.triage.ConsultService;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;

/**
 * The rules in other systems, as CDS Hooks 2.0: {@code GET /cds-services} says what there is, {@code POST /cds-services/<id>} answers with cards,
 * {@code POST /cds-services/<id>/feedback} takes what became of them. Whoever asks shows a token, as at the FHIR door; the list is open.
 */
@WebServlet("/cds-services/*")
public class CdsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(CdsServlet.class.getName());
    private static final int LONGEST = 2_000_000;
    private static final int MOST_CARDS = 50;
    private static final int UNPROCESSABLE = 422;

    @Inject
    private transient ConsultService consult;

    @Inject
    private transient CardService cards;

    @Inject
    private transient Questionnaires questionnaires;

    @Inject
    private transient ClinicTime time;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() != null && !request.getPathInfo().equals("/")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        JsonArrayBuilder services = Json.createArrayBuilder();
        for (CdsHook hook : CdsHook.values()) {
            services.add(hook.described());
        }
        write(response, HttpServletResponse.SC_OK, Json.createObjectBuilder().add("services", services).build());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] path = String.valueOf(request.getPathInfo()).split("/");
        Optional<CdsHook> hook = path.length < 2 ? Optional.empty() : CdsHook.of(path[1]);
        boolean feedback = path.length == 3 && path[2].equals("feedback");
        if (hook.isEmpty() || path.length > 2 && !feedback) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (TokenDoor.holder(request).isEmpty()) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"anteroom\"");
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "Show a valid token: Authorization: Bearer <token>.");
        } else {
            answer(request, response, hook.get(), feedback);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, CdsHook hook, boolean feedback) throws IOException {
        try {
            JsonObject asked = JsonText.object(new String(request.getInputStream().readNBytes(LONGEST), StandardCharsets.UTF_8));
            write(response, HttpServletResponse.SC_OK, feedback ? feedback(hook, asked) : cards(hook, asked));
        } catch (JsonException | ClassCastException | DataFormatException e) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "The body is not what CDS Hooks describes: " + e.getMessage());
        } catch (BaseServerResponseException e) {
            refuse(response, e.getStatusCode(), e.getMessage());
        } catch (BusinessException e) {
            refuse(response, UNPROCESSABLE, Failures.outcome(e).getIssueFirstRep().getDiagnostics());
        } catch (EJBAccessException e) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, "The role of this token does not allow this.");
        } catch (EJBException e) {
            LOG.log(Level.SEVERE, "A CDS request failed", e);
            refuse(response, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "Something went wrong on our side. Nothing was changed.");
        }
    }

    private JsonObject cards(CdsHook hook, JsonObject asked) {
        if (!hook.hook().equals(asked.getString("hook", "")) || asked.getString("hookInstance", "").isEmpty()) {
            throw new InvalidRequestException("This service is for the hook " + hook.hook() + ", and each call has a hookInstance.");
        }
        JsonObject context = asked.getJsonObject("context");
        if (context == null) {
            throw new InvalidRequestException("Send the context of the hook.");
        }
        String patient = context.getString("patientId", null);
        JsonArrayBuilder out = Json.createArrayBuilder();
        said(asked, patient).filter(triage -> triage.ruleSet() != null).ifPresent(triage -> {
            CdsCards made = new CdsCards(triage, patient);
            List<CdsCards.Card> all = hook == CdsHook.FLAGS ? made.suggestions() : made.warnings(ordered(context));
            all.stream().limit(MOST_CARDS).forEach(card -> {
                cards.offered(card.id(), hook.id(), triage, card.test(), card.rules());
                out.add(card.json());
            });
        });
        return Json.createObjectBuilder().add("cards", out).build();
    }

    /** What the rules say: to the answers that came along, or about the newest form of a patient of ours. */
    private Optional<CaseTriage> said(JsonObject asked, String patient) {
        JsonObject prefetch = asked.getJsonObject("prefetch");
        JsonValue sent = prefetch == null ? null : prefetch.get(CdsHook.PREFETCH);
        if (sent != null && sent.getValueType() == JsonValue.ValueType.OBJECT) {
            Optional<QuestionnaireResponse> response = response((Resource) FhirContext.forR4Cached().newJsonParser().parseResource(sent.toString()));
            return response.flatMap(found -> questionnaire(found).flatMap(known -> consult.explain(known, GivenAnswers.of(found, known), day(found))));
        }
        return Asked.id(patient).flatMap(cards::ofPatient);
    }

    /** The form itself, or the first one of a searchset. */
    private static Optional<QuestionnaireResponse> response(Resource sent) {
        if (sent instanceof Bundle bundle) {
            return bundle.getEntry().stream().map(Bundle.BundleEntryComponent::getResource).filter(QuestionnaireResponse.class::isInstance)
                    .map(QuestionnaireResponse.class::cast).findFirst();
        }
        if (sent instanceof QuestionnaireResponse response) {
            return Optional.of(response);
        }
        throw new UnprocessableEntityException("Prefetch a QuestionnaireResponse, or a searchset with one, as " + CdsHook.PREFETCH + ".");
    }

    /** Empty for a form of somebody else's: there is nothing to say about it. */
    private Optional<Questionnaire> questionnaire(QuestionnaireResponse response) {
        String canonical = String.valueOf(response.getQuestionnaire());
        return questionnaires.all().stream().filter(known -> known.canonical().equals(canonical) || known.url().equals(canonical)).reduce((older, newer) -> newer);
    }

    private LocalDate day(QuestionnaireResponse response) {
        return response.hasAuthored() ? LocalDate.ofInstant(Moments.first(response.getAuthoredElement().getValueAsString(), time.zone()), time.zone()) : time.today();
    }

    /** The tests of ours among the orders that are about to be chosen or signed. */
    private static Set<String> ordered(JsonObject context) {
        Set<String> tests = new HashSet<>();
        JsonObject drafts = context.getJsonObject("draftOrders");
        JsonArray entries = drafts == null ? null : drafts.getJsonArray("entry");
        for (JsonObject entry : entries == null ? List.<JsonObject>of() : entries.getValuesAs(JsonObject.class)) {
            JsonObject resource = entry.getJsonObject("resource");
            JsonObject code = resource == null ? null : resource.getJsonObject("code");
            JsonArray codings = code == null ? null : code.getJsonArray("coding");
            for (JsonObject coding : codings == null ? List.<JsonObject>of() : codings.getValuesAs(JsonObject.class)) {
                if (Codes.TEST.equals(coding.getString("system", "")) && TestType.codes().contains(coding.getString("code", ""))) {
                    tests.add(coding.getString("code"));
                }
            }
        }
        return tests;
    }

    private JsonObject feedback(CdsHook hook, JsonObject told) {
        JsonArray all = told.getJsonArray("feedback");
        if (all == null) {
            throw new InvalidRequestException("Send an array feedback.");
        }
        for (JsonObject one : all.getValuesAs(JsonObject.class)) {
            String outcome = one.getString("outcome", "");
            UUID card = Asked.id(one.getString("card", "")).orElseThrow(() -> new InvalidRequestException("Name the card by its uuid."));
            if (!outcome.equals("accepted") && !outcome.equals("overridden")) {
                throw new InvalidRequestException("An outcome is accepted or overridden, not \"" + outcome + "\".");
            }
            JsonObject why = one.getJsonObject("overrideReason");
            JsonObject code = why == null ? null : why.getJsonObject("reason");
            cards.answered(hook.id(), card, outcome.equals("accepted"), code == null ? null : code.getString("code", null),
                    why == null ? null : why.getString("userComment", null), moment(one.getString("outcomeTimestamp", "")));
        }
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    private static Instant moment(String text) {
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new InvalidRequestException("outcomeTimestamp is an instant such as 2026-11-27T09:00:00Z, not \"" + text + "\".");
        }
    }

    private static void refuse(HttpServletResponse response, int status, String words) throws IOException {
        write(response, status, Json.createObjectBuilder().add("error", words == null ? "" : words.replaceFirst("^HAPI-\\d+: ", "")).build());
    }

    private static void write(HttpServletResponse response, int status, JsonObject body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(body.toString());
    }
}
