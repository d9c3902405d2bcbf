package clinic.anteroom.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import clinic.anteroom.access.Roles;
import clinic.anteroom.care.CareService;
import clinic.anteroom.care.Decision;
import clinic.anteroom.care.DismissalReason;
import clinic.anteroom.care.OpenCase;
import clinic.anteroom.care.ResultService;
import clinic.anteroom.care.TestResult;
import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.AnswersChanged;
import clinic.anteroom.intake.ConsentWording;
import clinic.anteroom.intake.Contact;
import clinic.anteroom.intake.Draft;
import clinic.anteroom.intake.DraftStarted;
import clinic.anteroom.intake.IntakeCompleted;
import clinic.anteroom.intake.IntakeService;
import clinic.anteroom.intake.Page;
import clinic.anteroom.intake.Question;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.ByHand;
import clinic.anteroom.triage.FlagService;
import clinic.anteroom.triage.FlagStep;
import clinic.anteroom.triage.FlagStepTaken;
import clinic.anteroom.triage.FlaggedTest;
import clinic.anteroom.triage.RuleSetRegister;
import clinic.anteroom.triage.TriageService;
import clinic.anteroom.triage.rules.SomeAnswers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One form's flags from the rules to the answer, on the services that do it in the clinic: intake, triage, care, booking,
 * results. Each step keeps when it was and whose it was.
 */
class FlagLifeTest {

    private static final Instant NINE = SomeLab.at("2026-11-30T09:00");

    private final SomeLab lab = new SomeLab();
    private final ByHand house = new ByHand(new ClinicTime(Clock.fixed(SomeDesk.NOW, ZoneOffset.UTC), SomeLab.TORONTO));
    private final SomeDesk rita = new SomeDesk();
    private UUID form;

    @BeforeEach
    void somebodySendsAFormIn() {
        house.tell(AnswersChanged.class, event -> house.get(TriageService.class).watch(event.responseId(), event.answers()));
        house.tell(IntakeCompleted.class, event -> house.get(TriageService.class).triage(event.responseId(), event.patientId(), event.answers(),
                event.completedAt()));
        house.transaction(() -> house.get(RuleSetRegister.class));
        IntakeService intake = house.get(IntakeService.class);
        DraftStarted started = house.transaction(() -> intake.start("muscle-twitching"));
        Map<String, Answer> told = SomeAnswers.manOf58().answers().asMap();
        for (Page page : house.transaction(() -> intake.blank("muscle-twitching")).questionnaire().pages()) {
            Map<String, Answer> given = new LinkedHashMap<>();
            page.questions().stream().map(Question::linkId).filter(told::containsKey).forEach(id -> given.put(id, told.get(id)));
            if (!given.isEmpty()) {
                Draft saved = house.transaction(() -> intake.answer(started.key(), page.linkId(), given));
                assertThat(saved).isNotNull();
            }
        }
        house.transaction(() -> intake.complete(started.key(), new Contact("Ivo", lab.mark, LocalDate.of(1968, 5, 4), "+1 416 555 0101", null),
                ConsentWording.newest(Language.ENGLISH).version()));
        form = started.responseId();
    }

    @Test
    void aFlagIsRaisedSeenConfirmedOrderedBookedPerformedAndAnswered() {
        OpenCase open = openedBy("dr.osei");
        UUID emg = flag(open, "EMG").id();
        UUID order = confirm(Decision.asProposed(emg, "Weak and thinner"));
        Booked booked = book(open, order);
        take(rita, booked, VisitStep.CHECK_IN, VisitStep.FULFIL);
        house.signedIn("lab", Roles.RECEPTIONIST);
        UUID result = house.transaction(() -> house.get(ResultService.class).record(order, "Chronic denervation in two limbs.", null, null));
        house.signedIn("dr.lin", Roles.DOCTOR);
        house.transaction(() -> {
            house.get(ResultService.class).review(form, result, true, true, null);
            return null;
        });
        assertThat(steps(emg)).extracting(FlagStepTaken::step, FlagStepTaken::owner).containsExactly(
                tuple(FlagStep.RAISED, "rules"), tuple(FlagStep.SEEN, "dr.osei"), tuple(FlagStep.CONFIRMED, "dr.osei"),
                tuple(FlagStep.ORDERED, "dr.osei"), tuple(FlagStep.BOOKED, "rita"), tuple(FlagStep.PERFORMED, "rita"),
                tuple(FlagStep.ANSWERED, "dr.lin"));
        assertThat(steps(emg)).extracting(FlagStepTaken::at).containsOnly(SomeDesk.NOW);
        assertThat(house.transaction(() -> house.get(ResultService.class).of(form))).extracting(TestResult::id).containsExactly(result);
    }

    @Test
    void aChangedOneSaysFromWhatToWhatAndARejectedOneSaysWhyInACode() {
        OpenCase open = openedBy("dr.osei");
        UUID mri = flag(open, "MRI").id();
        confirm(new Decision(mri, "Neck first", "SPINE_CERVICAL", null));
        house.transaction(() -> house.get(CareService.class).dismiss(form, version(), flag(open, "BLOOD").id(), DismissalReason.ALREADY_DONE, null));
        assertThat(steps(mri)).filteredOn(step -> step.step() == FlagStep.MODIFIED).singleElement().satisfies(step -> {
            assertThat(step.owner()).isEqualTo("dr.osei");
            assertThat(step.detail()).startsWith(flag(open, "MRI").bodyPart()).contains("-> SPINE_CERVICAL");
        });
        assertThat(steps(flag(open, "BLOOD").id())).extracting(FlagStepTaken::step, FlagStepTaken::owner, FlagStepTaken::detail).containsExactly(
                tuple(FlagStep.RAISED, "rules", null), tuple(FlagStep.SEEN, "dr.osei", null), tuple(FlagStep.REJECTED, "dr.osei", "ALREADY_DONE"));
    }

    @Test
    void aVisitThatIsMovedMissedOrCalledOffIsASecondStepAndTheOrderWaitsAgain() {
        OpenCase open = openedBy("dr.osei");
        UUID emg = flag(open, "EMG").id();
        UUID order = confirm(Decision.asProposed(emg, "Weak and thinner"));
        take(new SomeDesk("rita", SomeLab.at("2026-11-30T10:00")), book(open, order), VisitStep.MISS);
        assertThat(steps(emg)).extracting(FlagStepTaken::step).endsWith(FlagStep.BOOKED, FlagStep.CALLED_OFF);
        Booked again = rita.service.book(visit(open, order, SomeLab.at("2026-12-01T09:00")));
        told(rita);
        rita.service.cancel(new CancelVisit(again.appointmentId(), again.version(), CancelReason.PATIENT, NewId.next().toString()));
        told(rita);
        assertThat(steps(emg)).extracting(FlagStepTaken::step)
                .endsWith(FlagStep.BOOKED, FlagStep.CALLED_OFF, FlagStep.BOOKED, FlagStep.CALLED_OFF);
        assertThat(rita.service.waiting()).extracting(WaitingRequest::id).contains(order);
    }

    @Test
    void whatNobodyOfTheHouseDidIsThePatientsStep() {
        OpenCase open = openedBy("dr.osei");
        UUID emg = flag(open, "EMG").id();
        Booked booked = rita.service.book(visit(open, confirm(Decision.asProposed(emg, "Weak and thinner")), NINE));
        house.signedIn("ANONYMOUS");
        house.transaction(() -> {
            house.get(FlagFollower.class).on(new AppointmentMoved(booked.appointmentId(), open.patient().id(), NINE, NINE.plusSeconds(3600)));
            return null;
        });
        assertThat(steps(emg)).last().extracting(FlagStepTaken::step, FlagStepTaken::owner).containsExactly(FlagStep.BOOKED, "patient");
    }

    private OpenCase openedBy(String doctor) {
        house.signedIn(doctor, Roles.DOCTOR);
        return house.transaction(() -> house.get(CareService.class).open(form));
    }

    private UUID confirm(Decision decision) {
        return house.transaction(() -> house.get(CareService.class).confirm(form, version(), decision)).id();
    }

    private int version() {
        return house.get(CareService.class).open(form).summary().work().version();
    }

    private BookVisit visit(OpenCase open, UUID order, Instant start) {
        return new BookVisit(open.patient().id(), Set.of(order), lab.visitType, start, lab.everybody(), NewId.next().toString());
    }

    private Booked book(OpenCase open, UUID order) {
        Booked booked = rita.service.book(visit(open, order, NINE));
        told(rita);
        return booked;
    }

    private void take(SomeDesk desk, Booked visit, VisitStep... steps) {
        Booked now = visit;
        for (VisitStep step : steps) {
            now = desk.service.step(new StepVisit(now.appointmentId(), now.version(), NewId.next().toString()), step);
        }
        told(desk);
    }

    /** Hands what the desk told on to who listens in the clinic, as the same person. */
    private void told(SomeDesk desk) {
        house.signedIn("rita", Roles.RECEPTIONIST);
        FlagFollower follower = house.get(FlagFollower.class);
        for (Object event : List.copyOf(desk.events)) {
            house.transaction(() -> {
                hand(follower, event);
                return null;
            });
        }
        desk.events.clear();
    }

    private static void hand(FlagFollower follower, Object event) {
        Map<Class<?>, Consumer<Object>> listens = Map.of(
                AppointmentBooked.class, one -> follower.on((AppointmentBooked) one),
                AppointmentMoved.class, one -> follower.on((AppointmentMoved) one),
                AppointmentCancelled.class, one -> follower.on((AppointmentCancelled) one),
                AppointmentStepped.class, one -> follower.on((AppointmentStepped) one));
        listens.getOrDefault(event.getClass(), one -> { }).accept(event);
    }

    private List<FlagStepTaken> steps(UUID flag) {
        house.signedIn("dr.osei", Roles.DOCTOR);
        OpenCase open = house.transaction(() -> house.get(CareService.class).open(form));
        return house.transaction(() -> house.get(FlagService.class).stepsOf(open.triage().evaluationId())).get(flag);
    }

    private static FlaggedTest flag(OpenCase open, String test) {
        return open.triage().flags().stream().filter(flag -> flag.test().equals(test)).findFirst().orElseThrow();
    }
}
