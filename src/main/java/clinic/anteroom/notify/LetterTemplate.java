package clinic.anteroom.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a kind of letter with keywords in braces.
 *
 * @param subject one line; never null
 * @param text    never null
 */
public record LetterTemplate(String subject, String text) {

    private static final Pattern KEYWORD = Pattern.compile("\\{([^{}]*)\\}");

    /** What is wrong with it: unknown keywords, and needed ones that are missing, as a template writes them; empty if nothing is. */
    public List<String> faults(LetterKind kind) {
        List<String> faults = new ArrayList<>();
        Matcher found = KEYWORD.matcher(subject + "\n" + text);
        while (found.find()) {
            if (Keyword.named(found.group(1)).isEmpty()) {
                faults.add(found.group());
            }
        }
        kind.needed().stream().map(Keyword::written).filter(word -> !text.contains(word)).sorted().forEach(faults::add);
        return faults;
    }

    /** The letter; a keyword without a value is left empty. A value is never read as a template. */
    Letter fill(Map<Keyword, String> values) {
        return new Letter(fill(subject, values).replaceAll("\\s+", " "), fill(text, values));
    }

    private static String fill(String words, Map<Keyword, String> values) {
        return KEYWORD.matcher(words).replaceAll((MatchResult found) -> Matcher.quoteReplacement(
                Keyword.named(found.group(1)).map(keyword -> values.getOrDefault(keyword, "")).orElse(found.group())));
    }
}
