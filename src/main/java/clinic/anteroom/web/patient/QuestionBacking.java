package clinic.anteroom.web.patient;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Complaint;
import clinic.anteroom.intake.Draft;
import clinic.anteroom.intake.DraftStarted;
import clinic.anteroom.intake.EarlierAnswer;
import clinic.anteroom.intake.IntakeService;
import clinic.anteroom.intake.Page;
import clinic.anteroom.intake.Progress;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.ResponseStatus;
import clinic.anteroom.web.shell.ChosenComplaint;
import clinic.anteroom.shared.FieldRefused;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of the form, whatever it asks. The address says which page, by its number ({@code page}), whether to go back to the summary
 * afterwards ({@code then=check}), and whether a new form is begun ({@code begin=new}) (about what was chosen before, {@link ChosenComplaint}). The
 * form itself begins with the first answer: looking at the first page leaves nothing behind. From then on the form knows
 * what it is about.
 */
@Named
@RequestScoped
public class QuestionBacking {

    private static final String START = "/patient/start" + PatientDraft.REDIRECT;

    @Inject
    private FacesContext faces;

    @Inject
    private DraftCookie cookie;

    @Inject
    private PatientDraft patient;

    @Inject
    private ChosenComplaint chosen;

    @Inject
    private IntakeService intake;

    @Inject
    private StillTrue stillTrue;

    private Draft draft;
    private Page page;
    private List<QuestionField> fields;
    private boolean justBegun;

    /** Finds the page and draws what was answered before. */
    @PostConstruct
    void read() {
        draft = begun().or(this::blank).orElse(null);
        if (draft == null) {
            fields = List.of();
            return;
        }
        page = addressed().or(this::addressedByTopic).orElse(draft.firstPage());
        if (!faces.isPostback()) {
            stillTrue.read(draft);
        }
        fields = asked().stream()
                .map(question -> new QuestionField(question, known(question.linkId()), draft.questionnaire().language())).toList();
    }

    /** What was answered; else what was told in an earlier form, to be looked at before it counts. */
    private Answer known(String linkId) {
        return draft.answers().to(linkId).or(() -> stillTrue.to(linkId).map(EarlierAnswer::answer)).orElse(null);
    }

    /** When what stands on the page was told in an earlier form; null if none of it was. */
    public Instant getToldBefore() {
        return stillTrue.newest();
    }

    /** Where to go instead of showing this page; null to show it. */
    public String elsewhere() {
        if (draft == null) {
            return START;
        }
        if (isBeginning() && chosen.isJustChosen()) {
            chosen.keep(draft.questionnaire().name());
            return "/patient/question" + PatientDraft.REDIRECT + "&begin=new";
        }
        if (draft.responseId() == null) {
            return page.equals(draft.firstPage()) && (cookie.isForCaller() || intake.onlineForm().open()) ? null : START;
        }
        if (draft.status() != ResponseStatus.IN_PROGRESS) {
            return patient.elsewhereUnless(ResponseStatus.IN_PROGRESS);
        }
        if (addressedByTopic().isPresent()) {
            return PatientDraft.question(draft, page) + (isThenCheck() ? "&then=check" : "");
        }
        return fields.isEmpty() ? next(draft) : null;
    }

    /** Saves the page and goes on. */
    public String save() {
        if (draft == null) {
            return START;
        }
        Map<String, Answer> answers = typed();
        Draft saved = intake.answer(key(), page.linkId(), answers);
        return saved.status() == ResponseStatus.STOPPED ? "/patient/emergency" + PatientDraft.REDIRECT : next(saved);
    }

    private Map<String, Answer> typed() {
        List<FieldRefused> unreadable = new ArrayList<>();
        Map<String, Answer> answers = new HashMap<>();
        fields.forEach(field -> field.read(unreadable::add).ifPresent(answer -> answers.put(field.getQuestion().linkId(), answer)));
        if (!unreadable.isEmpty()) {
            throw new Unreadable(unreadable);
        }
        return answers;
    }

    private String key() {
        if (draft.responseId() != null) {
            return patient.key();
        }
        String about = draft.questionnaire().name();
        DraftStarted started = cookie.isForCaller() ? intake.startForCaller(about) : intake.start(about);
        cookie.keep(started.key());
        justBegun = true;
        return started.key();
    }

    private String next(Draft now) {
        return isThenCheck() ? "/patient/check" + PatientDraft.REDIRECT
                : now.after(page.linkId()).map(found -> PatientDraft.question(now, found))
                        .orElse("/patient/needs" + PatientDraft.REDIRECT);
    }

    /** Whether this page asks what makes a test safe, should a doctor want one. */
    public boolean isBeforeATest() {
        return fields.stream().anyMatch(field -> !field.getQuestion().askedForTests().isEmpty());
    }

    /** Whether something is saved already, which can be gone on with later. */
    public boolean isBegun() {
        return draft.responseId() != null;
    }

    private Optional<Draft> begun() {
        return isBeginning() ? Optional.empty() : patient.find();
    }

    private Optional<Draft> blank() {
        return intake.complaints().stream().map(Complaint::name).filter(name -> isBeginning() && chosen.name().filter(name::equals).isPresent()).findFirst()
                .map(intake::blank);
    }

    private Optional<Page> addressed() {
        String number = parameter("page");
        return number == null || !number.matches("[0-9]{1,3}") ? Optional.empty() : draft.questionnaire().page(Integer.parseInt(number));
    }

    /** Addresses of before said the topic; who has kept one is led to the address of now. */
    private Optional<Page> addressedByTopic() {
        return draft.questionnaire().pages().stream().filter(one -> one.linkId().equals(parameter("page"))).findFirst();
    }

    private boolean isBeginning() {
        return "new".equals(parameter("begin"));
    }

    /** The questions that stood on the screen: in another window the same page may ask others by now. */
    private List<Question> asked() {
        String sent = parameter("asked");
        return sent == null ? draft.answers().asked(page)
                : page.questions().stream().filter(question -> Arrays.asList(sent.split(" ")).contains(question.linkId())).toList();
    }

    private String parameter(String name) {
        return faces.getExternalContext().getRequestParameterMap().get(name);
    }

    /** The questions of this page that are asked, in order. */
    public List<QuestionField> getFields() {
        return fields;
    }

    /** Their link ids, for the way back. */
    public String getAsked() {
        return String.join(" ", fields.stream().map(field -> field.getQuestion().linkId()).toList());
    }

    public Page getPage() {
        return page;
    }

    public Progress getProgress() {
        return draft.progress(page.linkId());
    }

    /** The number of the page before; null on the first. */
    public Integer getBefore() {
        return draft.before(page.linkId()).map(before -> draft.questionnaire().numberOf(before.linkId())).orElse(null);
    }

    /** Whether the summary comes next, because an answer is being changed. */
    public boolean isThenCheck() {
        return "check".equals(parameter("then"));
    }

    /** What the form is about, for a page that begins it; null once it has begun. */
    public String getAbout() {
        return isToBegin() ? draft.questionnaire().name() : null;
    }

    private boolean isToBegin() {
        return draft.responseId() == null && !justBegun;
    }

    /** What the window is called: the topic if everybody is asked about it, else only how far the form is. Titles are kept by browsers. */
    public String getTitle() {
        return intake.isInEveryForm(page) ? page.title() : null;
    }

    /** What the form is sent to: the page keeps its place even when the session has ended. */
    public String getQuery() {
        return "?page=" + draft.questionnaire().numberOf(page.linkId()) + (isThenCheck() ? "&then=check" : "")
                + (isToBegin() ? "&begin=new" : "");
    }
}
