package clinic.anteroom.web.doctor;

import clinic.anteroom.care.CareService;
import clinic.anteroom.care.DismissalReason;
import clinic.anteroom.care.OpenCase;
import clinic.anteroom.care.Order;
import clinic.anteroom.intake.FormSummary;
import clinic.anteroom.intake.IntakeService;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.triage.CaseExplanation;
import clinic.anteroom.triage.CaseWarning;
import clinic.anteroom.triage.DecidingAnswer;
import clinic.anteroom.triage.FlagExplanation;
import clinic.anteroom.triage.FlagReason;
import clinic.anteroom.triage.FlagStepTaken;
import clinic.anteroom.triage.FlaggedTest;
import clinic.anteroom.triage.TriageService;
import clinic.anteroom.triage.rules.Strength;
import clinic.anteroom.web.shell.NotThere;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Period;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One case: {@code ?case=} says which, {@code &dismiss=} which flag is about to be dismissed. */
@Named
@RequestScoped
public class ReviewBacking {

    private static final int ADULT_RULES_FROM = 16;
    private static final String HERE = "/doctor/review?faces-redirect=true&case=";

    /** Codes sort as doctors think: what is suggested before what is considered, nerve tests before scans and blood. */
    private static final Comparator<FlaggedTest> STRONGEST_FIRST = Comparator
            .comparing((FlaggedTest flag) -> flag.strength() == Strength.CONSIDER)
            .thenComparing(flag -> List.of("EMG", "NCS", "MRI", "CT", "BLOOD").indexOf(flag.test()))
            .thenComparing(FlaggedTest::bodyPart);

    @Inject
    private CareService care;

    @Inject
    private TriageService triage;

    @Inject
    private IntakeService intake;

    @Inject
    private ClinicTime time;

    @Inject
    private FacesContext faces;

    private OpenCase shown;
    private List<FlagCard> cards;
    private List<HistoryPage> history;
    private CaseExplanation explanation;
    private Map<UUID, List<FlagStepTaken>> steps;

    @PostConstruct
    void read() {
        shown = care.open(id("case").orElseThrow(NotThere::new));
        Optional<UUID> dismissing = id("dismiss");
        Set<List<FlagReason>> told = new HashSet<>();
        cards = shown.triage().flags().stream().sorted(STRONGEST_FIRST)
                .map(flag -> new FlagCard(flag, warningsFor(flag.test()), unsafeUntilAnswered(flag.test()), !told.add(flag.reasons()),
                        dismissing.filter(flag.id()::equals).isPresent())).toList();
        history = HistoryPage.of(shown.answers(), deciding());
    }

    /** Confirms a flag as it stands on its card: an order from now on. */
    public String confirm(FlagCard card) {
        care.confirm(card.id(), card.getIndication());
        return HERE + shown.summary().responseId();
    }

    /** Dismisses a flag with the reason on its card. */
    public String dismiss(FlagCard card) {
        care.dismiss(card.id(), card.getReason(), card.getWords());
        return HERE + shown.summary().responseId();
    }

    public OpenCase getShown() {
        return shown;
    }

    public List<FlagCard> getCards() {
        return cards;
    }

    public List<HistoryPage> getHistory() {
        return history;
    }

    public DismissalReason[] getDismissalReasons() {
        return DismissalReason.values();
    }

    /** Age in whole years today. */
    public int getAge() {
        return Period.between(shown.patient().birthDate(), time.today()).getYears();
    }

    /** Who answered in the patient's place; null if the patient did, or nobody said. */
    public String getProxy() {
        return shown.answers().proxy().orElse(null);
    }

    /** Who of the staff typed what a caller said; null for a form that came by itself. */
    public String getFilledBy() {
        return intake.findForm(shown.summary().responseId()).map(FormSummary::filledBy).orElse(null);
    }

    /** Whether the patient is younger than the rules are made for. */
    public boolean isChild() {
        return shown.patient() != null && getAge() < ADULT_RULES_FROM;
    }

    /** Questions that were asked. */
    public long getAsked() {
        return HistoryPage.lines(history).count();
    }

    /** Questions that were answered. */
    public long getAnswered() {
        return HistoryPage.lines(history).filter(line -> line.answer() != null).count();
    }

    /** What became of a flag so far, the oldest step first. */
    public List<FlagStepTaken> stepsOf(FlagCard card) {
        if (steps == null) {
            steps = triage.stepsOf(shown.triage().evaluationId());
        }
        return steps.getOrDefault(card.id(), List.of());
    }

    /** Whether the doctor asked what would change the suggestions ({@code &change=}): that is computed only then. */
    public boolean isExplained() {
        return parameter("change").isPresent();
    }

    /** What would change the suggestions and the urgency; read only if {@link #isExplained()}. */
    public CaseExplanation getExplanation() {
        if (explanation == null) {
            explanation = triage.explain(shown.summary().responseId());
        }
        return explanation;
    }

    /** What is behind one flag and what would remove it. */
    public FlagExplanation explanationOf(FlagCard card) {
        return getExplanation().of(card.id());
    }

    /** The order that a confirmed flag became; null while there is none. */
    public Order orderOf(FlagCard card) {
        return shown.orders().stream().filter(order -> order.test().equals(card.getFlag().test())).findFirst().orElse(null);
    }

    /** What to mind before tests and is not shown on a flag. */
    public List<CaseWarning> getOtherWarnings() {
        Set<String> flagged = cards.stream().map(card -> card.getFlag().test()).collect(Collectors.toSet());
        return shown.triage().warnings().stream().filter(warning -> warning.tests().stream().noneMatch(flagged::contains)).toList();
    }

    private List<String> warningsFor(String test) {
        return warnings(test).filter(FlagReason::certain).map(FlagReason::doctorWords).distinct().toList();
    }

    /** A safety question left out is not a "no": it is told as open. */
    private List<String> unsafeUntilAnswered(String test) {
        return warnings(test).filter(reason -> !reason.certain()).flatMap(reason -> reason.missing().stream()).distinct().toList();
    }

    private Stream<FlagReason> warnings(String test) {
        return shown.triage().warnings().stream().filter(warning -> warning.tests().contains(test)).map(CaseWarning::reason);
    }

    private Set<String> deciding() {
        Stream<FlagReason> reasons = Stream.concat(shown.triage().urgencyReasons().stream(),
                shown.triage().flags().stream().flatMap(flag -> flag.reasons().stream()));
        return reasons.flatMap(reason -> reason.because().stream()).map(DecidingAnswer::linkId).collect(Collectors.toSet());
    }

    private Optional<UUID> id(String parameter) {
        return parameter(parameter).filter(text -> text.matches("[0-9a-fA-F-]{36}")).map(UUID::fromString);
    }

    private Optional<String> parameter(String name) {
        Map<String, String> parameters = faces.getExternalContext().getRequestParameterMap();
        return Optional.ofNullable(parameters.get(name));
    }
}
