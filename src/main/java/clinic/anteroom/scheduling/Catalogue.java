package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.Closure;
import clinic.anteroom.scheduling.finder.LengthRule;
import clinic.anteroom.scheduling.finder.OpeningException;
import clinic.anteroom.scheduling.finder.Resource;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.scheduling.finder.WeeklyOpening;
import clinic.anteroom.shared.TimeRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the clinic offers, who and what there is for it, and when everybody works. Immutable: it is read as a whole and holds
 * until {@link #version} changes in the database.
 *
 * @param version     of the rows it was read from; never null
 * @param visitTypes  the kinds of visit that are offered, by code
 * @param policies    who may book them and when, by code
 * @param lengthRules what makes them longer, by code
 * @param resources   people, then rooms, then machines, by name
 * @param hours       when each works; never null
 */
record Catalogue(UUID version, List<VisitType> visitTypes, Map<String, BookingPolicy> policies, Map<String, List<LengthRule>> lengthRules,
                 List<Resource> resources, Hours hours) {

    /** Hours kept for one kind of visit. */
    record Reserved(UUID resourceId, String visitType, WeeklyOpening when) {
    }

    /** Time that is closed for one kind of visit only. */
    record Blocked(UUID resourceId, String visitType, TimeRange when) {
    }

    /** Seats on top of a resource's own in certain hours. */
    record ExtraSeats(UUID resourceId, int seats, WeeklyOpening when) {
    }

    /**
     * The rows that say when somebody works.
     *
     * @param weekly     by resource
     * @param reserved   hours kept for one kind of visit
     * @param exceptions dates that are not like the others, by resource
     * @param absences   by resource; for every kind of visit
     * @param blocked    absences for one kind of visit only
     * @param closures   days on which the whole clinic is closed, public holidays not among them
     * @param extraSeats for deliberate overbooking
     */
    record Hours(Map<UUID, List<WeeklyOpening>> weekly, List<Reserved> reserved, Map<UUID, List<OpeningException>> exceptions,
                 Map<UUID, List<TimeRange>> absences, List<Blocked> blocked, List<Closure> closures, List<ExtraSeats> extraSeats) {
    }

    /** The kind of visit with this code, if it is offered. */
    Optional<VisitType> find(String code) {
        return visitTypes.stream().filter(visit -> visit.code().equals(code)).findFirst();
    }

    /** The kind of visit with this code; refuses one that is not offered. */
    VisitType get(String code) {
        return find(code).orElseThrow(VisitNotPossible::unknownKind);
    }

    /** The resource; its id must be one of this catalogue. */
    Resource resource(UUID id) {
        return resources.stream().filter(resource -> resource.id().equals(id)).findFirst().orElseThrow(VisitNotPossible::miscast);
    }

    /** Who and what could play a part in it, people first. */
    List<Resource> playingIn(VisitType visit) {
        return resources.stream().filter(resource -> visit.parts().stream().anyMatch(part -> resource.can(part.capability()))).toList();
    }

    /** The kind of visit, as long as this patient needs it. */
    VisitType forNeeds(VisitType visit, VisitNeeds needs) {
        return needs.equals(VisitNeeds.PLAIN) ? visit : visit.forNeeds(needs, lengthRules.getOrDefault(visit.code(), List.of()));
    }

    /** Who may book it and when; refuses one that is not offered. */
    BookingPolicy policy(String code) {
        return Optional.ofNullable(policies.get(code)).orElseThrow(VisitNotPossible::unknownKind);
    }
}
