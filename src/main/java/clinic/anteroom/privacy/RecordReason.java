package clinic.anteroom.privacy;

/** Why a whole record is taken out; the name is HL7's ActReason, as the trail holds it. */
public enum RecordReason {
    /** The patient asked for it, or who may act for them. */
    PATRQT,
    /** Who treats them elsewhere needs it. */
    TREAT,
    /** The law or an authority asks for it. */
    HCOMPL
}
