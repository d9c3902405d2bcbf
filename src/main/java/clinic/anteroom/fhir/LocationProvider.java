package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import clinic.anteroom.directory.DirectoryService;
import clinic.anteroom.directory.Place;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Reference;

/** Sites and rooms. */
@Dependent
public class LocationProvider implements IResourceProvider {

    private static final String ROOM = "http://terminology.hl7.org/CodeSystem/location-physical-type";

    @Inject
    private DirectoryService directory;

    @Override
    public Class<Location> getResourceType() {
        return Location.class;
    }

    /** One site or room. */
    @Read
    public Location read(@IdParam IdType id) {
        return directory.places().stream().filter(place -> place.id().toString().equals(id.getIdPart())).findFirst()
                .map(LocationProvider::location).orElseThrow(() -> new ResourceNotFoundException(id));
    }

    /** All of them, or those that fit. */
    @Search
    public Bundle search(@OptionalParam(name = "_id") TokenParam id, @OptionalParam(name = "name") StringParam name, RequestDetails request) {
        return Searchset.of(request, directory.places().stream()
                .filter(place -> id == null || place.id().toString().equals(id.getValue()))
                .filter(place -> name == null || Names.begins(place.name(), name))
                .map(LocationProvider::location).toList()).bundle();
    }

    static Location location(Place place) {
        Location location = new Location();
        location.setId(place.id().toString());
        location.addExtension("http://hl7.org/fhir/StructureDefinition/timezone", new CodeType(place.zone()));
        location.setStatus(Location.LocationStatus.ACTIVE).setName(place.name()).setMode(Location.LocationMode.INSTANCE);
        location.setPhysicalType(place.partOf() == null ? Codes.concept(ROOM, "si", "Site") : Codes.concept(ROOM, "ro", "Room"));
        if (place.partOf() != null) {
            location.setPartOf(new Reference("Location/" + place.partOf()));
        }
        return location;
    }
}
