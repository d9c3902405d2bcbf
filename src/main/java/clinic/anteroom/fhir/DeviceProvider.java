package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import clinic.anteroom.directory.DirectoryService;
import clinic.anteroom.directory.Machine;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Device.DeviceNameType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;

/** Machines that tests are done with. */
@Dependent
public class DeviceProvider implements IResourceProvider {

    @Inject
    private DirectoryService directory;

    @Override
    public Class<Device> getResourceType() {
        return Device.class;
    }

    /** One of them. */
    @Read
    public Device read(@IdParam IdType id) {
        return directory.machines().stream().filter(machine -> machine.id().toString().equals(id.getIdPart())).findFirst()
                .map(DeviceProvider::device).orElseThrow(() -> new ResourceNotFoundException(id));
    }

    /** All of them, or those that fit. */
    @Search
    public Bundle search(@OptionalParam(name = "_id") TokenParam id, @OptionalParam(name = "device-name") StringParam name,
            @OptionalParam(name = "location") ReferenceParam location, RequestDetails request) {
        UUID room = Asked.id(location, "Location");
        return Searchset.of(request, directory.machines().stream()
                .filter(machine -> id == null || machine.id().toString().equals(id.getValue()))
                .filter(machine -> name == null || Names.begins(machine.name(), name))
                .filter(machine -> room == null || room.equals(machine.locationId()))
                .map(DeviceProvider::device).toList()).bundle();
    }

    static Device device(Machine machine) {
        Device device = new Device();
        device.setId(machine.id().toString());
        device.setStatus(Device.FHIRDeviceStatus.ACTIVE).addDeviceName().setName(machine.name()).setType(DeviceNameType.USERFRIENDLYNAME);
        if (machine.locationId() != null) {
            device.setLocation(new Reference("Location/" + machine.locationId()));
        }
        return device;
    }
}
