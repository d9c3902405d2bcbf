package clinic.anteroom.directory;

/** Who can look at a symptom (clinical content 0.1: muscle twitching, section 1.3 and TW-U12; other complaints, parts A to E). */
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
    EYE_CLINIC("Eye clinic"),
    CARDIOLOGY("Heart doctor (cardiology)"),
    DENTIST("Dentist"),
    ENT("Ear, nose and throat"),
    GASTROENTEROLOGY("Stomach and bowel doctor (gastroenterology)"),
    GYNAECOLOGY("Women's doctor (gynaecology)"),
    HAEMATOLOGY("Blood doctor (haematology)"),
    INFECTIOUS_DISEASE("Infectious disease"),
    MATERNITY("Maternity team"),
    OMFS("Mouth, jaw and face surgery"),
    PHYSIOTHERAPY("Physiotherapy"),
    RHEUMATOLOGY("Joint doctor (rheumatology)"),
    SURGERY("General surgery"),
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
