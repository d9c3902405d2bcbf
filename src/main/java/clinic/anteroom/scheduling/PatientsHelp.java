package clinic.anteroom.scheduling;

import clinic.anteroom.directory.Need;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import java.util.Set;

/**
 * What a patient told about every visit of theirs, in as far as it changes the length or the room.
 *
 * @param interpreter whether everything is said twice
 * @param needs       names of {@link Need}
 */
record PatientsHelp(boolean interpreter, Set<String> needs) {

    static final PatientsHelp NONE = new PatientsHelp(false, Set.of());

    /** The visit takes longer with an interpreter, and where somebody needs a hand. */
    VisitNeeds with(VisitNeeds orders) {
        return new VisitNeeds(orders.studies(), orders.limbs(), orders.sides(), orders.interpreter() || interpreter,
                orders.mobility() || needs(Need.WHEELCHAIR) || needs(Need.HELP_TO_MOVE)).setByDesk(orders.byDesk());
    }

    /** Who takes no stairs gets rooms without them. */
    FindTimes with(FindTimes question) {
        return needs(Need.WHEELCHAIR) || needs(Need.STEP_FREE) ? question.wishing(question.wishes().inAnAccessibleRoom()) : question;
    }

    private boolean needs(Need need) {
        return needs.contains(need.name());
    }
}
