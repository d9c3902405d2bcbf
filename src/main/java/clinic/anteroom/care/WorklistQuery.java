package clinic.anteroom.care;

/**
 * What part of the list is wanted.
 *
 * @param folder    never null
 * @param complaint name of a questionnaire, for example {@code muscle-twitching}; empty for all
 * @param test      BLOOD, EMG, NCS, CT or MRI: only cases with this flag; empty for all
 * @param search    part of a name or reference; empty for all
 */
public record WorklistQuery(CaseFolder folder, String complaint, String test, String search) {

    public WorklistQuery {
        complaint = complaint == null ? "" : complaint;
        test = test == null ? "" : test;
        search = search == null ? "" : search.strip();
    }

    /** Everything in a folder. */
    public static WorklistQuery all(CaseFolder folder) {
        return new WorklistQuery(folder, "", "", "");
    }
}
