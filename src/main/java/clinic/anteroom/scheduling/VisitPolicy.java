package clinic.anteroom.scheduling;

/**
 * What the clinic has set about a kind of visit.
 *
 * @param code                 never null
 * @param name                 never null
 * @param patientsMayBook      whether patients book it without an invitation
 * @param picker               who of the patients may pick it where it is not ordered; never null
 * @param minAge               from which age on, in years, 0 to 120
 * @param noticeMinutes        how long before its start patients may still book it, 0 to 20160
 * @param horizonDays          how far ahead anybody books it, 1 to 365
 * @param aloneDays            how far ahead patients book it without the phone, 1 to 365; never further than anybody
 * @param dailyCap             how many a day; null for as many as fit
 * @param patientsMayChange    whether patients move it and call it off without the phone
 * @param changeNoticeMinutes  until how long before its start, 0 to 20160
 * @param checkInBeforeMinutes from how long before its start patients check in by phone, 5 to 240; null: at the desk
 */
public record VisitPolicy(String code, String name, boolean patientsMayBook, Picker picker, int minAge, int noticeMinutes, int horizonDays, int aloneDays, Integer dailyCap,
                          boolean patientsMayChange, int changeNoticeMinutes, Integer checkInBeforeMinutes) {

    /** Who of the patients may pick a kind of visit that is not ordered. */
    public enum Picker {
        EVERYBODY,
        /** Who had a visit here that took place. */
        RETURNING,
        /** Who had none. */
        NEW
    }

    /** Whole hours before its start until which patients change it. */
    public int changeNoticeHours() {
        return changeNoticeMinutes / 60;
    }
}
