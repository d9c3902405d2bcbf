package clinic.anteroom.web.doctor;

import clinic.anteroom.care.CaseFolder;
import clinic.anteroom.care.WorklistQuery;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What a doctor looked at last: the list comes back as it was left. */
@SessionScoped
public class WorklistChoice implements Serializable {

    private static final long serialVersionUID = 1L;

    private String folder = "";
    private String complaint = "";
    private String test = "";
    private String search = "";

    /** Takes what the address says; what it does not say stays as it was. */
    WorklistQuery read(Map<String, String> address) {
        folder = address.getOrDefault("folder", folder);
        complaint = address.getOrDefault("complaint", complaint);
        test = address.getOrDefault("test", test);
        search = address.getOrDefault("search", search);
        return new WorklistQuery(folder(), complaint, test, search, id(address.get("after")), id(address.get("before")));
    }

    private static UUID id(String text) {
        return text != null && text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? UUID.fromString(text) : null;
    }

    /** The folder; what is new where the address named none that exists. */
    CaseFolder folder() {
        return Stream.of(CaseFolder.values()).filter(one -> one.name().equalsIgnoreCase(folder)).findFirst().orElse(CaseFolder.NEW);
    }
}
