package clinic.anteroom.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Shows a file to ClamAV's daemon before it is kept, by its INSTREAM command (clamd(8)): pieces with their length in four
 * bytes, a piece of length 0 as the end, and one line as the answer. Off unless the deployment names a host.
 */
@ApplicationScoped
class VirusScanner {

    private static final int PIECE = 64 * 1024;
    private static final int CONNECT_MILLIS = 3_000;
    private static final int ANSWER_MILLIS = 30_000;

    private Optional<String> host;
    private int port;

    /** For the container's proxy. */
    protected VirusScanner() {
    }

    /** @param host where clamd listens; empty switches the scan off */
    @Inject
    VirusScanner(@ConfigProperty(name = "anteroom.clamd.host") Optional<String> host,
            @ConfigProperty(name = "anteroom.clamd.port", defaultValue = "3310") int port) {
        this.host = host;
        this.port = port;
    }

    /** Whether files are scanned. */
    boolean isOn() {
        return host.isPresent();
    }

    /**
     * Whether the daemon calls the file clean.
     *
     * @throws IOException if it does not answer, or with something else than clean or found
     */
    boolean isClean(byte[] file) throws IOException {
        String answer = ask(file);
        if (answer.endsWith(" FOUND")) {
            return false;
        }
        if (!answer.equals("stream: OK")) {
            throw new IOException("clamd could not scan: " + answer);
        }
        return true;
    }

    private String ask(byte[] file) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host.orElseThrow(), port), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (int at = 0; at < file.length; at += PIECE) {
                int length = Math.min(PIECE, file.length - at);
                out.writeInt(length);
                out.write(file, at, length);
            }
            out.writeInt(0);
            out.flush();
            return line(socket.getInputStream());
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next > 0 && line.size() < 1_000; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.US_ASCII).strip();
    }
}
