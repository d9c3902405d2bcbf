package clinic.anteroom.shared;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.InputStream;
import java.io.StringReader;
import java.util.Map;

/**
 * Reads JSON. {@code Json.createReader} searches every library for the parser each time it is called; here that is done once. What is no
 * JSON, or not of the kind that was asked for, is a {@code jakarta.json.JsonException}.
 */
public final class JsonText {

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private JsonText() {
    }

    /** An object written as text. */
    public static JsonObject object(String text) {
        try (JsonReader json = READERS.createReader(new StringReader(text))) {
            return json.readObject();
        }
    }

    /** An object in a file of UTF-8; the stream is closed afterwards. */
    public static JsonObject object(InputStream in) {
        try (JsonReader json = READERS.createReader(in)) {
            return json.readObject();
        }
    }

    /** A list written as text. */
    public static JsonArray array(String text) {
        try (JsonReader json = READERS.createReader(new StringReader(text))) {
            return json.readArray();
        }
    }

    /** A list in a file of UTF-8; the stream is closed afterwards. */
    public static JsonArray array(InputStream in) {
        try (JsonReader json = READERS.createReader(in)) {
            return json.readArray();
        }
    }
}
