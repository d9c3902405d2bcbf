package clinic.anteroom.fhir;

import ca.uhn.fhir.context.FhirContext;
import clinic.anteroom.intake.Questionnaires;
import clinic.anteroom.privacy.RecordReason;
import clinic.anteroom.privacy.WholeRecord;
import clinic.anteroom.privacy.WholeRecordService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A whole record as a file for the officer's signed-in session: {@code patient} and {@code reason} ({@link RecordReason}) are asked for by GET.
 * It stands beside the officer's pages, where programs with tokens do not come. A patient or reason that is none answers 404.
 */
@WebServlet("/privacy/record-bundle")
public class RecordServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient WholeRecordService records;

    @Inject
    private transient Questionnaires questionnaires;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<RecordReason> reason = Stream.of(RecordReason.values()).filter(one -> one.name().equals(request.getParameter("reason"))).findFirst();
        Optional<WholeRecord> record = reason.flatMap(why -> Asked.id(request.getParameter("patient")).flatMap(patient -> records.take(patient, why)));
        if (record.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/fhir+json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"record.json\"");
        FhirContext.forR4Cached().newJsonParser().setPrettyPrint(true)
                .encodeResourceToWriter(RecordBundle.of(record.get(), QuestionnaireResponseProvider.documents(questionnaires)), response.getWriter());
    }
}
