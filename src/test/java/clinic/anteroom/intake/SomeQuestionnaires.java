package clinic.anteroom.intake;

import java.util.List;

/** What this build asks. */
final class SomeQuestionnaires {

    /** The newest of each complaint, in the order patients see them. */
    static final List<Questionnaire> ALL = shipped();

    private SomeQuestionnaires() {
    }

    private static List<Questionnaire> shipped() {
        Questionnaires questionnaires = new Questionnaires();
        questionnaires.read();
        return questionnaires.newest();
    }
}
