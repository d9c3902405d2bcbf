package clinic.anteroom.triage.rules;

import java.util.BitSet;
import java.util.List;

/**
 * One rule, ready to be judged.
 *
 * @param rule      what it came from
 * @param index     where it stands among all rules of the document
 * @param when      when it is met
 * @param proposals tests it proposes when it is met
 * @param given     the part that has to be true for RAISE while it is unknown; null for always
 * @param onTests   it speaks only while one of these is flagged, sorted by test; empty if it always speaks
 * @param isSound   whether judging it cannot fail
 */
record CompiledRule(Rule rule, int index, Node when, List<Test> proposals, Node given,
        List<CompiledRules.TestName> onTests, boolean isSound) {

    /**
     * A test it proposes.
     *
     * @param proposal what it came from
     * @param flag     which of all flags of the document
     * @param analytes what is measured, by place in {@link CompiledRules#analytes()}
     * @param onlyIf   proposed only while this is true; null for always
     */
    record Test(Proposal proposal, int flag, BitSet analytes, Node onlyIf) {
    }
}
