package clinic.anteroom.intake;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.directory.PatientService;
import clinic.anteroom.directory.RegisterPatient;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Reader;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The door of a patient who fills in a form. There is no account: who holds the key of a form may answer it, and nobody
 * else can find it. What takes the id of a form instead of its key stands in {@link FormTriageService} and {@link FormService}.
 */
@Stateless
public class IntakeService {

    private static final String ENTITY = "QuestionnaireResponse";

    @Inject
    private Questionnaires questionnaires;

    @Inject
    private QuestionnaireResponses responses;

    @Inject
    private Calls calls;

    @Inject
    private AccessLinks links;

    @Inject
    private IntakeDoor door;

    @Resource
    private SessionContext session;

    @Inject
    private PatientService patients;

    @Inject
    private AuditService audit;

    @Inject
    private ClinicTime time;

    @Inject
    private Reader reader;

    @Inject
    private Event<AnswersChanged> answersChanged;

    @Inject
    private Event<EmergencyReplied> emergencyReplied;

    @Inject
    private Event<IntakeCompleted> intakeCompleted;

    /** What a form can be about, in the order patients see it. */
    @PermitAll // Everybody may look at what is asked.
    public List<Complaint> complaints() {
        return questionnaires.newest().stream().map(one -> Complaint.of(inReadersWords(one), questionnaires.translationOf(one.canonical()))).toList();
    }

    /** Whether everybody is asked this page, whatever the form is about: that it is read tells nothing of its reader. */
    @PermitAll // Everybody may look at what is asked.
    public boolean isInEveryForm(Page page) {
        return questionnaires.newest().stream().allMatch(one -> inReadersWords(one).pages().stream()
                .anyMatch(other -> other.linkId().equals(page.linkId()) && other.title().equals(page.title())));
    }

    /** Whether patients may begin a form themselves now. Who has begun may always go on. */
    @PermitAll // Everybody may know.
    public OnlineForm onlineForm() {
        return door.now();
    }

    /**
     * Begins a form.
     *
     * @param questionnaireName for example {@code muscle-twitching}
     * @return the form and the key that opens it
     * @throws FormClosed if the online form is closed now
     * @throws DraftGone  if there is no such questionnaire
     */
    @PermitAll // Everybody may begin a form.
    public DraftStarted start(String questionnaireName) {
        if (!door.now().open()) {
            throw new FormClosed();
        }
        return begin(questionnaireName, null);
    }

    /**
     * Begins a form that somebody of the staff fills in for a caller; the online form may be closed.
     *
     * @throws DraftGone if there is no such questionnaire
     */
    @RolesAllowed({Roles.DOCTOR, Roles.RECEPTIONIST})
    public DraftStarted startForCaller(String questionnaireName) {
        return begin(questionnaireName, session.getCallerPrincipal().getName());
    }

    /**
     * The first page before anything is saved: looking at it leaves no trace.
     *
     * @throws DraftGone if there is no such questionnaire
     */
    @PermitAll // Everybody may look at the questions.
    public Draft blank(String questionnaireName) {
        return Draft.blank(inReadersWords(questionnaires.findNewest(questionnaireName).orElseThrow(DraftGone::new)));
    }

    /** The form that opens with this key, if there is one. */
    @PermitAll // The key is the proof.
    public Optional<Draft> find(String key) {
        return responses.findByKey(key).map(this::draft);
    }

    /**
     * Replaces the answers of one page, keeps those of the others, and drops what is no longer asked.
     *
     * @param given answers by link id; a question left out is SKIPPED
     * @return the form afterwards; its status tells whether an answer means an emergency
     * @throws AnswersRefused if an answer does not fit, or one is missing that the page cannot be left without
     * @throws DraftClosed    if the form takes no answers
     * @throws DraftGone      if the key opens nothing
     */
    @PermitAll // The key is the proof.
    public Draft answer(String key, String pageLinkId, Map<String, Answer> given) {
        QuestionnaireResponse response = forChange(key);
        Answers changed = new PageAnswers(inReadersWords(answers(response)), pageLinkId).replacedBy(given, time.today());
        response.answer(pageLinkId, changed, time.now());
        answersChanged.fire(new AnswersChanged(response.id(), changed));
        return draft(response);
    }

    /**
     * Sends the form in: its patient is registered or found again, and triage is told. Doing it again gives the same
     * result, so that a second click makes no second case.
     *
     * @param agreedTo version of the {@link ConsentWording} that was agreed to; null if none was
     * @throws AnswersRefused if the contact does not fit (fields {@code givenName}, {@code familyName},
     *                        {@code birthDate}, {@code phone}, {@code email}), nobody agreed ({@code consent}), or a
     *                        page was left out that cannot be
     * @throws DraftClosed    if an emergency stopped the form
     * @throws DraftGone      if the key opens nothing
     */
    @PermitAll // The key is the proof.
    public Submitted complete(String key, Contact contact, String agreedTo) {
        QuestionnaireResponse response = forChange(key);
        if (!response.isSentIn()) {
            sendIn(response, contact, agreedTo);
        }
        return new Submitted(response.id(), response.patientId(), response.reference(), response.completedAt());
    }

    /** The patient answered by mistake and goes on: a STOPPED form is IN_PROGRESS again. */
    @PermitAll // The key is the proof.
    public Draft reopen(String key) {
        QuestionnaireResponse response = forChange(key);
        response.reopen();
        calls.mistaken(response.id(), time.now());
        audit.record(AuditedAction.UPDATE, ENTITY, response.id(), null);
        return draft(response);
    }

    /**
     * Keeps what the patient said after reading that this is an emergency, and when.
     *
     * @param phone where to call back; null if not told
     * @throws AnswersRefused if the phone (field {@code phone}) cannot be one
     */
    @PermitAll // The key is the proof.
    public Draft acknowledge(String key, EmergencyReply reply, String phone) {
        Contact.refuseNoPhone(phone);
        QuestionnaireResponse response = forChange(key);
        response.reply(reply, phone, time.now());
        audit.record(AuditedAction.UPDATE, ENTITY, response.id(), response.patientId());
        emergencyReplied.fire(new EmergencyReplied(response.id(), reply, phone, response.emergencyReplyAt()));
        return draft(response);
    }

    private DraftStarted begin(String questionnaireName, String filledBy) {
        Questionnaire asked = questionnaires.findNewest(questionnaireName).orElseThrow(DraftGone::new);
        DraftStarted started = new DraftStarted(NewId.next(), DraftKey.mint());
        QuestionnaireResponse begun = new QuestionnaireResponse(started.responseId(), started.key(), DraftKey.mintReference(),
                Answers.of(asked, Map.of()), time.now(), filledBy);
        begun.isReadIn(reader.language());
        responses.add(begun);
        audit.record(AuditedAction.CREATE, ENTITY, started.responseId(), null);
        return started;
    }

    private void sendIn(QuestionnaireResponse response, Contact contact, String agreedTo) {
        Answers answers = answers(response);
        List<FieldRefused> faults = contact.faults(KnownAnswers.age(answers).orElse(null), time.today());
        faults.addAll(PageAnswers.missing(answers));
        ConsentWording wording = ConsentWording.newest(reader.language());
        if (!wording.version().equals(agreedTo)) {
            faults.add(new FieldRefused("consent", "refusal.consent_missing"));
        }
        if (!faults.isEmpty()) {
            throw new AnswersRefused(faults);
        }
        UUID patientId = patients.register(new RegisterPatient(contact.givenName(), contact.familyName(), contact.birthDate(),
                KnownAnswers.sex(answers).orElse(null), contact.phone(), contact.email(), response.language()));
        response.complete(patientId, time.now());
        responses.keep(new Consent(response.id(), wording, time.now()));
        audit.record(AuditedAction.UPDATE, ENTITY, response.id(), patientId);
        if (contact.email() != null) {
            links.ask(response, LinkPurpose.COPY, contact.birthDate(), contact.email(), time.now(), time.now());
        }
        intakeCompleted.fire(new IntakeCompleted(response.id(), patientId, answers, response.completedAt()));
    }

    private QuestionnaireResponse forChange(String key) {
        QuestionnaireResponse response = responses.findByKeyForChange(key).orElseThrow(DraftGone::new);
        response.isReadIn(reader.language());
        return response;
    }

    private Answers answers(QuestionnaireResponse response) {
        return response.answers(questionnaires.get(response.questionnaire()));
    }

    private Draft draft(QuestionnaireResponse response) {
        return Draft.of(response, inReadersWords(answers(response)));
    }

    private Answers inReadersWords(Answers answers) {
        return answers.in(inReadersWords(answers.questionnaire()));
    }

    private Questionnaire inReadersWords(Questionnaire english) {
        return questionnaires.get(english.canonical(), reader.language());
    }
}
