package clinic.anteroom.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The lists that are asked row by row: each symptom yes, no or not sure. Which lists those are is data beside the
 * questionnaires ({@code symptom-lists.properties}), because it changes how a question is asked, not what it means.
 */
final class SymptomLists {

    private static final Set<String> LINK_IDS = read();

    private SymptomLists() {
    }

    /** Whether the question of this link id is such a list. */
    static boolean has(String linkId) {
        return LINK_IDS.contains(linkId);
    }

    /** Link ids of all such lists, of whatever complaint. */
    static Set<String> all() {
        return LINK_IDS;
    }

    private static Set<String> read() {
        Properties lists = new Properties();
        try (InputStream in = SymptomLists.class.getResourceAsStream("questionnaires/symptom-lists.properties")) {
            lists.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lists.values().stream().flatMap(ids -> Arrays.stream(ids.toString().strip().split("\\s+"))).collect(Collectors.toUnmodifiableSet());
    }
}
