package clinic.anteroom.web.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;

/** What an order can be changed to: every part of the body and everything to be measured that has a word. */
final class OrderChoices {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("clinic.anteroom.web.messages");
    private static final List<String> PARTS = codes("body.");
    private static final List<String> ANALYTES = codes("analyte.");

    private OrderChoices() {
    }

    /** Parts of the body for a test, as codes; empty where it has none. */
    static List<String> parts(String test) {
        return test.equals("MRI") || test.equals("CT") ? PARTS : List.of();
    }

    /** What a test can measure, as codes; empty where it measures nothing. */
    static List<String> analytes(String test) {
        return test.equals("BLOOD") ? ANALYTES : List.of();
    }

    private static List<String> codes(String prefix) {
        return WORDS.keySet().stream().filter(key -> key.startsWith(prefix)).sorted(java.util.Comparator.comparing(key -> WORDS.getString(key).toLowerCase()))
                .map(key -> key.substring(prefix.length())).toList();
    }

    /** An array for a list of checkboxes. */
    static String[] array(List<String> codes) {
        return codes.toArray(String[]::new);
    }

    static List<String> list(String[] codes) {
        return codes == null ? List.of() : Arrays.asList(codes);
    }
}
