package clinic.anteroom.triage;

import java.time.Instant;
import java.util.List;

/**
 * A version of a rule set and where it stands.
 *
 * @param name      for example {@code muscle-twitching}
 * @param version   1 or more
 * @param sha256    hash of the document
 * @param stage     where it stands now
 * @param submittedBy account that put it up for review, who cannot approve it; null while it is a draft
 * @param approvals accounts that approved it, in order of time
 * @param signedOff false while it is active without approval by clinicians: that must stay visible
 * @param from      when it came or comes into force; null if never
 * @param until     when it ends; null if that is open or it never came into force
 */
public record RuleSetState(String name, int version, String sha256, RuleSetStage stage, String submittedBy, List<String> approvals, boolean signedOff,
        Instant from, Instant until) {
}
