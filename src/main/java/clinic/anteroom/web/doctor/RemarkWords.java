package clinic.anteroom.web.doctor;

import clinic.anteroom.intake.Option;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.Questionnaire;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a question's words, and those of its options, in the place of their codes. */
final class RemarkWords {

    private static final Pattern QUESTION = Pattern.compile("[A-Z]{2,4}-Q[0-9]+(\\.[A-Z0-9_]+)?");
    private static final Pattern OPTIONS = Pattern.compile("^no rule reads (\\S+) (.+)$");

    private final Map<String, Question> questions = new HashMap<>();

    /** @param questionnaire null if nobody knows: then codes stay */
    RemarkWords(Questionnaire questionnaire) {
        if (questionnaire != null) {
            questionnaire.questions().forEach(question -> questions.put(question.linkId(), question));
        }
    }

    String of(String sentence) {
        Matcher unread = OPTIONS.matcher(sentence);
        String told = unread.matches() && questions.containsKey(unread.group(1))
                ? "No rule reads \"" + options(questions.get(unread.group(1)), unread.group(2)) + "\" of " + unread.group(1) : sentence;
        String words = QUESTION.matcher(told).replaceAll(found -> Matcher.quoteReplacement(
                questions.containsKey(found.group()) ? "\"" + questions.get(found.group()).text() + "\" (" + found.group() + ")" : found.group()));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private static String options(Question question, String codes) {
        Map<String, String> words = new HashMap<>();
        for (Option option : question.options()) {
            words.put(option.code(), option.label());
        }
        return java.util.Arrays.stream(codes.split(", ")).map(code -> words.getOrDefault(code, code)).collect(java.util.stream.Collectors.joining("\", \""));
    }
}
