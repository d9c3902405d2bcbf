package clinic.anteroom.fhir;

import ca.uhn.fhir.model.api.Include;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.IncludeParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Sort;
import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceAndListParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import clinic.anteroom.scheduling.ScheduleService;
import clinic.anteroom.scheduling.SlotQuery;
import clinic.anteroom.scheduling.TimetableSlot;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Slot;

/** Slots, worked out when they are asked for and always in the same order, at most 31 days at a time. */
@Dependent
public class SlotProvider implements IResourceProvider {

    @Inject
    private ScheduleService schedules;

    @Inject
    private ScheduleProvider timetables;

    @Inject
    private ClinicTime time;

    @Override
    public Class<Slot> getResourceType() {
        return Slot.class;
    }

    /** One slot, as long as it is free or busy as it was when it was listed. */
    @Read
    public Slot read(@IdParam IdType id) {
        ComputedId parts = ComputedId.read(id.getIdPart()).orElseThrow(() -> new ResourceNotFoundException(id));
        Map<String, VisitType> offered = offered();
        Set<String> visits = parts.visitId() == null ? Set.of()
                : VisitIds.find(List.copyOf(offered.values()), parts.visitId()).map(visit -> Set.of(visit.code()))
                        .orElseThrow(() -> new ResourceNotFoundException(id));
        TimeRange moment = new TimeRange(parts.start(), parts.start().plusSeconds(1));
        return Stream.of(true, false)
                .flatMap(free -> schedules.slots(new SlotQuery(Set.of(parts.owner()), visits, moment, free)).stream())
                .findFirst().map(slot -> SlotPage.slot(slot, offered)).orElseThrow(() -> new ResourceNotFoundException(id));
    }

    /**
     * Slots of the schedules asked for, or of all people who work here if only a service-type is given.
     *
     * @param schedule by id, or by its actor: {@code schedule.actor=Practitioner/...}
     * @param status   {@code free} or {@code busy}; busy ones have no service-type
     * @param type     with it a slot is a start of the whole visit; without it a stretch of plain time
     */
    @Search
    public Bundle search(
            @OptionalParam(name = "schedule", chainWhitelist = {"", "actor", "actor:Practitioner", "actor:Location", "actor:Device"}) ReferenceAndListParam schedule,
            @OptionalParam(name = "status") TokenOrListParam status,
            @OptionalParam(name = "start") DateRangeParam start,
            @OptionalParam(name = "service-type") TokenOrListParam type,
            @IncludeParam(allow = {"Slot:schedule"}) Set<Include> includes,
            @Sort SortSpec sort, RequestDetails request) {
        if (schedule == null && type == null) {
            return Searchset.nothing(request, Outcomes.warning(IssueType.TOOCOSTLY, "Ask for a schedule, schedule.actor or service-type.")).bundle();
        }
        Map<String, VisitType> offered = offered();
        Set<String> visits = offered.keySet().stream()
                .filter(code -> type != null && type.getValuesAsQueryTokens().stream().anyMatch(token -> VisitIds.fits(token, code)))
                .collect(Collectors.toSet());
        Set<UUID> whose = schedule == null ? Set.of() : AskedSchedules.of(schedule);
        SlotWindow window = SlotWindow.of(start, time.now(), time.zone());
        boolean impossible = type != null && visits.isEmpty() || schedule != null && whose.isEmpty() || window.range() == null;
        List<TimetableSlot> found = impossible ? List.of() : found(new SlotQuery(whose, visits, window.range(), true), status);
        List<TimetableSlot> rows = ordered(found, sort).stream().skip(Searchset.offset(request)).limit(Searchset.count(request)).toList();
        Searchset set = Searchset.slots(request, found.size(), new SlotPage(rows, offered, request.getFhirServerBase() + "/Slot/"));
        if (window.cut()) {
            set.with(Outcomes.warning(IssueType.TOOCOSTLY, "At most " + SlotQuery.LONGEST.toDays() + " days from the first start are looked at."));
        }
        return includes != null && !includes.isEmpty() ? set.including(schedulesOf(rows)).bundle() : set.bundle();
    }

    private List<TimetableSlot> found(SlotQuery query, TokenOrListParam status) {
        List<TimetableSlot> found = new ArrayList<>();
        for (boolean free : query.visitTypes().isEmpty() ? new boolean[] {true, false} : new boolean[] {true}) {
            if (status == null || status.getValuesAsQueryTokens().stream().anyMatch(token -> (free ? "free" : "busy").equals(token.getValue()))) {
                found.addAll(schedules.slots(new SlotQuery(query.resources(), query.visitTypes(), query.window(), free)));
            }
        }
        found.sort(TimetableSlot.IN_ORDER);
        return found;
    }

    private static List<TimetableSlot> ordered(List<TimetableSlot> found, SortSpec sort) {
        if (sort != null && !"start".equals(sort.getParamName())) {
            throw new InvalidRequestException("Slots are sorted by start only.");
        }
        List<TimetableSlot> ordered = new ArrayList<>(found);
        if (sort != null && sort.getOrder() == SortOrderEnum.DESC) {
            Collections.reverse(ordered);
        }
        return ordered;
    }

    private Stream<? extends Resource> schedulesOf(List<TimetableSlot> rows) {
        Set<String> pointedAt = rows.stream().map(slot -> slot.resourceId().toString()).collect(Collectors.toSet());
        return timetables.schedules().stream().filter(schedule -> pointedAt.contains(schedule.getIdElement().getIdPart()));
    }

    private Map<String, VisitType> offered() {
        return schedules.visitTypes().stream().collect(Collectors.toMap(VisitType::code, visit -> visit));
    }
}
