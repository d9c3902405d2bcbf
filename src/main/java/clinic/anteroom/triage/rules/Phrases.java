package clinic.anteroom.triage.rules;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds whole words in a text: {@code als} is in "ALS?", not in "also"; {@code suicid*} is the beginning of a word. */
final class Phrases {

    private final Pattern pattern;
    private final String first;

    /** @param phrases words in lower case; a star at the end stands for any ending; never empty */
    Phrases(List<String> phrases) {
        this.first = phrases.get(0).replace("*", "");
        String any = phrases.stream()
                .map(phrase -> phrase.endsWith("*") ? Pattern.quote(phrase.substring(0, phrase.length() - 1))
                        : Pattern.quote(phrase) + "(?![\\p{L}\\p{N}])")
                .collect(Collectors.joining("|"));
        pattern = Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + any + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** One of them, as somebody would write it. */
    String first() {
        return first;
    }

    /** Whether the text holds one of them. */
    boolean in(String text) {
        // A phone writes a curly apostrophe where a keyboard writes a straight one.
        return pattern.matcher(text.replace('\u2019', '\'')).find();
    }
}
