package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Option;
import clinic.anteroom.intake.Question;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The options of one question as bits, 64 a word: what was picked is compared with what a condition wants all at once. */
final class OptionBits {

    private final Map<String, Integer> bits = new HashMap<>();

    OptionBits(Question question) {
        for (Option option : question.options()) {
            bits.put(option.code(), bits.size());
        }
    }

    int words() {
        return (bits.size() + Long.SIZE - 1) / Long.SIZE;
    }

    /** Whether the question offers all of these. */
    boolean offers(List<String> codes) {
        return bits.keySet().containsAll(codes);
    }

    /** These options as bits; each must be offered. */
    long[] of(List<String> codes) {
        long[] words = new long[words()];
        codes.forEach(code -> set(code, words, 0));
        return words;
    }

    /** Writes what was picked into {@code words}, beginning at {@code first}. */
    void write(Answer.Choice picked, long[] words, int first) {
        List<String> codes = picked.codes();
        for (int i = 0; i < codes.size(); i++) {
            set(codes.get(i), words, first);
        }
    }

    private void set(String code, long[] words, int first) {
        int bit = bits.get(code);
        words[first + bit / Long.SIZE] |= 1L << bit;
    }
}
