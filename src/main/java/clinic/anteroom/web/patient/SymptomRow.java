package clinic.anteroom.web.patient;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Option;
import clinic.anteroom.intake.Question;
import java.util.List;

/** One symptom of a list on the screen: yes, no, not sure, or not touched. */
public class SymptomRow {

    private static final String YES = "YES";
    private static final String NO = "NO";
    private static final String UNSURE = "UNSURE";

    private final String question;
    private final Option symptom;
    private String said;

    private SymptomRow(String question, Option symptom, String said) {
        this.question = question;
        this.symptom = symptom;
        this.said = said;
    }

    /** The rows of a list showing this answer, ticks of an earlier form among them; null shows untouched rows. */
    static List<SymptomRow> of(Question list, Answer answer) {
        return list.options().stream().filter(option -> !option.exclusive())
                .map(option -> new SymptomRow(list.linkId(), option, said(option.code(), answer))).toList();
    }

    /** What is not ticked stays untouched: nobody said no to it. */
    private static String said(String code, Answer answer) {
        if (answer instanceof Answer.Rows rows) {
            return rows.unsure().contains(code) ? UNSURE : rows.says(code).map(yes -> yes ? YES : NO).orElse(null);
        }
        if (answer instanceof Answer.Choice ticks) {
            return ticks.codes().contains(code) ? YES : ticks.codes().contains("NONE") ? NO : ticks.codes().contains(UNSURE) ? UNSURE : null;
        }
        return null;
    }

    /** What was said row by row; at least one row must be touched. */
    static Answer.Rows read(List<SymptomRow> rows) {
        return new Answer.Rows(codes(rows, YES), codes(rows, NO), codes(rows, UNSURE));
    }

    private static List<String> codes(List<SymptomRow> rows, String said) {
        return rows.stream().filter(row -> said.equals(row.said)).map(row -> row.symptom.code()).toList();
    }

    /** Answers this row with no, if it was not touched. */
    void sayNo() {
        said = isTouched() ? said : NO;
    }

    /** Whether something was said. */
    boolean isTouched() {
        return said != null;
    }

    /** Names it in the page. */
    public String getId() {
        return question + "." + symptom.code();
    }

    /** The symptom in the patient's words. */
    public String getLabel() {
        return symptom.label();
    }

    public String getSaid() {
        return said;
    }

    public void setSaid(String said) {
        this.said = said;
    }
}
