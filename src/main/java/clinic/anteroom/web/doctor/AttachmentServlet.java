package clinic.anteroom.web.doctor;

import clinic.anteroom.care.ResultFile;
import clinic.anteroom.care.ResultService;
import clinic.anteroom.intake.AttachmentContent;
import clinic.anteroom.intake.AttachmentService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * Hands a doctor one photo or video of a form, {@code ?id=}, or the file of a result, {@code ?result=}, to keep and never to run: as a download under our own name. A foreign id
 * answers like one that does not exist.
 */
@WebServlet("/doctor/attachment")
public class AttachmentServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient AttachmentService attachments;

    @Inject
    private transient ResultService results;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ResultFile> found = id(request, "id").flatMap(attachments::find).map(AttachmentServlet::file)
                .or(() -> id(request, "result").flatMap(results::file));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] content = found.get().content();
        response.setContentType(found.get().contentType());
        response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + URLEncoder.encode(found.get().name(), StandardCharsets.UTF_8).replace("+", "%20"));
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static ResultFile file(AttachmentContent sent) {
        return new ResultFile(sent.attachment().fileName(), sent.attachment().contentType(), sent.content());
    }

    private static Optional<UUID> id(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(id -> id.matches("[0-9a-fA-F-]{36}")).map(UUID::fromString);
    }
}
