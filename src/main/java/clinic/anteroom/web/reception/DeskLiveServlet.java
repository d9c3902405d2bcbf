package clinic.anteroom.web.reception;

import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells the screens of the desk which day has changed, as server-sent events. It names no patient: the page asks for what it may see. */
@WebServlet(urlPatterns = "/reception/live", asyncSupported = true)
public class DeskLiveServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ChangedDays days;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        response.getWriter().write("retry: 2000\n: here\n\n");
        response.flushBuffer();
        AsyncContext screen = request.startAsync();
        screen.setTimeout(0);
        days.listen(screen);
    }
}
