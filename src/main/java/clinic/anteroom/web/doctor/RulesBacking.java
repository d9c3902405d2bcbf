package clinic.anteroom.web.doctor;

import clinic.anteroom.access.Roles;
import clinic.anteroom.care.ResultService;
import clinic.anteroom.care.RuleFigures;
import clinic.anteroom.triage.CardFigures;
import clinic.anteroom.triage.CardService;
import clinic.anteroom.triage.RuleReleaseService;
import clinic.anteroom.triage.RuleSetState;
import clinic.anteroom.triage.RuleSwitch;
import clinic.anteroom.triage.RuleSwitchService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import java.util.List;
import java.util.stream.Collectors;

/** The rule sets of the house: every version with where it stands, and what became of the flags of each rule. */
@Named
@RequestScoped
public class RulesBacking {

    @Inject
    private RuleReleaseService releases;

    @Inject
    private RuleSwitchService switches;

    @Inject
    private ResultService results;

    @Inject
    private CardService cards;

    @Inject
    private SecurityContext security;

    private List<RuleSetState> states;
    private List<RuleFigures> figures;
    private List<CardFigures> offered;

    /** Every version, the newest of each name first. */
    public List<RuleSetState> getStates() {
        if (states == null) {
            states = releases.all();
        }
        return states;
    }

    /** The names of the rule sets. */
    public List<String> getNames() {
        return getStates().stream().map(RuleSetState::name).distinct().toList();
    }

    /** The versions of a name, the newest first. */
    public List<RuleSetState> versions(String name) {
        return getStates().stream().filter(state -> state.name().equals(name)).toList();
    }

    /** Rules of a set that are switched off. */
    public List<RuleSwitch> off(String name) {
        return switches.off(name);
    }

    /** What became of the flags of every rule that ever raised one; rules with most overrides first. */
    public List<RuleFigures> getFigures() {
        if (figures == null) {
            figures = results.figures().stream().sorted(java.util.Comparator.comparing(RuleFigures::rejected).reversed().thenComparing(RuleFigures::rule)).toList();
        }
        return figures;
    }

    /** What people in other systems did with the cards of these rules. */
    public List<CardFigures> getCards() {
        if (offered == null) {
            offered = cards.figures();
        }
        return offered;
    }

    /** What became of the flags of one rule; null if it never raised one. */
    public RuleFigures figuresOf(String rule) {
        return getFigures().stream().filter(one -> one.rule().equals(rule)).findFirst().orElse(null);
    }

    /** "Another test answers it better, or first (2)" and the like, as codes with their numbers. */
    public List<String> reasons(RuleFigures one) {
        return one.reasons().entrySet().stream().map(reason -> reason.getKey() + " " + reason.getValue()).collect(Collectors.toList());
    }

    /** Whether who reads put a version up, or approved it. */
    public boolean isDone(RuleSetState state) {
        String me = security.getCallerPrincipal().getName();
        return me.equals(state.submittedBy()) || state.approvals().contains(me);
    }

    /** Whether who reads may change rules. */
    public boolean isDirector() {
        return security.isCallerInRole(Roles.MEDICAL_DIRECTOR);
    }
}
