package clinic.anteroom.web.patient;

import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.ResourceKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.ResourceBundle;

/** What patients call things: a kind of visit in their language, the people and the rooms of a visit, how long it is. */
@Named
@ApplicationScoped
public class MyWordsBacking {

    @Inject
    private FacesContext faces;

    /** A kind of visit; the clinic's own name for one that has no words here. */
    public String visit(String code, String name) {
        return word("visit." + code, name);
    }

    /** A phase of a visit; the clinic's own name for one that has no words here. */
    public String phase(String name) {
        return word("phase." + name.replaceAll("[^A-Za-z]+", "_"), name);
    }

    /** A part of a record. */
    public String record(String entity) {
        return word("patient_looked.kind_" + entity, word("patient_looked.kind_other", entity));
    }

    private String word(String key, String otherwise) {
        ResourceBundle words = ResourceBundle.getBundle("clinic.anteroom.web.messages", faces.getViewRoot().getLocale(), MyWordsBacking.class.getClassLoader());
        return words.containsKey(key) ? words.getString(key) : otherwise;
    }

    /** The people in a visit, each once. */
    public String people(Booked visit) {
        return names(visit, ResourceKind.PRACTITIONER);
    }

    /** Its rooms, each once. */
    public String rooms(Booked visit) {
        return names(visit, ResourceKind.LOCATION);
    }

    /** The people of a time that can be taken. */
    public String peopleOf(FreeTime time) {
        return String.join(", ", time.casting().stream().filter(part -> part.kind() == ResourceKind.PRACTITIONER).map(FreeTime.Casted::resourceName).distinct().toList());
    }

    /** Whole minutes between two moments. */
    public long minutes(Instant start, Instant end) {
        return Duration.between(start, end).toMinutes();
    }

    private static String names(Booked visit, ResourceKind kind) {
        List<String> names = visit.phases().stream().flatMap(phase -> phase.with().stream()).filter(with -> with.kind() == kind).map(Booked.With::name).distinct().toList();
        return String.join(", ", names);
    }
}
