package clinic.anteroom.myvisit;

import clinic.anteroom.shared.JsonText;
import jakarta.json.JsonObject;
import java.io.InputStream;
import java.util.List;

/**
 * Something new that a diary can say, as an answer the rules know. A document, in English and French.
 *
 * @param code   never changes its meaning; never null
 * @param text   in the patient's words; never null
 * @param linkId the question it answers anew; never null
 * @param answer the option's code; never null
 */
public record DiaryNews(String code, Preparation.InTwoLanguages text, String linkId, String answer) {

    private static final List<DiaryNews> ALL = read();

    /** Everything that can be said, in the order of the document. */
    public static List<DiaryNews> all() {
        return ALL;
    }

    private static List<DiaryNews> read() {
        InputStream in = DiaryNews.class.getResourceAsStream("diary.v1.json");
        if (in == null) {
            throw new IllegalStateException("There is no document diary.v1.json.\nMaybe the build left it out.");
        }
        return JsonText.object(in).getJsonArray("news").getValuesAs(JsonObject.class).stream()
                .map(one -> new DiaryNews(one.getString("code"),
                        new Preparation.InTwoLanguages(one.getJsonObject("text").getString("en"), one.getJsonObject("text").getString("fr")),
                        one.getString("linkId"), one.getString("answer"))).toList();
    }
}
