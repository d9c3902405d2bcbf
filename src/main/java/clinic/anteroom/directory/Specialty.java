package clinic.anteroom.directory;

/** Who can look at a symptom (clinical content 0.1, section 1.3; paediatrics from rule TW-U12). */
public enum Specialty {
    NEUROLOGY("Nerve doctor (neurology)"),
    SPORTS_MED("Sports medicine"),
    PHYSIATRY("Physical medicine and rehabilitation"),
    ENDOCRINOLOGY("Hormone doctor (endocrinology)"),
    FAMILY_DOCTOR("Family doctor"),
    SPINE_SURGERY("Spine surgery"),
    PSYCHIATRY("Psychiatry"),
    MENTAL_HEALTH("Mental health"),
    PHARMACIST("Pharmacist"),
    PAEDIATRICS("Children's doctor"),
    ED("Emergency department");

    private final String displayName;

    Specialty(String displayName) {
        this.displayName = displayName;
    }

    /** What patients and staff read; never null. */
    public String displayName() {
        return displayName;
    }
}
