package clinic.anteroom.web.patient;

import clinic.anteroom.myvisit.Preparation;
import clinic.anteroom.myvisit.VisitQuestion;
import java.util.ArrayList;
import java.util.List;

/** One question on the page and what is chosen or typed. */
public class AskedRow {

    private final VisitQuestion question;
    private final Preparation.InTwoLanguages none;
    private String value;

    AskedRow(VisitQuestion question, Preparation.InTwoLanguages none, String value) {
        this.question = question;
        this.none = none;
        this.value = value;
    }

    /** The id of the question, for names on the page. */
    public String getId() {
        return question.id().toString();
    }

    public VisitQuestion getQuestion() {
        return question;
    }

    /** What can be chosen; where no answer is needed, none as well. */
    public List<VisitQuestion.Option> getChoices() {
        List<VisitQuestion.Option> choices = new ArrayList<>(question.options());
        if (!question.needed()) {
            choices.add(new VisitQuestion.Option("", none, VisitQuestion.Effect.GO_ON, null));
        }
        return choices;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }
}
