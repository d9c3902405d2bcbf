package clinic.anteroom.triage.rules;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Option;
import clinic.anteroom.intake.Question;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The options of one question as bits, so that what was picked is compared with what a condition wants all at once. Small
 * questions share a word of 64; one with more options has as many words as it needs.
 */
final class OptionBits {

    private final Map<String, Integer> bits = new HashMap<>();
    private final int firstWord;
    private final long[] own;

    /** @param firstBit the first that no other question has */
    OptionBits(Question question, int firstBit) {
        int options = question.options().size();
        boolean fits = firstBit % Long.SIZE + options <= Long.SIZE;
        int from = fits ? firstBit : (firstBit / Long.SIZE + 1) * Long.SIZE;
        this.firstWord = from / Long.SIZE;
        for (Option option : question.options()) {
            bits.put(option.code(), from + bits.size());
        }
        this.own = new long[(from + options - 1) / Long.SIZE - firstWord + 1];
        bits.values().forEach(bit -> own[bit / Long.SIZE - firstWord] |= 1L << bit);
    }

    /** The first bit that is free for the next question. */
    int end() {
        return bits.values().stream().max(Integer::compare).orElseThrow() + 1;
    }

    /** Whether the question offers all of these. */
    boolean offers(List<String> codes) {
        return bits.keySet().containsAll(codes);
    }

    /** These options, from {@link #firstWord} on; each must be offered. */
    long[] of(List<String> codes) {
        long[] wanted = new long[own.length];
        codes.forEach(code -> wanted[bits.get(code) / Long.SIZE - firstWord] |= 1L << bits.get(code));
        return wanted;
    }

    /** Writes what was picked into the words of all questions, unless it is there. */
    void write(Answer.Choice answer, long[] picked) {
        if ((picked[firstWord] & own[0]) == 0) {
            List<String> codes = answer.codes();
            for (int i = 0; i < codes.size(); i++) {
                int bit = bits.get(codes.get(i));
                picked[bit / Long.SIZE] |= 1L << bit;
            }
        }
    }

    /** Whether something wanted is picked. */
    boolean overlap(long[] wanted, long[] picked) {
        for (int i = 0; i < wanted.length; i++) {
            if ((picked[firstWord + i] & wanted[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether everything wanted is picked. */
    boolean arePicked(long[] wanted, long[] picked) {
        for (int i = 0; i < wanted.length; i++) {
            if ((wanted[i] & ~picked[firstWord + i]) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing else is picked. */
    boolean areAll(long[] wanted, long[] picked) {
        for (int i = 0; i < wanted.length; i++) {
            if ((picked[firstWord + i] & own[i] & ~wanted[i]) != 0) {
                return false;
            }
        }
        return true;
    }
}
