package clinic.anteroom.web.doctor;

import clinic.anteroom.triage.RuleDraftService;
import clinic.anteroom.triage.RuleFields;
import clinic.anteroom.triage.RuleReleaseService;
import clinic.anteroom.triage.RuleRevision;
import clinic.anteroom.triage.rules.RuleSet;
import clinic.anteroom.triage.rules.Urgency;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Where a new version begins: a document pasted in, or one rule, {@code ?name=&version=&rule=}, changed on fields. */
@Named
@RequestScoped
public class RuleDraftBacking {

    @Inject
    private RuleDraftService drafts;

    @Inject
    private RuleReleaseService releases;

    @Inject
    private CasePage page;

    private RuleFields fields;
    private String document;
    private String cases;
    private String sentence;
    private String doctor;
    private String patient;
    private String urgency = "";
    private String thresholds;

    @PostConstruct
    void read() {
        page.parameter("rule").ifPresent(rule -> {
            fields = releases.fields(page.parameter("name").orElse(""), version(), rule);
            sentence = fields.sentence();
            doctor = fields.doctor();
            patient = fields.patient();
            urgency = fields.urgency();
            thresholds = fields.thresholdsLine();
        });
    }

    /** Registers the document as the next draft. */
    public String draft() {
        return to(drafts.draft(document, cases));
    }

    /** Registers the version with this rule changed as the next draft. */
    public String revise() {
        return to(drafts.revise(page.parameter("name").orElse(""), version(),
                new RuleRevision(fields.rule(), sentence, doctor, patient == null ? "" : patient, urgency, RuleFields.numbers(thresholds, fields.thresholds()))));
    }

    /** The rule as it is; null while a whole document is pasted. */
    public RuleFields getFields() {
        return fields;
    }

    /** Urgencies a rule can raise. */
    public List<Urgency> getUrgencies() {
        return List.of(Urgency.EMERGENCY, Urgency.URGENT, Urgency.SOON, Urgency.ROUTINE);
    }

    private int version() {
        return page.parameter("version").filter(text -> text.matches("[0-9]{1,6}")).map(Integer::valueOf).orElse(0);
    }

    private static String to(RuleSet drafted) {
        return "/doctor/ruleset?faces-redirect=true&name=" + drafted.heading().name() + "&version=" + drafted.heading().version() + "&part=checks";
    }

    public String getDocument() {
        return document;
    }

    public void setDocument(String document) {
        this.document = document;
    }

    public String getCases() {
        return cases;
    }

    public void setCases(String cases) {
        this.cases = cases;
    }

    public String getSentence() {
        return sentence;
    }

    public void setSentence(String sentence) {
        this.sentence = sentence;
    }

    public String getDoctor() {
        return doctor;
    }

    public void setDoctor(String doctor) {
        this.doctor = doctor;
    }

    public String getPatient() {
        return patient;
    }

    public void setPatient(String patient) {
        this.patient = patient;
    }

    public String getUrgency() {
        return urgency;
    }

    public void setUrgency(String urgency) {
        this.urgency = urgency;
    }

    public String getThresholds() {
        return thresholds;
    }

    public void setThresholds(String thresholds) {
        this.thresholds = thresholds;
    }
}
