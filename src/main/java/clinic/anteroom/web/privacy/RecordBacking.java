package clinic.anteroom.web.privacy;

import clinic.anteroom.privacy.RecordEntry;
import clinic.anteroom.privacy.RecordKind;
import clinic.anteroom.privacy.RecordReason;
import clinic.anteroom.privacy.WholeRecord;
import clinic.anteroom.privacy.WholeRecordService;
import clinic.anteroom.web.shell.NotThere;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Stream;

/** A whole record, to be read, printed and handed out. Whose, and why, comes with the address; nothing is read before a reason is given. */
@Named
@RequestScoped
public class RecordBacking {

    /** Where the words for codes stand, the nearest first. */
    private static final List<String> CALLED = List.of("privacy_word.", "visit_status.", "test.", "visit.");

    @Inject
    private FacesContext faces;

    @Inject
    private WholeRecordService records;

    private UUID patient;
    private RecordReason reason;
    private WholeRecord record;

    /** Takes the record out if a reason is given; what is no patient or no reason is no page. */
    @PostConstruct
    void read() {
        Map<String, String> asked = faces.getExternalContext().getRequestParameterMap();
        try {
            patient = given(asked.get("patient")) ? UUID.fromString(asked.get("patient")) : null;
            reason = given(asked.get("reason")) ? RecordReason.valueOf(asked.get("reason")) : null;
        } catch (IllegalArgumentException e) {
            throw new NotThere();
        }
        record = patient == null || reason == null ? null : records.take(patient, reason).orElseThrow(NotThere::new);
    }

    /** The forms with their answers, the newest first. */
    public List<RecordForm> getForms() {
        return record.forms().stream().map(RecordForm::of).toList();
    }

    /** The sheets on which there is something. */
    public List<RecordKind> getKinds() {
        return Stream.of(RecordKind.values()).filter(kind -> !record.of(kind).isEmpty()).toList();
    }

    /** One sheet. */
    public List<RecordEntry> of(RecordKind kind) {
        return record.of(kind);
    }

    /** What a code is called on our pages; one that no page has a word for is read aloud. */
    public String word(String code) {
        ResourceBundle texts = faces.getApplication().getResourceBundle(faces, "text");
        return code == null ? "" : CALLED.stream().map(prefix -> prefix + code).filter(texts::containsKey).map(texts::getString).findFirst().orElseGet(() -> plain(code));
    }

    /** A code as it is read aloud. */
    public String plain(String code) {
        return code == null ? "" : code.matches("[A-Z0-9_ ]+") ? code.replace('_', ' ').toLowerCase(Locale.ROOT) : code;
    }

    /** Why a record can be taken out. */
    public List<RecordReason> getReasons() {
        return List.of(RecordReason.values());
    }

    /** Null until a reason is given. */
    public WholeRecord getRecord() {
        return record;
    }

    /** Null if nobody was chosen. */
    public UUID getPatient() {
        return patient;
    }

    /** Null until one is given. */
    public RecordReason getReason() {
        return reason;
    }

    private static boolean given(String text) {
        return text != null && !text.isEmpty();
    }
}
