package clinic.anteroom.web.doctor;

import clinic.anteroom.care.CaseService;
import clinic.anteroom.care.RecordNote;
import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.QuestionType;
import clinic.anteroom.intake.SentForm;
import clinic.anteroom.intake.Story;
import clinic.anteroom.scheduling.AppointmentStatus;
import clinic.anteroom.scheduling.Visit;
import clinic.anteroom.scheduling.VisitQuery;
import clinic.anteroom.scheduling.VisitService;
import clinic.anteroom.triage.DecidingAnswer;
import clinic.anteroom.web.shell.BodyMap;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The opened case as a story: where and since when, page by page as the patient saw it, the note made from it, what was before. */
@Named
@RequestScoped
public class StoryBacking {

    @Inject
    private ReviewBacking review;

    @Inject
    private CaseService cases;

    @Inject
    private VisitService visits;

    @Inject
    private CasePage page;

    private Answers answers;
    private List<HistoryPage> history;
    private List<Visit> before;
    private List<Story.Point> points;
    private List<BodyMap.Figure> figures;
    private Set<String> ticked;
    private RecordNote kept;
    private String note;

    @PostConstruct
    void read() {
        answers = review.getShown().answers();
        history = HistoryPage.of(answers, deciding());
        List<Story.Point> all = Story.of(answers);
        points = all.stream().filter(point -> point.answer() != null || point == all.get(0)).toList();
        Optional<Question> places = places();
        figures = places.map(question -> BodyMap.of(question.options())).orElse(List.of());
        ticked = places.flatMap(question -> answers.to(question.linkId())).filter(Answer.Choice.class::isInstance)
                .map(answer -> Set.copyOf(((Answer.Choice) answer).codes())).orElse(Set.of());
        kept = review.getWhole().kept().note();
        note = kept == null ? DraftNote.of(review.getShown(), review.getShown().patient() == null ? null : review.getAge()) : kept.text();
    }

    /** Keeps the note with the case. */
    public String keep() {
        cases.keepNote(page.caseId(), page.seen(), note);
        return page.again("&note=kept");
    }

    /** Onset, course and the like, in the order it happened: what was told, and the onset even if it was not. */
    public List<Story.Point> getPoints() {
        return points;
    }

    /** Figures of the body with the places the patient ticked; none for a complaint without places. */
    public List<BodyMap.Figure> getFigures() {
        return figures;
    }

    /** Whether a place of the body was ticked. */
    public boolean isTicked(String code) {
        return ticked.contains(code);
    }

    public List<HistoryPage> getHistory() {
        return history;
    }

    /** Questions that were asked. */
    public long getAsked() {
        return HistoryPage.lines(history).count();
    }

    /** Questions that were answered. */
    public long getAnswered() {
        return HistoryPage.lines(history).filter(line -> line.answer() != null).count();
    }

    /** Visits of the patient, booked and past, the newest first; called off ones included. */
    public List<Visit> getVisits() {
        if (before == null) {
            before = review.getShown().patient() == null ? List.of()
                    : visits.visits(VisitQuery.ofPatient(review.getShown().patient().id())).visits().stream()
                            .sorted(java.util.Comparator.comparing(Visit::start).reversed()).toList();
        }
        return before;
    }

    /** How many visits took place. */
    public long getSeen() {
        return getVisits().stream().filter(visit -> visit.status() == AppointmentStatus.FULFILLED).count();
    }

    /** When the last of them was; null if none was. */
    public Instant getLastSeen() {
        return getVisits().stream().filter(visit -> visit.status() == AppointmentStatus.FULFILLED).findFirst().map(Visit::start).orElse(null);
    }

    /** How many the patient did not come to. */
    public long getMissed() {
        return getVisits().stream().filter(visit -> visit.status() == AppointmentStatus.NOSHOW).count();
    }

    /** Other forms of the patient, the newest first. */
    public List<SentForm> getForms() {
        return review.getWhole().around().others();
    }

    /** The note as it was kept last; null while it is only a draft. */
    public RecordNote getKept() {
        return kept;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    private Optional<Question> places() {
        return answers.questionnaire().questions().stream().filter(question -> question.type() == QuestionType.MULTI)
                .filter(question -> !BodyMap.of(question.options()).isEmpty()).findFirst();
    }

    private Set<String> deciding() {
        var triage = review.getShown().triage();
        return Stream.concat(triage.urgencyReasons().stream(), triage.flags().stream().flatMap(flag -> flag.reasons().stream()))
                .flatMap(reason -> reason.because().stream()).map(DecidingAnswer::linkId).collect(Collectors.toSet());
    }
}
