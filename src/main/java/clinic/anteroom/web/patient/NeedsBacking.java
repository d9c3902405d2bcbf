package clinic.anteroom.web.patient;

import clinic.anteroom.directory.AccessNeeds;
import clinic.anteroom.directory.ContactBy;
import clinic.anteroom.directory.GoodTime;
import clinic.anteroom.directory.Need;
import clinic.anteroom.intake.Draft;
import clinic.anteroom.intake.NeedsService;
import clinic.anteroom.intake.Page;
import clinic.anteroom.intake.ResponseStatus;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How to reach the patient, and what helps them at a visit; all of it can be left out. */
@Named
@RequestScoped
public class NeedsBacking {

    @Inject
    private PatientDraft patient;

    @Inject
    private NeedsService needs;

    @Inject
    private FacesContext faces;

    private ContactBy contactBy;
    private GoodTime[] times;
    private String interpreter;
    private Need[] helps;
    private String words;

    @PostConstruct
    void read() {
        AccessNeeds told = getTold();
        contactBy = told.contactBy();
        times = told.times().stream().sorted().toArray(GoodTime[]::new);
        interpreter = told.interpreter();
        helps = told.needs().stream().sorted().toArray(Need[]::new);
        words = told.words();
    }

    /** Where to go instead of showing this page; null to show it. */
    public String elsewhere() {
        return patient.elsewhereUnless(ResponseStatus.IN_PROGRESS);
    }

    /** Keeps it and goes on to the summary. */
    public String save() {
        needs.save(patient.key(), new AccessNeeds(contactBy, set(GoodTime.class, times), interpreter, set(Need.class, helps),
                words == null || words.isBlank() ? null : words.strip()));
        return "/patient/check" + PatientDraft.REDIRECT;
    }

    private static <E extends Enum<E>> Set<E> set(Class<E> type, E[] chosen) {
        Set<E> set = EnumSet.noneOf(type);
        set.addAll(List.of(chosen));
        return set;
    }

    /** What was told so far; never null. */
    public final AccessNeeds getTold() {
        return needs.find(patient.key()).orElse(AccessNeeds.NONE);
    }

    /** Whether the address says that the summary comes next. */
    public boolean isThenCheck() {
        return "check".equals(faces.getExternalContext().getRequestParameterMap().get("then"));
    }

    /** The last page of questions, for the way back. */
    public int getLastPage() {
        Draft draft = patient.find().orElseThrow();
        List<Page> pages = draft.pages();
        return draft.questionnaire().numberOf(pages.get(pages.size() - 1).linkId());
    }

    /** Languages by their names in the reader's language. */
    public Map<String, String> getLanguages() {
        Locale reader = faces.getViewRoot().getLocale();
        Map<String, String> names = new TreeMap<>();
        needs.languages().forEach(code -> names.put(Locale.forLanguageTag(code).getDisplayLanguage(reader), code));
        return names;
    }

    public ContactBy[] getWays() {
        return ContactBy.values();
    }

    public GoodTime[] getGoodTimes() {
        return GoodTime.values();
    }

    public Need[] getAllHelps() {
        return Need.values();
    }

    public ContactBy getContactBy() {
        return contactBy;
    }

    public void setContactBy(ContactBy contactBy) {
        this.contactBy = contactBy;
    }

    public GoodTime[] getTimes() {
        return times.clone();
    }

    public void setTimes(GoodTime[] times) {
        this.times = times.clone();
    }

    public String getInterpreter() {
        return interpreter;
    }

    public void setInterpreter(String interpreter) {
        this.interpreter = interpreter;
    }

    public Need[] getHelps() {
        return helps.clone();
    }

    public void setHelps(Need[] helps) {
        this.helps = helps.clone();
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
