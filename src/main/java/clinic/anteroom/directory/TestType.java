package clinic.anteroom.directory;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** A kind of test a doctor can order (clinical content 0.1, section 1.2). */
public enum TestType {
    BLOOD("Blood test"),
    EMG("EMG (needle test of muscles)"),
    NCS("NCS (nerve test)"),
    CT("CT scan"),
    MRI("MRI scan");

    private static final Set<String> CODES = Arrays.stream(values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    private final String displayName;

    TestType(String displayName) {
        this.displayName = displayName;
    }

    /** What patients and staff read; never null. */
    public String displayName() {
        return displayName;
    }

    /** The codes of all kinds of test, as rules and forms write them. Cannot be changed. */
    public static Set<String> codes() {
        return CODES;
    }
}
