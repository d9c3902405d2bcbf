package clinic.anteroom.triage.rules;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds whole words in a text: {@code als} is in "ALS?", not in "also"; {@code suicid*} is the beginning of a word. By hand,
 * not by regular expression: every text of every form comes through here, and a matcher costs more than the search.
 */
final class Phrases {

    private static final int COMMON = 256;

    private final String[] words;
    private final boolean[] whole;
    // By first letter, for the common ones: which words may begin there. Others try all.
    private final int[][] beginning = new int[COMMON][];
    private final int[] all;

    /** @param phrases words in lower case; a star at the end stands for any ending; never empty */
    Phrases(List<String> phrases) {
        this.words = new String[phrases.size()];
        this.whole = new boolean[words.length];
        for (int i = 0; i < words.length; i++) {
            whole[i] = !phrases.get(i).endsWith("*");
            words[i] = whole[i] ? phrases.get(i) : phrases.get(i).substring(0, phrases.get(i).length() - 1);
        }
        this.all = IntStream.range(0, words.length).toArray();
        for (char letter = 0; letter < COMMON; letter++) {
            char folded = letter;
            beginning[letter] = IntStream.of(all).filter(i -> folded(words[i].charAt(0)) == folded).toArray();
        }
    }

    /** One of them, as somebody would write it. */
    String first() {
        return words[0];
    }

    /** Whether the text holds one of them. */
    boolean in(String text) {
        // A phone writes a curly apostrophe where a keyboard writes a straight one.
        String straight = text.replace('\u2019', '\'');
        for (int at = 0; at < straight.length(); at++) {
            if ((at == 0 || !isOfAWord(straight.codePointBefore(at))) && stands(straight, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean stands(String text, int at) {
        char first = folded(text.charAt(at));
        for (int i : first < COMMON ? beginning[first] : all) {
            int end = at + words[i].length();
            if (text.regionMatches(true, at, words[i], 0, words[i].length())
                    && (!whole[i] || end == text.length() || !isOfAWord(text.codePointAt(end)))) {
                return true;
            }
        }
        return false;
    }

    /** As {@code regionMatches} compares letters when it ignores case. */
    private static char folded(char letter) {
        return Character.toLowerCase(Character.toUpperCase(letter));
    }

    /** Letters and numbers of any script. */
    private static boolean isOfAWord(int codePoint) {
        int type = Character.getType(codePoint);
        return Character.isLetterOrDigit(codePoint) || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }
}
