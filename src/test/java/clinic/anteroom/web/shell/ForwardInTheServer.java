package clinic.anteroom.web.shell;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A door of the tests only, deployed beside the application: it sends a request on to any page inside the server, as a careless action of a page would. */
@WebServlet("/patient/test-forward")
public class ForwardInTheServer extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.getRequestDispatcher(request.getParameter("to")).forward(request, response);
    }
}
