package clinic.anteroom.scheduling;

/** Questions that have to be put to the patient before a scan: metal and pacemaker, contrast and kidneys. */
public enum Screening {
    /** This kind of visit needs none. */
    NONE,
    /** Nobody has asked yet; the patient may come but not go in. */
    DUE,
    /** Somebody asked, and nothing stands against it. */
    CLEAR
}
