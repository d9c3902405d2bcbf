package clinic.anteroom.care;

import java.util.UUID;

/**
 * What part of the list is wanted.
 *
 * @param folder    never null
 * @param complaint name of a questionnaire, for example {@code muscle-twitching}; empty for all
 * @param test      BLOOD, EMG, NCS, CT or MRI: only cases with this flag; empty for all
 * @param search    part of a name or reference; empty for all
 * @param after     the case that the page before ends with; null for the beginning
 * @param before    the case that the page after begins with; null unless one goes back
 */
public record WorklistQuery(CaseFolder folder, String complaint, String test, String search, UUID after, UUID before) {

    public WorklistQuery {
        complaint = complaint == null ? "" : complaint;
        test = test == null ? "" : test;
        search = search == null ? "" : search.strip();
    }

    /** Everything in a folder, from its beginning. */
    public static WorklistQuery all(CaseFolder folder) {
        return new WorklistQuery(folder, "", "", "", null, null);
    }
}
