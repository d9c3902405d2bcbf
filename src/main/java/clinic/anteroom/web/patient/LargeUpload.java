package clinic.anteroom.web.patient;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file larger than the server takes at all. Without its form data Faces cannot know the page, and the sender would read
 * an error page; here the file is read to its end and thrown away, because a browser reads no answer before it has sent
 * everything, and the page is shown again with the reason beside the field.
 */
@WebFilter("/patient/photos.xhtml")
public class LargeUpload extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** What web.xml lets through, in bytes. */
    private static final long LARGEST = 20L * 1024 * 1024;

    /** Nobody can keep the server busy for ever, in bytes. */
    private static final long MOST_READ = 512L * 1024 * 1024;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        if ("POST".equals(request.getMethod()) && request.getContentLengthLong() > LARGEST) {
            throwAway(request.getInputStream());
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/patient/photos.xhtml?too=large");
            return;
        }
        chain.doFilter(request, response);
    }

    private static void throwAway(InputStream body) throws IOException {
        byte[] piece = new byte[64 * 1024];
        long read = 0;
        for (int length = body.read(piece); length >= 0 && read < MOST_READ; length = body.read(piece)) {
            read += length;
        }
    }
}
