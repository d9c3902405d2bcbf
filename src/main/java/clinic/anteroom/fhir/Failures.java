package clinic.anteroom.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import clinic.anteroom.shared.BusinessException;
import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.FieldsRefused;
import jakarta.ejb.EJBAccessException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Turns what went wrong into an OperationOutcome: refusals in plain words, faults of ours without any detail. */
@Interceptor
public class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class.getName());
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("clinic.anteroom.fhir.messages", Locale.ROOT, Failures.class.getClassLoader());
    private static final Set<String> GONE = Set.of("refusal.appointment_not_found", "refusal.patient_unknown");
    private static final Set<String> CONFLICTS = Set.of("refusal.slot_taken", "refusal.order_not_bookable", "refusal.appointment_changed",
            "refusal.appointment_not_ahead", "refusal.hold_expired", "refusal.visit_day_full", "refusal.visit_blood_first", "refusal.visit_legs_out_of_order", "refusal.visit_closed");

    /** Runs for each failure, HAPI's own included. */
    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BusinessException refusal) {
                return refused(refusal, outcome(refusal));
            }
            if (cause instanceof EJBAccessException) {
                String words = "The role of this token does not allow this.";
                return new ForbiddenOperationException(words, Outcomes.error(IssueType.FORBIDDEN, words));
            }
        }
        if (failure instanceof DataFormatException unreadable) {
            return worded(new InvalidRequestException(unreadable.getMessage()));
        }
        if (failure instanceof BaseServerResponseException known && known.getStatusCode() < 500) {
            return known.getOperationOutcome() == null ? worded(known) : known;
        }
        LOG.log(Level.SEVERE, "A FHIR request failed", failure);
        String words = "Something went wrong on our side. Nothing was changed.";
        return new InternalErrorException(words, Outcomes.error(IssueType.EXCEPTION, words));
    }

    /** A refusal with the status that fits and this outcome. */
    static BaseServerResponseException refused(BusinessException refusal, OperationOutcome outcome) {
        int status = GONE.contains(refusal.key()) ? 404 : CONFLICTS.contains(refusal.key()) ? 409 : 422;
        return new UnclassifiedServerFailureException(status, outcome.getIssueFirstRep().getDiagnostics(), outcome);
    }

    /** The refusal in words; one issue for each field that is to blame. */
    static OperationOutcome outcome(BusinessException refusal) {
        OperationOutcome outcome = new OperationOutcome();
        if (refusal instanceof FieldsRefused refused) {
            refused.fields().forEach(field -> outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(IssueType.VALUE)
                    .setDiagnostics(words(field)).addExpression("QuestionnaireResponse.repeat(item).where(linkId = '" + field.field() + "')"));
        } else {
            outcome.addIssue().setSeverity(IssueSeverity.ERROR)
                    .setCode(CONFLICTS.contains(refusal.key()) ? IssueType.CONFLICT : GONE.contains(refusal.key()) ? IssueType.NOTFOUND : IssueType.BUSINESSRULE)
                    .setDiagnostics(words(refusal.key(), refusal.arguments()));
        }
        return outcome;
    }

    private static String words(FieldRefused field) {
        return field.field() + ": " + words(field.key(), field.arguments().toArray());
    }

    private static String words(String key, Object... arguments) {
        try {
            return new MessageFormat(TEXTS.getString(key), Locale.ENGLISH).format(arguments);
        } catch (MissingResourceException e) {
            return "This was refused: " + key.replace("refusal.", "").replace('_', ' ') + ".";
        }
    }

    /** HAPI's own sentence without its numbers, and without the classes of whatever reads JSON. */
    private static BaseServerResponseException worded(BaseServerResponseException known) {
        String words = String.valueOf(known.getMessage()).replaceAll("HAPI-\\d+: |,? *from `[^`]*`", "");
        IssueType type = switch (known.getStatusCode()) {
            case 401 -> IssueType.LOGIN;
            case 403 -> IssueType.FORBIDDEN;
            case 404, 410 -> IssueType.NOTFOUND;
            case 405 -> IssueType.NOTSUPPORTED;
            default -> IssueType.INVALID;
        };
        known.setOperationOutcome(Outcomes.error(type, words));
        return known;
    }
}
