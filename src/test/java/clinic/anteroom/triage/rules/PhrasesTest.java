package clinic.anteroom.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Words are found as a regular expression would find them. */
class PhrasesTest {

    private static final List<String> PIECES = List.of("als", "ALS", "also", "mnd", "suicid", "suicidal", "chest pain", "Chest  Pain", "can't breathe",
            "can\u2019t breathe", "\u00c9touffe", "\u00e9touffe", " ", "?", ",", "\n", "1", "\u00bd", "\u2167", "\ud83d\ude00", "\u0130", "\u00df", "x", "-");
    private static final List<String> WORDS = List.of("als", "mnd", "suicid*", "chest pain", "can't breathe", "\u00e9touffe*");

    @Property(tries = 20_000)
    void asARegularExpressionDoes(@ForAll @LongRange(min = 0) long seed) {
        java.util.Random random = new java.util.Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        assertThat(new Phrases(WORDS).in(text.toString())).as(text.toString()).isEqualTo(regularExpression().matcher(text.toString().replace('\u2019', '\'')).find());
    }

    private static Pattern regularExpression() {
        String any = WORDS.stream().map(word -> word.endsWith("*") ? Pattern.quote(word.substring(0, word.length() - 1))
                : Pattern.quote(word) + "(?![\\p{L}\\p{N}])").collect(Collectors.joining("|"));
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + any + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
