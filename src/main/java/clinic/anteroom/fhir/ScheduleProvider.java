package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import clinic.anteroom.scheduling.ScheduleService;
import clinic.anteroom.scheduling.Timetable;
import clinic.anteroom.scheduling.finder.VisitType;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Schedule;

/** Timetables of people, rooms and machines: one actor each. */
@Dependent
public class ScheduleProvider implements IResourceProvider {

    @Inject
    private ScheduleService schedules;

    @Override
    public Class<Schedule> getResourceType() {
        return Schedule.class;
    }

    /** One of them; its id is that of its actor. */
    @Read
    public Schedule read(@IdParam IdType id) {
        return schedules().stream().filter(schedule -> schedule.getIdElement().getIdPart().equals(id.getIdPart())).findFirst()
                .orElseThrow(() -> new ResourceNotFoundException(id));
    }

    /** All of them, or those that fit. */
    @Search
    public Bundle search(@OptionalParam(name = "_id") TokenParam id,
            @OptionalParam(name = "actor", targetTypes = {Practitioner.class, Location.class, Device.class}) ReferenceParam actor,
            @OptionalParam(name = "service-type") TokenParam type, @OptionalParam(name = "active") TokenParam active, RequestDetails request) {
        return Searchset.of(request, schedules().stream()
                .filter(schedule -> id == null || schedule.getIdElement().getIdPart().equals(id.getValue()))
                .filter(schedule -> actor == null || isOf(schedule, actor))
                .filter(schedule -> type == null || schedule.getServiceType().stream()
                        .anyMatch(concept -> VisitIds.fits(type, concept.getCodingFirstRep().getCode())))
                .filter(schedule -> active == null || "true".equals(active.getValue()))
                .toList()).bundle();
    }

    /** The timetables as schedules. */
    List<Schedule> schedules() {
        Map<String, String> names = schedules.visitTypes().stream().collect(Collectors.toMap(VisitType::code, VisitType::name));
        return schedules.timetables().stream().map(timetable -> schedule(timetable, names)).toList();
    }

    private static boolean isOf(Schedule schedule, ReferenceParam actor) {
        String[] own = schedule.getActorFirstRep().getReference().split("/");
        UUID wanted = Asked.id(actor, actor.hasResourceType() ? own[0] : null);
        return own[1].equals(String.valueOf(wanted));
    }

    private static Schedule schedule(Timetable timetable, Map<String, String> names) {
        Schedule schedule = new Schedule();
        schedule.setId(timetable.resourceId().toString());
        schedule.setActive(true).addActor(Actors.reference(timetable.kind(), timetable.resourceId(), timetable.name()));
        timetable.visitTypes().forEach(code -> schedule.addServiceType(VisitIds.concept(code, names.get(code))));
        return schedule;
    }
}
