package clinic.anteroom.care;

import java.util.Map;

/**
 * What became of the flags that a rule raised, alone or with others.
 *
 * @param rule      for example {@code TW-S01}
 * @param ruleSet   name of its rule set
 * @param forms     forms sent in that its rule set read
 * @param met       of these, in how many it was met for certain
 * @param raised    flags it raised
 * @param confirmed flags a doctor confirmed, changed ones included
 * @param modified  flags a doctor changed before confirming
 * @param rejected  flags a doctor dismissed
 * @param reasons   why, as codes, the most frequent first
 * @param read      flags whose result a doctor has read
 * @param answered  of these, how many results answered the question
 * @param useful    of these, how many flags were useful, looking back
 */
public record RuleFigures(String rule, String ruleSet, int forms, int met, int raised, int confirmed, int modified, int rejected,
        Map<String, Integer> reasons, int read, int answered, int useful) {

    /** Of the forms read, in how many it was met, in whole percent. */
    public int firing() {
        return forms == 0 ? 0 : Math.round(100f * met / forms);
    }

    /** Of the flags decided, how many were dismissed, in whole percent; 0 while none is decided. */
    public int overrides() {
        int decided = confirmed + rejected;
        return decided == 0 ? 0 : Math.round(100f * rejected / decided);
    }
}
