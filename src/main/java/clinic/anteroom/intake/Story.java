package clinic.anteroom.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What tells a complaint as a story: when it began, how it went on. Which questions that are is data beside the
 * questionnaires ({@code story.properties}).
 */
public final class Story {

    private static final Properties QUESTIONS = read();

    /**
     * One point of the story.
     *
     * @param question in the words the patient saw
     * @param answer   in the words the patient saw; null if it was left out
     */
    public record Point(String question, String answer) {
    }

    private Story() {
    }

    /** The points of the story that were asked, in the order they happened; empty for a complaint without any. */
    public static List<Point> of(Answers answers) {
        List<Point> points = new ArrayList<>();
        for (String linkId : questions(answers.questionnaire().name())) {
            Optional<Question> question = answers.questionnaire().find(linkId).filter(found -> answers.asks(linkId));
            question.ifPresent(found -> points.add(new Point(found.text(), answers.wordsOf(linkId).orElse(null))));
        }
        return points;
    }

    /** Link ids of the questions that tell the story of a complaint. */
    static List<String> questions(String complaint) {
        String joined = QUESTIONS.getProperty(complaint, "").strip();
        return joined.isEmpty() ? List.of() : List.of(joined.split(" "));
    }

    private static Properties read() {
        Properties questions = new Properties();
        try (InputStream in = Story.class.getResourceAsStream("questionnaires/story.properties")) {
            questions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return questions;
    }
}
