package clinic.anteroom.web.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Style sheets, scripts and drawings leave compressed. Pages do not: they hold secrets beside what a visitor typed, and
 * the length of the compressed page would tell about them (the BREACH attack).
 */
@WebFilter("/jakarta.faces.resource/*")
public class CompressedResources extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Pattern TEXT = Pattern.compile(".*\\.(css|js|svg)\\.xhtml");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        String accepted = request.getHeader("Accept-Encoding");
        if (accepted == null || !accepted.contains("gzip") || !TEXT.matcher(request.getServletPath()).matches()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Vary", "Accept-Encoding");
        Compressed compressed = new Compressed(response);
        chain.doFilter(request, compressed);
        compressed.finish();
    }

    /** Begins to compress with the first byte: "not modified" has no body, and an empty archive would be one. */
    private static final class Compressed extends HttpServletResponseWrapper {

        private Body body;

        Compressed(HttpServletResponse response) {
            super(response);
        }

        @Override
        public ServletOutputStream getOutputStream() {
            if (body == null) {
                body = new Body((HttpServletResponse) getResponse());
            }
            return body;
        }

        @Override
        public void setContentLength(int length) {
            // That of the compressed body is another one.
        }

        @Override
        public void setContentLengthLong(long length) {
            // That of the compressed body is another one.
        }

        @Override
        public void setHeader(String name, String value) {
            if (!"Content-Length".equalsIgnoreCase(name)) {
                super.setHeader(name, value);
            }
        }

        void finish() throws IOException {
            if (body != null) {
                body.finish();
            }
        }
    }

    private static final class Body extends ServletOutputStream {

        private final HttpServletResponse response;
        private GZIPOutputStream out;

        Body(HttpServletResponse response) {
            this.response = response;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (out == null) {
                response.setHeader("Content-Encoding", "gzip");
                out = new GZIPOutputStream(response.getOutputStream());
            }
            out.write(bytes, from, length);
        }

        void finish() throws IOException {
            if (out != null) {
                out.finish();
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("Resources are not written asynchronously.");
        }
    }
}
