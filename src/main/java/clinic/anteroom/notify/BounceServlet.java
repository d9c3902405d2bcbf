package clinic.anteroom.notify;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the clinic's mail system tells of mail that came back: it posts the bounce as it is, or only the message ids, with
 * {@code Authorization: Bearer} and the token of its settings. Every message id of ours in it becomes a call. Without a
 * token the address does not exist.
 */
@WebServlet("/mail/bounces")
public class BounceServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 200_000;
    private static final Pattern MESSAGE_ID = Pattern.compile("<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@");

    @Inject
    private transient LetterService letters;

    @Inject
    @ConfigProperty(name = "anteroom.mail.bounce-token")
    private transient Optional<String> token;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (token.filter(secret -> isShown(request, secret)).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String bounce = new String(request.getInputStream().readNBytes(LONGEST), StandardCharsets.UTF_8);
        long known = ids(bounce).stream().filter(letters::bounced).count();
        response.setContentType("text/plain");
        response.getWriter().write(known + "\n");
    }

    /** The ids of our letters in a bounce, each once. */
    static List<UUID> ids(String bounce) {
        Matcher found = MESSAGE_ID.matcher(bounce);
        return found.results().map(match -> UUID.fromString(match.group(1))).distinct().toList();
    }

    private static boolean isShown(HttpServletRequest request, String secret) {
        String header = String.valueOf(request.getHeader("Authorization"));
        return MessageDigest.isEqual(header.getBytes(StandardCharsets.UTF_8), ("Bearer " + secret).getBytes(StandardCharsets.UTF_8));
    }
}
