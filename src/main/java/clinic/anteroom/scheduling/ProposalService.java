package clinic.anteroom.scheduling;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.scheduling.finder.Availability;
import clinic.anteroom.scheduling.finder.Lane;
import clinic.anteroom.scheduling.finder.Plan;
import clinic.anteroom.scheduling.finder.Resource;
import clinic.anteroom.scheduling.finder.Search;
import clinic.anteroom.scheduling.finder.TimeFinder;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.TimeRange;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Every time a visit could be held, for programs that choose themselves; and what is in the way of a time that they chose. */
@Stateless
@RolesAllowed({Roles.RECEPTIONIST, Roles.DOCTOR})
public class ProposalService {

    @Inject
    VisitTypes visitTypes;

    @Inject
    Resources resources;

    @Inject
    Timetables timetables;

    @Inject
    Orders orders;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /** The times, earliest first. Refuses with {@link VisitNotPossible} an unknown kind of visit or patient. */
    public List<Proposal> find(FindProposals command) {
        VisitType visit = visitTypes.get(command.visitType());
        looked(command.patientId());
        return plans(visit, command.patientId(), command.window(), command.person(), Timetables.ANYBODY, command.atMost());
    }

    /**
     * The visit at exactly this start, if it can still be held with all of those chosen.
     *
     * @param chosen resources that have to be in it, by the part's key; perhaps empty
     */
    public Optional<Proposal> findAt(String visitType, UUID patientId, Instant start, Map<String, UUID> chosen) {
        looked(patientId);
        return cast(visitType, patientId, start, chosen, null)
                .filter(proposal -> chosen.isEmpty() || blockers(visitType, patientId, start, chosen).isEmpty());
    }

    /**
     * Somebody for each part of a visit at this start.
     *
     * @param chosen   resources that are wanted, by the part's key; the others are found
     * @param instead  a visit that would be moved, so that its own time counts as free; null for a new one
     * @return empty if it cannot be held; {@link #blockers} tells why
     */
    public Optional<Proposal> cast(String visitType, UUID patientId, Instant start, Map<String, UUID> chosen, UUID instead) {
        VisitType visit = visitTypes.get(visitType);
        UUID except = instead == null ? Timetables.ANYBODY : instead;
        TimeRange soon = TimeRange.startingAt(start, visit.length());
        UUID person = chosen.values().stream().findFirst().orElse(null);
        return plans(visit, patientId, new TimeRange(start, start.plusSeconds(1)), person, except, 1).stream().findFirst()
                .filter(proposal -> proposal.start().equals(soon.start()))
                .map(proposal -> with(proposal, chosen, patientId, except));
    }

    /** Who and what is in the way of a visit at this start; empty if nothing is, or if its parts are free but not together. */
    public List<Blocker> blockers(String visitType, UUID patientId, Instant start, Map<String, UUID> chosen) {
        VisitType visit = visitTypes.get(visitType);
        Timetables.Window window = timetables.window(TimeRange.startingAt(start, visit.length()), patientId, Timetables.ANYBODY);
        return new Blockers(visit, window).at(start, patientId, chosen);
    }

    /** Ids of the orders of this patient that wait and that this kind of visit answers. */
    public Set<UUID> ordersAnswered(String visitType, UUID patientId) {
        Set<String> tests = visitTypes.get(visitType).tests();
        return Set.copyOf(orders.waitingFor(patientId, null).stream().filter(order -> tests.contains(order.test()))
                .map(WaitingRequest::id).toList());
    }

    /** The kind of visit that answers an order that waits, and most of what else its patient waits for; empty if none does. */
    public Optional<OrderedVisit> visitFor(UUID orderId) {
        return orders.findWaiting(orderId).flatMap(order -> {
            Set<String> waiting = orders.waitingFor(order.patientId()).stream().map(WaitingRequest::test).collect(Collectors.toSet());
            return VisitChoice.of(order.test(), waiting, visitTypes.all()).map(visit -> new OrderedVisit(visit.code(), order.patientId()));
        });
    }

    /**
     * Which part of a visit each of these can play: the first one that nobody plays yet.
     *
     * @param byPart resources whose part is known, by its key
     * @param others ids of resources, in order
     */
    public Map<String, UUID> casting(String visitType, Map<String, UUID> byPart, List<UUID> others) {
        Map<String, UUID> chosen = new LinkedHashMap<>(byPart);
        List<Resource> all = resources.all();
        for (UUID other : others) {
            all.stream().filter(resource -> resource.id().equals(other)).findFirst().ifPresent(resource -> visitTypes.get(visitType).parts().stream()
                    .filter(part -> resource.can(part.capability()) && !chosen.containsKey(part.key()))
                    .findFirst().ifPresent(part -> chosen.put(part.key(), other)));
        }
        return chosen;
    }

    private List<Proposal> plans(VisitType visit, UUID patientId, TimeRange begins, UUID person, UUID except, int atMost) {
        UUID whose = patientId == null ? Timetables.ANYBODY : patientId;
        Set<UUID> known = patientId == null ? Set.of() : resources.knownTo(patientId);
        Instant now = time.now();
        TimeRange window = new TimeRange(begins.start(), begins.end().plus(visit.length()));
        Availability availability = timetables.window(window, whose, except).availability();
        Search search = new Search(visit, availability, time.zone(), window, new Lane(whose, 1), person, known, null, Set.of());
        return TimeFinder.all(search)
                .filter(plan -> !plan.start().isBefore(now) && plan.start().isBefore(begins.end()))
                .limit(atMost)
                .map(plan -> Proposal.of(plan, patientId, availability::get))
                .toList();
    }

    /** What was chosen goes before what was found; whether it fits together is for the booking to say. */
    private Proposal with(Proposal found, Map<String, UUID> chosen, UUID patientId, UUID except) {
        Map<String, UUID> all = new HashMap<>(found.chosen());
        all.putAll(chosen);
        Availability availability = timetables.window(new TimeRange(found.start(), found.end()), patientId, except).availability();
        Map<String, Lane> cast = new HashMap<>();
        all.forEach((key, resource) -> cast.put(key, new Lane(resource, 1)));
        boolean known = all.values().stream().allMatch(resource -> availability.find(resource).isPresent());
        return known ? Proposal.of(new Plan(found.visit(), found.start(), cast), found.patientId(), availability::get) : found;
    }

    private void looked(UUID patientId) {
        if (patientId != null) {
            resources.nameOf(patientId);
            audit.record(AuditedAction.VIEW, "Patient", patientId, patientId);
        }
    }
}
