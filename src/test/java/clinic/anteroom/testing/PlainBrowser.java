package clinic.anteroom.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser without a window: it keeps cookies, follows no redirect, and says what it was answered. */
public final class PlainBrowser {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(Redirect.NEVER).build();

    private final String home;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    public PlainBrowser(String home) {
        this.home = home;
    }

    /** What was answered: status, address of a redirect, and body, without what differs from one answer to the next. */
    public record Answer(int status, String location, String body) {

        /** The same with everything blanked that no two answers share: ids, nonces, tokens, view states, and these texts. */
        public Answer blanked(String... texts) {
            return new Answer(status, blank(location, texts), blank(body, texts));
        }

        /** The same with moments blanked as well, and with what a page keeps of them beside its words. */
        public Answer undated() {
            Answer blanked = blanked();
            return new Answer(status, undated(blanked.location), undated(blanked.body));
        }

        private static String undated(String text) {
            return text.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(?:Z|[+-][0-9:]+)", "WHEN").replaceAll("data-(?:until|after)=\"[^\"]*\"", "");
        }

        private static String blank(String text, String... more) {
            String blank = text.replaceAll("nonce=\"[^\"]*\"|nonce-[^']*'|csp\\.init\\('[^']*'", "NONCE")
                    .replaceAll("(name=\"(jakarta\\.faces\\.ViewState|primefaces\\.nonce|token)\"[^>]*?value=\")[^\"]*", "$1")
                    .replaceAll("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", "ID").replaceAll("Reference:? ?[0-9A-F]{12}", "REFERENCE");
            for (String one : more) {
                blank = blank.replace(one, "*");
            }
            return blank;
        }
    }

    public PlainBrowser with(String cookie, String value) {
        cookies.put(cookie, value);
        return this;
    }

    public PlainBrowser sending(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(home + path)).GET());
    }

    public Answer post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue())).collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(home + path)).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
    }

    private Answer send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).collect(Collectors.joining("; ")));
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(answer.statusCode(), answer.headers().firstValue("Location").orElse(""), answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
