package clinic.anteroom.web.doctor;

import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.triage.GateReport;
import clinic.anteroom.triage.ReplayService;
import clinic.anteroom.triage.RuleReleaseService;
import clinic.anteroom.triage.RuleSetStage;
import clinic.anteroom.triage.RuleSetState;
import clinic.anteroom.triage.RuleSwitch;
import clinic.anteroom.triage.RuleSwitchService;
import clinic.anteroom.triage.ShadowReport;
import clinic.anteroom.triage.rules.Level;
import clinic.anteroom.triage.rules.RuleText;
import clinic.anteroom.web.shell.NotThere;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One version of a rule set, {@code ?name=&version=}: {@code &part=} rules, checks, cases, shadow or release. */
@Named
@RequestScoped
public class RuleSetBacking {

    private static final List<String> PARTS = List.of("rules", "checks", "cases", "shadow", "release");

    @Inject
    private RuleReleaseService releases;

    @Inject
    private RuleSwitchService switches;

    @Inject
    private ReplayService replay;

    @Inject
    private CasePage page;

    @Inject
    private ClinicTime time;

    private RuleSetState state;
    private List<RuleText> rules;
    private Map<String, RuleSwitch> off;
    private GateReport report;
    private ShadowReport shadow;
    private String from;
    private final Map<String, String> reasons = new HashMap<>();

    @PostConstruct
    void read() {
        String name = page.parameter("name").orElseThrow(NotThere::new);
        String version = page.parameter("version").filter(text -> text.matches("[0-9]{1,6}")).orElseThrow(NotThere::new);
        state = releases.all().stream().filter(one -> one.name().equals(name) && one.version() == Integer.parseInt(version)).findFirst()
                .orElseThrow(NotThere::new);
        off = switches.off(name).stream().collect(Collectors.toMap(RuleSwitch::rule, Function.identity()));
    }

    /** Puts the draft into shadow. */
    public String submit() {
        releases.submit(state.name(), state.version());
        return again("release");
    }

    /** Approves it with what the checks say now. */
    public String approve() {
        releases.approve(state.name(), state.version());
        return again("release");
    }

    /** Puts it in force from the day that was chosen, at the start of that day; from now if none was. */
    public String activate() {
        releases.activate(state.name(), state.version(), start());
        return again("release");
    }

    /** Ends it now. */
    public String retire() {
        releases.retire(state.name(), state.version(), time.now());
        return again("release");
    }

    /** Switches one rule off, for the reason that was typed. */
    public String switchOff(String rule) {
        switches.switchOff(state.name(), rule, reasons.get(rule));
        return again("rules");
    }

    /** Reads a rule again. */
    public String switchOn(String rule) {
        switches.switchOn(state.name(), rule);
        return again("rules");
    }

    public RuleSetState getState() {
        return state;
    }

    public List<String> getParts() {
        return PARTS;
    }

    /** The part that is shown. */
    public String getPart() {
        return page.parameter("part").filter(PARTS::contains).orElse("rules");
    }

    public Level[] getLevels() {
        return Level.values();
    }

    /** The rules of a level in sentences. */
    public List<RuleText> rules(Level level) {
        if (rules == null) {
            rules = releases.read(state.name(), state.version());
        }
        return rules.stream().filter(text -> text.rule().level() == level).toList();
    }

    /** Who switched a rule off, and why; null while it is on. */
    public RuleSwitch off(String rule) {
        return off.get(rule);
    }

    /** What checks and test cases say. */
    public GateReport getReport() {
        if (report == null) {
            report = releases.check(state.name(), state.version());
        }
        return report;
    }

    /** What it would change over all past forms. */
    public ShadowReport getShadow() {
        if (shadow == null) {
            shadow = replay.shadow(state.name(), state.version());
        }
        return shadow;
    }

    /** Rows of a map that is counted, for a table. */
    public List<Map.Entry<String, Integer>> rows(Map<String, Integer> counts) {
        return List.copyOf(counts.entrySet());
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    /** Why a rule is switched off, by its id: every rule has a field of its own on the page. */
    public Map<String, String> getReasons() {
        return reasons;
    }

    private Instant start() {
        try {
            return from == null || from.isBlank() ? time.now().plusSeconds(1) : time.instantOf(LocalDate.parse(from), LocalTime.MIDNIGHT).orElseThrow();
        } catch (DateTimeParseException e) {
            return Instant.EPOCH; // No day: refused like one that is past.
        }
    }

    private String again(String part) {
        return "/doctor/ruleset?faces-redirect=true&name=" + state.name() + "&version=" + state.version() + "&part=" + part;
    }
}
