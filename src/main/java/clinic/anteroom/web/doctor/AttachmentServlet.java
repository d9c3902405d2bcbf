package clinic.anteroom.web.doctor;

import clinic.anteroom.intake.AttachmentContent;
import clinic.anteroom.intake.AttachmentService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/**
 * Hands a doctor one photo or video, {@code ?id=}, to keep and never to run: as a download under our own name. A foreign id
 * answers like one that does not exist.
 */
@WebServlet("/doctor/attachment")
public class AttachmentServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient AttachmentService attachments;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<AttachmentContent> found = Optional.ofNullable(request.getParameter("id"))
                .filter(id -> id.matches("[0-9a-fA-F-]{36}")).map(UUID::fromString).flatMap(attachments::find);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] content = found.get().content();
        response.setContentType(found.get().attachment().contentType());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + found.get().attachment().fileName() + "\"");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
