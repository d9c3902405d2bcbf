package clinic.anteroom.web.doctor;

import clinic.anteroom.care.CareService;
import clinic.anteroom.care.CaseChanged;
import clinic.anteroom.care.CaseStepTaken;
import clinic.anteroom.care.Decision;
import clinic.anteroom.care.DismissalReason;
import clinic.anteroom.care.OpenCase;
import clinic.anteroom.care.Order;
import clinic.anteroom.care.WholeCase;
import clinic.anteroom.care.WholeCaseService;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.triage.CaseWarning;
import clinic.anteroom.triage.FlagReason;
import clinic.anteroom.triage.FlagStepTaken;
import clinic.anteroom.triage.FlaggedTest;
import clinic.anteroom.triage.TracedRule;
import clinic.anteroom.triage.rules.Strength;
import clinic.anteroom.web.shell.NotThere;
import clinic.anteroom.web.shell.Refusals;
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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One case, {@code ?case=}: its flags, and what the doctor decides on them. */
@Named
@RequestScoped
public class ReviewBacking {

    private static final int ADULT_RULES_FROM = 16;
    private static final int MOST_AGAINST = 4;

    /** Codes sort as doctors think: what is suggested before what is considered, nerve tests before scans and blood. */
    private static final Comparator<FlaggedTest> STRONGEST_FIRST = Comparator
            .comparing((FlaggedTest flag) -> flag.strength() == Strength.CONSIDER)
            .thenComparing(flag -> List.of("EMG", "NCS", "MRI", "CT", "BLOOD").indexOf(flag.test()))
            .thenComparing(FlaggedTest::bodyPart);

    @Inject
    private CareService care;

    @Inject
    private WholeCaseService whole;

    @Inject
    private CasePage page;

    @Inject
    private WorklistChoice choice;

    @Inject
    private FacesContext faces;

    @Inject
    private ClinicTime time;

    private WholeCase read;
    private OpenCase shown;
    private List<FlagCard> cards;
    private List<CaseStepTaken> meanwhile;

    @PostConstruct
    void read() {
        read = whole.read(page.caseId(), choice.folder());
        shown = read.open();
        Set<List<FlagReason>> told = new HashSet<>();
        cards = shown.triage().flags().stream().sorted(STRONGEST_FIRST)
                .map(flag -> new FlagCard(flag, orders(flag), warningsFor(flag.test()), unsafeUntilAnswered(flag.test()), !told.add(flag.reasons())))
                .toList();
    }

    /** Confirms a flag as it stands on its card: an order from now on. */
    public String confirm(FlagCard card) {
        care.confirm(id(), page.seen(), card.asProposed());
        return page.again("&undo=" + card.id());
    }

    /** Confirms a flag for another part of the body, or to measure something else. */
    public String confirmChanged(FlagCard card) {
        care.confirm(id(), page.seen(), card.changed());
        return page.again("&undo=" + card.id());
    }

    /** Signs every flag that is ticked. */
    public String sign() {
        List<FlagCard> set = cards.stream().filter(card -> card.isOpen() && card.isInSet()).toList();
        List<Decision> decisions = set.stream().map(FlagCard::asProposed).toList();
        care.sign(id(), page.seen(), decisions);
        return page.again("&undo=" + set.stream().map(card -> card.id().toString()).collect(Collectors.joining("+")));
    }

    /** Dismisses a flag with the reason on its card. */
    public String dismiss(FlagCard card) {
        care.dismiss(id(), page.seen(), card.id(), card.getReason(), card.getWords());
        return page.again("&undo=" + card.id());
    }

    /** Takes back what was decided a moment ago. */
    public String undo() {
        getUndoable().forEach(card -> care.undo(id(), card.id()));
        return page.again("");
    }

    /** Takes an order back, for the reason on its card. */
    public String revoke(FlagCard card) {
        care.revoke(id(), page.seen(), card.getOrder().id(), card.getWords());
        return page.again("");
    }

    /** Orders something else in the place of the order, or the same again, as its card says. */
    public String amend(FlagCard card) {
        care.amend(id(), page.seen(), card.getOrder().id(), card.amended(), card.getAmendment());
        return page.again("");
    }

    /** What held an order is settled, in the words on its card. */
    public String settle(FlagCard card) {
        care.settle(id(), page.seen(), card.getOrder().id(), card.getHow());
        return page.again("");
    }

    /** The flags that were decided a moment ago, {@code &undo=}; none for an address that was kept. */
    public List<FlagCard> getUndoable() {
        List<String> ids = page.parameter("undo").map(text -> List.of(text.split("[ +]"))).orElse(List.of());
        return cards.stream().filter(card -> ids.contains(card.id().toString()) && !card.isOpen())
                .filter(card -> card.getFlag().decidedAt().plusSeconds(10).isAfter(time.now())).toList();
    }

    /**
     * What others did while the doctor decided: then nothing was done, be it that the service refused or that the button
     * was gone by the time it was pressed. A decision that was taken leads to the page's own address, without a version.
     */
    public List<CaseStepTaken> getMeanwhile() {
        if (meanwhile == null) {
            int seen = page.seen();
            meanwhile = Refusals.find(faces, CaseChanged.class).map(CaseChanged::meanwhile)
                    .orElseGet(() -> seen < 0 || seen >= shown.summary().work().version() ? List.of()
                            : read.kept().steps().stream().filter(step -> step.version() > seen).toList());
        }
        return meanwhile;
    }

    /** The version that the next decision is taken on: what is shown, with what others did meanwhile. */
    public int getVersion() {
        return getMeanwhile().stream().mapToInt(CaseStepTaken::version).max().orElse(shown.summary().work().version());
    }

    /** The next case of the folder the doctor works in; null at its end. */
    public UUID getNext() {
        return read.beside().next();
    }

    /** The case before; null at the beginning. */
    public UUID getPrevious() {
        return read.beside().previous();
    }

    public OpenCase getShown() {
        return shown;
    }

    /** Everything about the case, read once. */
    public WholeCase getWhole() {
        return read;
    }

    public List<FlagCard> getCards() {
        return cards;
    }

    /** The flag whose order the address names, {@code &order=}. */
    public FlagCard getOrdered() {
        return cards.stream().filter(card -> card.getOrder() != null && page.id("order").filter(card.getOrder().id()::equals).isPresent())
                .findFirst().orElseThrow(NotThere::new);
    }

    /** Flags that wait. */
    public long getWaiting() {
        return cards.stream().filter(FlagCard::isOpen).count();
    }

    /** Reasons a doctor can choose; the one that is written where none was asked for is not among them. */
    public List<DismissalReason> getDismissalReasons() {
        return Stream.of(DismissalReason.values()).filter(reason -> reason != DismissalReason.NOT_NEEDED).toList();
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
        return read.filledBy();
    }

    /** Whether the patient is younger than the rules are made for. */
    public boolean isChild() {
        return shown.patient() != null && getAge() < ADULT_RULES_FROM;
    }

    /** Red flags: what makes it urgent for certain. */
    public List<FlagReason> getRedFlags() {
        return shown.triage().urgencyReasons().stream().filter(FlagReason::certain).toList();
    }

    /** What could make it urgent and hangs on a missing answer. */
    public List<FlagReason> getNotRuledOut() {
        return shown.triage().urgencyReasons().stream().filter(reason -> !reason.certain()).toList();
    }

    /** What speaks against a flag: conditions of its rules that are not met, and notes that go with its test. */
    public List<String> against(FlagCard card) {
        Map<String, TracedRule> traces = read.traces();
        Stream<String> notMet = card.getReasons().stream().map(reason -> traces.get(reason.ruleId())).filter(Objects::nonNull)
                .flatMap(traced -> traced.notMet().stream());
        Stream<String> notes = shown.triage().notes().stream().filter(note -> note.tests().contains(card.getFlag().test()))
                .map(note -> note.reason().doctorWords());
        return Stream.concat(notes, notMet).distinct().limit(MOST_AGAINST).toList();
    }

    /** How well a scan fits; null for a test that is no scan. */
    public ImagingFit fit(FlagCard card) {
        return ImagingFit.of(card.getFlag(), shown.triage().flags(), shown.triage().warnings());
    }

    /** What became of a flag so far, the oldest step first. */
    public List<FlagStepTaken> stepsOf(FlagCard card) {
        return read.flagSteps().getOrDefault(card.id(), List.of());
    }

    /** What to mind before tests and is not shown on a flag. */
    public List<CaseWarning> getOtherWarnings() {
        Set<String> flagged = cards.stream().map(card -> card.getFlag().test()).collect(Collectors.toSet());
        return shown.triage().warnings().stream().filter(warning -> warning.tests().stream().noneMatch(flagged::contains)).toList();
    }

    private UUID id() {
        return shown.summary().responseId();
    }

    /** The one that stands comes first, else the newest. */
    private List<Order> orders(FlaggedTest flag) {
        return shown.orders().stream().filter(order -> order.flagId().equals(flag.id()))
                .sorted(Comparator.comparing(Order::stands).thenComparing(Order::authoredOn).reversed()).toList();
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
}
