package clinic.anteroom.triage.rules;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One rule: when it is met, what it raises, how it is said, where it comes from.
 *
 * @param id             for example {@code TW-E04}; never null
 * @param version        1 or more; changes whenever its meaning does
 * @param level          never null
 * @param sentence       what it says, in one sentence for doctors; never blank
 * @param onTests        it speaks only while one of these is flagged: {@code EMG}, or {@code BLOOD/CK} for one analyte;
 *                       empty if it always speaks
 * @param when           never null
 * @param raise          never null
 * @param onUnknown      never null
 * @param patient        words by language; empty if the patient reads nothing
 * @param doctor         words by language, with {linkId} for answers
 * @param patientMayRead disease names its patient words may hold, each with the reason
 * @param sources        never empty in a checked document
 */
public record Rule(String id, int version, Level level, String sentence, Set<String> onTests, Expression when, Raise raise,
        OnUnknown onUnknown, Map<String, String> patient, Map<String, String> doctor, Map<String, String> patientMayRead,
        List<Source> sources) {

    /** Whether another rule asks and raises the same; words and sources do not count. */
    boolean decidesLike(Rule other) {
        return level == other.level && onTests.equals(other.onTests) && when.equals(other.when) && raise.equals(other.raise)
                && onUnknown.equals(other.onUnknown);
    }

    /** The same rule, met by nobody: no rule is among those it asks about. */
    Rule neverMet() {
        return new Rule(id, version, level, sentence, onTests, new Expression.Fired(List.of()), raise, onUnknown, patient, doctor, patientMayRead, sources);
    }

    /** Everything it asks: when it is met, when each test is proposed, when unknown counts. */
    Stream<Expression> expressions() {
        return Stream.of(Stream.of(when), raise.proposals().stream().map(Proposal::onlyIf), Stream.of(onUnknown).map(OnUnknown::given))
                .flatMap(all -> all).filter(Objects::nonNull);
    }

    /** The same rule, each of its expressions rewritten. */
    Rule rewritten(UnaryOperator<Expression> how) {
        List<Proposal> proposals = raise.proposals().stream().map(proposal -> proposal.onlyIf() == null ? proposal
                : new Proposal(proposal.test(), proposal.strength(), proposal.bodyPart(), proposal.analytes(), how.apply(proposal.onlyIf()))).toList();
        OnUnknown minded = onUnknown.given() == null ? onUnknown
                : new OnUnknown(onUnknown.policy(), onUnknown.urgency(), how.apply(onUnknown.given()), onUnknown.reason());
        return new Rule(id, version, level, sentence, onTests, how.apply(when), new Raise(raise.urgency(), proposals, raise.specialties(),
                raise.others(), raise.suppressed()), minded, patient, doctor, patientMayRead, sources);
    }
}
