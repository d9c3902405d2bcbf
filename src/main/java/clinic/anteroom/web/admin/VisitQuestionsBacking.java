package clinic.anteroom.web.admin;

import clinic.anteroom.myvisit.Preparation;
import clinic.anteroom.myvisit.VisitQuestion;
import clinic.anteroom.myvisit.VisitQuestionService;
import clinic.anteroom.scheduling.VisitPolicy;
import clinic.anteroom.scheduling.VisitPolicyService;
import clinic.anteroom.web.shell.NotThere;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The questions of a kind of visit ({@code ?visit=}), and one of them being written: {@code &kind=} for a new one, {@code &question=} for one
 * that is asked already.
 */
@Named
@RequestScoped
public class VisitQuestionsBacking {

    private static final int MOST_OPTIONS = 6;
    private static final List<VisitQuestion.Option> YES_NO = List.of(blank("YES", "Yes", "Oui"), blank("NO", "No", "Non"));

    @Inject
    private FacesContext faces;

    @Inject
    private VisitPolicyService policies;

    @Inject
    private VisitQuestionService questions;

    private VisitPolicy visit;
    private List<VisitQuestion> all;
    private VisitQuestion written;
    private String english;
    private String french;
    private boolean needed;
    private List<OptionRow> options = List.of();
    private VisitQuestion preview;

    @PostConstruct
    void read() {
        visit = policies.all().stream().filter(one -> one.code().equals(parameter("visit"))).findFirst().orElseThrow(NotThere::new);
        all = questions.of(visit.code());
        if (!parameter("question").isEmpty()) {
            write(all.stream().filter(one -> one.id().toString().equals(parameter("question"))).findFirst().orElseThrow(NotThere::new));
        } else {
            Stream.of(VisitQuestion.Kind.values()).filter(one -> one.name().equals(parameter("kind"))).findFirst()
                    .ifPresent(kind -> write(new VisitQuestion(null, visit.code(), kind, new Preparation.InTwoLanguages("", ""), true, kind == VisitQuestion.Kind.YES_NO ? YES_NO : List.of())));
        }
    }

    private void write(VisitQuestion question) {
        written = question;
        english = question.text().english();
        french = question.text().french();
        needed = question.needed();
        boolean fixed = question.kind() == VisitQuestion.Kind.YES_NO;
        options = new ArrayList<>(question.options().stream().map(option -> new OptionRow(option, fixed)).toList());
        for (int number = 1; question.kind() == VisitQuestion.Kind.CHOICE && options.size() < MOST_OPTIONS; number++) {
            String code = "O" + number;
            if (question.option(code).isEmpty()) {
                options.add(new OptionRow(blank(code, "", ""), false));
            }
        }
    }

    private static VisitQuestion.Option blank(String code, String english, String french) {
        return new VisitQuestion.Option(code, new Preparation.InTwoLanguages(english, french), VisitQuestion.Effect.GO_ON, null);
    }

    /** What was typed. Empty lines of a choice are no answers and stand at the end from then on. */
    private VisitQuestion typed() {
        boolean choice = written.kind() == VisitQuestion.Kind.CHOICE;
        List<OptionRow> rows = options.stream().filter(row -> !choice || !row.isEmpty()).toList();
        options = Stream.concat(rows.stream(), options.stream().filter(row -> !rows.contains(row))).toList();
        return new VisitQuestion(written.id(), visit.code(), written.kind(), new Preparation.InTwoLanguages(OptionRow.text(english), OptionRow.text(french)), needed,
                rows.stream().map(OptionRow::option).toList());
    }

    /** Shows it as patients will see it; nothing is kept. */
    public void look() {
        VisitQuestion wanted = typed();
        questions.check(wanted);
        preview = wanted;
    }

    /** Asks it from now on. */
    public String save() {
        questions.save(typed());
        return again();
    }

    /** Asks the question of the button that was pressed one place earlier. */
    public String earlier() {
        questions.earlier(visit.code(), pressed("list:earlier"));
        return again();
    }

    /** Asks the question of the button that was pressed no more. */
    public String retire() {
        questions.retire(pressed("list:retire"));
        return again();
    }

    private UUID pressed(String button) {
        return all.stream().map(VisitQuestion::id).filter(id -> id.toString().equals(parameter(button))).findFirst().orElseThrow(NotThere::new);
    }

    private String again() {
        return "/admin/visit-questions?faces-redirect=true&saved=1&visit=" + visit.code();
    }

    private String parameter(String name) {
        return faces.getExternalContext().getRequestParameterMap().getOrDefault(name, "");
    }

    public VisitPolicy getVisit() {
        return visit;
    }

    public List<VisitQuestion> getAll() {
        return all;
    }

    /** The question being written; null for none. */
    public VisitQuestion getWritten() {
        return written;
    }

    /** The question as patients will see it; null before somebody has looked. */
    public VisitQuestion getPreview() {
        return preview;
    }

    public VisitQuestion.Kind[] getKinds() {
        return VisitQuestion.Kind.values();
    }

    public VisitQuestion.Effect[] getEffects() {
        return VisitQuestion.Effect.values();
    }

    public List<OptionRow> getOptions() {
        return options;
    }

    public String getEnglish() {
        return english;
    }

    public void setEnglish(String english) {
        this.english = english;
    }

    public String getFrench() {
        return french;
    }

    public void setFrench(String french) {
        this.french = french;
    }

    public boolean isNeeded() {
        return needed;
    }

    public void setNeeded(boolean needed) {
        this.needed = needed;
    }
}
