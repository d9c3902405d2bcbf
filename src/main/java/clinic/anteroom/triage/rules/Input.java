package clinic.anteroom.triage.rules;

/**
 * Something rules can read: a question, or what follows from some. A question that hangs on flagged tests is two inputs: as
 * it stands before any test is flagged, and with the tests of this evaluation flagged.
 *
 * @param name       link id of a question, or name of a {@link DerivedInput}
 * @param place      where the question stands in the questionnaire; -1 if it is derived, or no question of it
 * @param derived    what it is computed as; null for a question
 * @param afterFlags whether it is read with the tests of this evaluation flagged
 * @param bits       its options; null if it has none
 */
record Input(String name, int place, DerivedInput derived, boolean afterFlags, OptionBits bits) {
}
