package clinic.anteroom.directory;

/** A kind of test a doctor can order (clinical content 0.1, section 1.2). */
public enum TestType {
    BLOOD("Blood test"),
    EMG("EMG (needle test of muscles)"),
    NCS("NCS (nerve test)"),
    CT("CT scan"),
    MRI("MRI scan");

    private final String displayName;

    TestType(String displayName) {
        this.displayName = displayName;
    }

    /** What patients and staff read; never null. */
    public String displayName() {
        return displayName;
    }
}
