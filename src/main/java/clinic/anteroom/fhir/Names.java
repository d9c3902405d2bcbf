package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.param.StringParam;
import java.util.Locale;
import java.util.stream.Stream;

/** FHIR's string search: a name or a word in it begins with the text, case aside. */
final class Names {

    private Names() {
    }

    static boolean begins(String name, StringParam asked) {
        String wanted = asked.getValueNotNull().strip().toLowerCase(Locale.ROOT);
        String lower = name.toLowerCase(Locale.ROOT);
        if (asked.isExact()) {
            return name.equals(asked.getValueNotNull());
        }
        return asked.isContains() ? lower.contains(wanted)
                : lower.startsWith(wanted) || Stream.of(lower.split("[\\s-]+")).anyMatch(word -> word.startsWith(wanted));
    }
}
