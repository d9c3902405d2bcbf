package clinic.anteroom.triage;

import clinic.anteroom.triage.rules.Urgency;
import java.util.List;

/**
 * What the rules would say if some answers were others. Nothing of it is stored.
 *
 * @param answers     the answers that can be flipped, those that decided first
 * @param was         urgency as it is
 * @param would       urgency as it would be
 * @param kept        flags in both: test and part with a space between
 * @param gained      flags there would be
 * @param lost        flags there would not be
 * @param specialties who should see the patient then, as codes
 * @param raised      rules that would be met and are not
 * @param fallen      rules that are met and would not be
 */
public record WhatIf(List<Choice> answers, Urgency was, Urgency would, List<String> kept, List<String> gained, List<String> lost,
        List<String> specialties, List<Met> raised, List<Met> fallen) {

    /** Whether anything would be different. */
    public boolean isDifferent() {
        return was != would || !gained.isEmpty() || !lost.isEmpty() || !raised.isEmpty() || !fallen.isEmpty();
    }

    /**
     * An answer that can be flipped.
     *
     * @param linkId   the question's link id
     * @param question its words
     * @param now      the answer in words; "not answered" if there is none
     * @param options  what it could be: code and label
     * @param chosen   code of what it is flipped to; empty while it is as it is
     * @param deciding whether a rule behind a flag rests on it
     */
    public record Choice(String linkId, String question, String now, List<Option> options, String chosen, boolean deciding) {
    }

    /** A code and its words. */
    public record Option(String code, String label) {
    }

    /** A rule and its sentence. */
    public record Met(String rule, String sentence) {
    }
}
