package clinic.anteroom.web.doctor;

import clinic.anteroom.access.SignInService;
import clinic.anteroom.care.CaseFolder;
import clinic.anteroom.care.CaseService;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What an open page asks every few seconds: {@code ?case=} who else has it open and which version it has by now;
 * {@code ?folder=&after=} how many cases came since the page was read. No name of a patient and nothing of a record.
 */
@WebServlet("/doctor/live")
public class LiveServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CaseService cases;

    @Inject
    private transient SignInService names;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = request.getParameter("case");
        JsonObjectBuilder told = id == null ? newer(request) : id.matches("[0-9a-fA-F-]{36}") ? present(UUID.fromString(id), request) : null;
        if (told == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(told.build().toString());
    }

    private JsonObjectBuilder present(UUID responseId, HttpServletRequest request) {
        if (request.getParameter("leave") != null) {
            cases.leave(responseId);
            return Json.createObjectBuilder();
        }
        return cases.present(responseId).map(work -> {
            JsonArrayBuilder readers = Json.createArrayBuilder();
            work.readers().forEach(account -> readers.add(names.displayName(account)));
            return Json.createObjectBuilder().add("version", work.version()).add("readers", readers);
        }).orElse(null);
    }

    private JsonObjectBuilder newer(HttpServletRequest request) {
        CaseFolder folder = Stream.of(CaseFolder.values()).filter(one -> one.name().equals(request.getParameter("folder"))).findFirst().orElse(CaseFolder.NEW);
        try {
            return Json.createObjectBuilder().add("newer", cases.newer(folder, Instant.parse(String.valueOf(request.getParameter("after")))));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
