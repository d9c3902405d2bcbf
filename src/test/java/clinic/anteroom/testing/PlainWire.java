package clinic.anteroom.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line to a server on which anything can be written, also what no browser and no library would send. */
public final class PlainWire {

    private static final int PATIENCE = 30_000;

    private final URL server;

    public PlainWire(URL server) {
        this.server = server;
    }

    /** What came back; names of headers in small letters. */
    public record Reply(int status, Map<String, List<String>> headers, String body) {

        /** The only header of this name; empty if there is none. */
        public String header(String name) {
            List<String> all = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            if (all.size() > 1) {
                throw new AssertionError(name + " came more than once: " + all);
            }
            return all.isEmpty() ? "" : all.get(0);
        }

        /** All cookies that are to be kept, as they were written. */
        public List<String> cookies() {
            return headers.getOrDefault("set-cookie", List.of());
        }

        /** Name and value of a cookie of this name, as a browser sends them back. */
        public Optional<String> cookie(String name) {
            return cookies().stream().filter(one -> one.startsWith(name + "=")).map(one -> one.split(";", 2)[0]).findFirst();
        }

        /** The value of the first field of this name. */
        public String field(String name) {
            Matcher found = Pattern.compile("name=\"" + Pattern.quote(name) + "\"[^>]*?value=\"([^\"]*)\"").matcher(body);
            return found.find() ? found.group(1) : "";
        }

        /** Everything, as one text. */
        public String all() {
            return status + " " + headers + "\n" + body;
        }
    }

    public Reply get(String target, String... headers) {
        return ask("GET", target, null, headers);
    }

    /** A form as browsers send it. */
    public Reply post(String target, String form, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Type: application/x-www-form-urlencoded");
        return ask("POST", target, form, all.toArray(new String[0]));
    }

    /** A request exactly as it is written here. Host is the server's, unless a header says otherwise. */
    public Reply ask(String method, String target, String body, String... headers) {
        StringBuilder request = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\nConnection: close\r\n");
        if (List.of(headers).stream().noneMatch(header -> header.startsWith("Host:"))) {
            request.append("Host: ").append(server.getAuthority()).append("\r\n");
        }
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        byte[] content = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        if (body != null) {
            request.append("Content-Length: ").append(content.length).append("\r\n");
        }
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE);
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.writeBytes(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            whole.writeBytes(content);
            socket.getOutputStream().write(whole.toByteArray());
            socket.getOutputStream().flush();
            return read(socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target, e);
        }
    }

    private static Reply read(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        String[] head = text.substring(0, end).split("\r\n");
        Map<String, List<String>> headers = new TreeMap<>();
        for (int i = 1; i < head.length; i++) {
            String[] pair = head[i].split(": *", 2);
            headers.computeIfAbsent(pair[0].toLowerCase(Locale.ROOT), name -> new ArrayList<>()).add(pair.length == 1 ? "" : pair[1]);
        }
        String body = text.substring(end + 4);
        if (headers.containsKey("transfer-encoding")) {
            body = joined(body);
        }
        return new Reply(Integer.parseInt(head[0].split(" ")[1]), headers, new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    private static String joined(String chunks) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        for (int line = chunks.indexOf("\r\n"); line >= 0; line = chunks.indexOf("\r\n", at)) {
            int length = Integer.parseInt(chunks.substring(at, line).strip(), 16);
            if (length == 0) {
                break;
            }
            body.append(chunks, line + 2, line + 2 + length);
            at = line + 2 + length + 2;
        }
        return body.toString();
    }
}
