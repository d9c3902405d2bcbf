package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import clinic.anteroom.scheduling.Blocker;
import clinic.anteroom.scheduling.BookVisit;
import clinic.anteroom.scheduling.BookingService;
import clinic.anteroom.scheduling.ProposalService;
import clinic.anteroom.scheduling.SlotTaken;
import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.shared.BusinessException;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Says why a visit cannot be held: one issue for each person, room or machine in the way, with the times it is taken. */
@Dependent
class Refusals {

    @Inject
    private ProposalService proposals;

    @Inject
    private BookingService desk;

    @Inject
    private ClinicTime time;

    /** The desk's refusal, with what is in the way and the other times it offers. */
    BaseServerResponseException of(BusinessException refusal, WantedVisit wanted, Map<String, UUID> named) {
        OperationOutcome outcome = Failures.outcome(refusal);
        if (refusal instanceof SlotTaken taken) {
            add(outcome, proposals.blockers(wanted.visitType(), wanted.patientId(), wanted.start(), named));
            offer(outcome, taken.otherTimes());
        }
        return Failures.refused(refusal, outcome);
    }

    /** Nobody could be found for every part. */
    BaseServerResponseException nobody(WantedVisit wanted, Map<String, UUID> named) {
        if (wanted.start().isBefore(time.now())) {
            String words = "The start lies in the past.";
            return new UnprocessableEntityException(words, Outcomes.error(IssueType.BUSINESSRULE, words));
        }
        String words = "The visit cannot be held at " + Moments.instant(wanted.start()).getValueAsString() + ".";
        OperationOutcome outcome = Outcomes.error(IssueType.CONFLICT, words);
        List<Blocker> blockers = proposals.blockers(wanted.visitType(), wanted.patientId(), wanted.start(), named);
        add(outcome, blockers);
        offer(outcome, desk.insteadOf(new BookVisit(wanted.patientId(), Set.of(), wanted.visitType(), wanted.start(), named, NewId.next().toString())));
        if (blockers.isEmpty()) {
            outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(IssueType.CONFLICT)
                    .setDiagnostics("Each part is free, but not together, or the clinic does not begin this kind of visit at that minute.");
        }
        return new ResourceVersionConflictException(words, outcome);
    }

    private static void add(OperationOutcome outcome, List<Blocker> blockers) {
        blockers.forEach(blocker -> outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(IssueType.CONFLICT)
                .setDetails(new CodeableConcept().setText(Actors.type(blocker.kind()) + "/" + blocker.resourceId()))
                .setDiagnostics(words(blocker)));
    }

    private static String words(Blocker blocker) {
        String who = blocker.part() + (blocker.name().equals(blocker.part()) ? "" : " (" + blocker.name() + ")");
        return blocker.taken().isEmpty() ? who + " does not work in that whole time" : who + " is taken " + blocker.taken().stream()
                .map(range -> Moments.instant(range.start()).getValueAsString() + " to " + Moments.instant(range.end()).getValueAsString())
                .collect(Collectors.joining(", "));
    }

    private static void offer(OperationOutcome outcome, List<FreeTime> others) {
        others.forEach(other -> outcome.addIssue().setSeverity(IssueSeverity.INFORMATION).setCode(IssueType.INFORMATIONAL)
                .setDiagnostics("Free instead: " + Moments.instant(other.start()).getValueAsString() + " to " + Moments.instant(other.end()).getValueAsString()));
    }
}
