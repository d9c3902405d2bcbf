package clinic.anteroom.triage;

/**
 * What people in other systems did with the cards about one test.
 *
 * @param ruleSet    {@code name|version} of the rules that offered them
 * @param test       BLOOD, EMG, NCS, CT or MRI
 * @param offered    cards that were shown
 * @param accepted   cards whose suggestion was taken
 * @param overridden cards that were put away
 */
public record CardFigures(String ruleSet, String test, int offered, int accepted, int overridden) {
}
