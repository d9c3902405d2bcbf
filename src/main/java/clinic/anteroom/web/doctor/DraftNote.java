package clinic.anteroom.web.doctor;

import clinic.anteroom.care.OpenCase;
import clinic.anteroom.care.Order;
import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Page;
import clinic.anteroom.intake.Question;
import clinic.anteroom.triage.CaseWarning;
import clinic.anteroom.triage.FlagReason;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * A note for the medical record made from the history: what was told page by page in the patient's words, what was denied,
 * what was left out, what to mind, what was ordered. It says nothing that nobody told.
 */
final class DraftNote {

    private static final List<String> DENIALS = List.of("no", "none of these", "none");
    private static final int LONG_LIST = 12;

    private final OpenCase about;
    private final ResourceBundle words = ResourceBundle.getBundle("clinic.anteroom.web.messages", Locale.ENGLISH);
    private final StringBuilder note = new StringBuilder();

    private DraftNote(OpenCase about) {
        this.about = about;
    }

    /** @param age in whole years; null if nobody knows whose form it is */
    static String of(OpenCase about, Integer age) {
        DraftNote draft = new DraftNote(about);
        draft.heading(age);
        draft.told();
        draft.list("doctor_note.denied", draft.questions(true));
        draft.list("doctor_note.left_out", draft.questions(false));
        draft.list("doctor_note.red_flags", about.triage().urgencyReasons().stream().filter(FlagReason::certain).map(FlagReason::sentence).toList());
        draft.list("doctor_note.mind", about.triage().warnings().stream().map(CaseWarning::reason).filter(FlagReason::certain).map(FlagReason::doctorWords).distinct().toList());
        draft.list("doctor_note.ordered", about.orders().stream().filter(Order::stands).map(draft::order).toList());
        draft.line("doctor_note.foot");
        return draft.note.toString().strip();
    }

    private void heading(Integer age) {
        String who = age == null ? "" : age + ", " + words.getString("sex." + (about.patient().sex() == null ? "" : about.patient().sex())) + ". ";
        note.append(who).append(about.summary().complaint()).append(". ").append(words.getString("urgency." + about.triage().urgency().name()))
                .append(" (").append(about.triage().ruleSet()).append("). ").append(about.answers().proxy().map(proxy -> "Answered by: " + proxy + ". ").orElse(""))
                .append("\n\n");
    }

    private void told() {
        Answers answers = about.answers();
        for (Page page : answers.questionnaire().pages()) {
            String lines = answers.asked(page).stream().filter(question -> answers.to(question.linkId()).isPresent() && !isDenied(question))
                    .map(question -> shortened(question.text()) + ": " + answers.wordsOf(question.linkId()).orElseThrow().replace("\n", ". ")).collect(Collectors.joining(". "));
            if (!lines.isEmpty()) {
                note.append(page.title()).append(": ").append(lines).append(".\n");
            }
        }
        note.append('\n');
    }

    /** Questions that were denied, or left out. */
    private List<String> questions(boolean denied) {
        Answers answers = about.answers();
        return answers.questionnaire().questions().stream().filter(question -> answers.asks(question.linkId()))
                .filter(question -> denied ? isDenied(question) : answers.to(question.linkId()).isEmpty())
                .map(question -> shortened(question.text())).toList();
    }

    private boolean isDenied(Question question) {
        return about.answers().to(question.linkId()).filter(answer -> answer instanceof Answer.Rows rows && rows.isAllNo()).isPresent()
                || about.answers().wordsOf(question.linkId()).map(told -> DENIALS.contains(told.toLowerCase(Locale.ENGLISH))).orElse(false);
    }

    private String order(Order order) {
        String part = order.bodySite() == null ? "" : ", " + words.getString("body." + order.bodySite());
        return words.getString("test." + order.test()) + part + " (" + order.indication() + ")";
    }

    private void list(String key, List<String> items) {
        if (!items.isEmpty()) {
            String more = items.size() > LONG_LIST ? "; and " + (items.size() - LONG_LIST) + " more" : "";
            note.append(words.getString(key)).append(' ').append(items.stream().limit(LONG_LIST).collect(Collectors.joining("; "))).append(more).append(".\n");
        }
    }

    private void line(String key) {
        note.append('\n').append(words.getString(key));
    }

    /** The question without what only helps to answer it. */
    private static String shortened(String question) {
        return question.replaceAll("\\s*\\([^)]*\\)", "").replaceAll("[?.:]+\\s*$", "").strip();
    }
}
