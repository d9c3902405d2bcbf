package clinic.anteroom.web.patient;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.AnswerWords;
import clinic.anteroom.intake.Option;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.QuestionType;
import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.Language;
import clinic.anteroom.web.shell.BodyMap;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** One question on the screen: what the page needs to draw it, and what was ticked or typed. */
public class QuestionField {

    private static final String YES = "YES";
    private static final String NO = "NO";
    private static final String UNSURE = "UNSURE";

    private final Question question;
    private final Language language;
    private String one;
    private String[] many = {};
    private String typed;
    private TypedDate date = TypedDate.of(null);
    private boolean unsure;
    private List<SymptomRow> rows = List.of();
    private boolean filled;

    /** A field showing this answer; null shows an empty one. The language is that of its question. */
    QuestionField(Question question, Answer answer, Language language) {
        this.question = question;
        this.language = language;
        this.unsure = answer instanceof Answer.Unsure;
        if (question.askedInRows()) {
            rows = SymptomRow.of(question, answer);
        } else if (answer instanceof Answer.Choice choice) {
            one = choice.codes().get(0);
            many = choice.codes().toArray(String[]::new);
        } else if (answer instanceof Answer.Amount amount) {
            typed = amount.value().toPlainString();
        } else if (answer instanceof Answer.Day day) {
            date = TypedDate.of(day.date());
        } else if (answer instanceof Answer.YesNo yesNo) {
            one = yesNo.yes() ? YES : NO;
        } else if (answer instanceof Answer.Words words) {
            typed = words.text();
        }
        if (unsure && question.type() == QuestionType.YES_NO) {
            one = UNSURE;
        }
    }

    /** What was answered; empty if nothing was. What cannot be read goes to {@code refused}. */
    Optional<Answer> read(Consumer<FieldRefused> refused) {
        if (question.askedInRows()) {
            return rows.stream().anyMatch(SymptomRow::isTouched) ? Optional.of(SymptomRow.read(rows)) : Optional.empty();
        }
        return switch (question.type()) {
            case SINGLE -> Optional.ofNullable(one).map(Answer.Choice::of);
            case MULTI -> many == null || many.length == 0 ? Optional.empty() : Optional.of(Answer.Choice.of(many));
            case YES_NO -> Optional.ofNullable(one).map(QuestionField::yesNo);
            case TEXT -> isBlank(typed) ? Optional.empty() : Optional.of(new Answer.Words(typed));
            case NUMBER, SCALE -> isBlank(typed) ? orUnsure() : number(refused);
            case DATE -> date.isBlank() ? orUnsure() : day(refused);
        };
    }

    private static Answer yesNo(String code) {
        return code.equals(UNSURE) ? new Answer.Unsure() : new Answer.YesNo(code.equals(YES));
    }

    private Optional<Answer> number(Consumer<FieldRefused> refused) {
        try {
            // Half the country writes 2,5.
            return Optional.of(new Answer.Amount(new BigDecimal(typed.strip().replace(',', '.'))));
        } catch (NumberFormatException e) {
            refused.accept(new FieldRefused(question.linkId(), "refusal.answer_no_number"));
            return Optional.empty();
        }
    }

    private Optional<Answer> day(Consumer<FieldRefused> refused) {
        Optional<Answer> day = date.read().map(Answer.Day::new);
        if (day.isEmpty()) {
            refused.accept(new FieldRefused(question.linkId(), "refusal.date_not_possible"));
        }
        return day;
    }

    private Optional<Answer> orUnsure() {
        return unsure ? Optional.of(new Answer.Unsure()) : Optional.empty();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** The question itself. */
    public Question getQuestion() {
        return question;
    }

    /** How it is drawn: rows, radio, checkboxes, scale, number, date or text. */
    public String getLook() {
        return question.askedInRows() ? "rows" : switch (question.type()) {
            case SINGLE, YES_NO -> "radio";
            case MULTI -> "checkboxes";
            case SCALE -> "scale";
            case NUMBER -> "number";
            case DATE -> "date";
            case TEXT -> "text";
        };
    }

    /** What can be ticked; in a list of several, what excludes all others comes last. */
    public List<Option> getOptions() {
        if (question.type() == QuestionType.YES_NO) {
            return AnswerWords.yesNo(language);
        }
        return question.type() == QuestionType.MULTI ? question.options().stream().sorted(Comparator.comparing(Option::exclusive)).toList()
                : question.options();
    }

    /** The symptoms of a list that is asked row by row; empty for any other question. */
    public List<SymptomRow> getRows() {
        return rows;
    }

    /** What can be said in each row. */
    public List<Option> getSaid() {
        return AnswerWords.row(language);
    }

    /** Answers every untouched row with no, for the patient to look at; nothing is saved. */
    public void sayNoToTheRest() {
        filled = true;
        rows.forEach(SymptomRow::sayNo);
    }

    /** Whether some row is touched already. */
    public boolean isStarted() {
        return rows.stream().anyMatch(SymptomRow::isTouched);
    }

    /** Whether untouched rows were just answered with no. */
    public boolean isFilled() {
        return filled;
    }

    /** Figures to tap beside the list; empty for most questions. */
    public List<BodyMap.Figure> getFigures() {
        return question.type() == QuestionType.MULTI ? BodyMap.of(question.options()) : List.of();
    }

    /** The numbers of a scale. */
    public List<Integer> getSteps() {
        return IntStream.rangeClosed(question.min().intValue(), question.max().intValue()).boxed().toList();
    }

    /** The style of the list: options that exclude all others stand apart at its end. */
    public String getListStyle() {
        List<Option> options = getOptions();
        boolean last = question.type() == QuestionType.MULTI && options.get(options.size() - 1).exclusive();
        boolean lastTwo = last && options.size() > 2 && options.get(options.size() - 2).exclusive();
        return "choices" + (lastTwo ? " or-last-two" : last ? " or-last" : "");
    }

    public String getOne() {
        return one;
    }

    public void setOne(String one) {
        this.one = one;
    }

    public String[] getMany() {
        return many.clone();
    }

    public void setMany(String[] many) {
        this.many = many == null ? new String[0] : many.clone();
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }

    public TypedDate getDate() {
        return date;
    }

    public boolean isUnsure() {
        return unsure;
    }

    public void setUnsure(boolean unsure) {
        this.unsure = unsure;
    }
}
