package clinic.anteroom.triage;

import clinic.anteroom.intake.Questionnaire;
import clinic.anteroom.intake.Questionnaires;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.triage.rules.RuleSet;
import clinic.anteroom.triage.rules.RuleSetCheck;
import clinic.anteroom.triage.rules.RuleSetReader;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the rule documents of this build into the database when it starts. A document with a fault, or one that was
 * changed without a new version, keeps the application from starting: no patient is triaged by rules nobody can name.
 */
@Startup
@Singleton
@DependsOn("Migrator")
@PermitAll
public class RuleSetRegister {

    private static final int TRIES = 240;
    private static final int PAUSE_MILLIS = 250;

    @Inject
    private RuleSetVersions versions;

    @Inject
    private RuleReleases releases;

    @Inject
    private Questionnaires questionnaires;

    @Inject
    private ClinicTime time;

    /** For the container. */
    public RuleSetRegister() {
    }

    /** For tests without a container. */
    RuleSetRegister(RuleSetVersions versions, RuleReleases releases, ClinicTime time) {
        this.versions = versions;
        this.releases = releases;
        this.time = time;
    }

    /** Registers what this build ships. */
    @PostConstruct
    void registerShipped() {
        Map<String, RuleSet> shipped = new LinkedHashMap<>();
        for (String document : RuleSets.shipped()) {
            RuleSet ruleSet = RuleSetReader.read(document);
            refuseFaults(ruleSet, questionnaires.get(ruleSet.heading().questionnaire()));
            shipped.put(document, ruleSet);
        }
        awaitTurn();
        shipped.forEach((document, ruleSet) -> {
            register(ruleSet, document);
            firstRun(ruleSet);
        });
    }

    /** Nodes that start together register one after the other; the second finds everything there. */
    private void awaitTurn() {
        try {
            for (int tries = 0; !versions.isMine(); tries++) {
                if (tries == TRIES) {
                    throw new IllegalStateException("Another node has been registering rules for a minute. Maybe it hangs: end it and start this one again.");
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while another node registered rules.", e);
        }
    }

    /**
     * Where no rules ever answered a questionnaire, the newest of this build do, not signed off by a clinician: a form is
     * better read by them, with that said on every page, than by nobody. Everything later goes through the gate.
     */
    void firstRun(RuleSet ruleSet) {
        RuleSet newest = RuleSets.newestShipped().get(ruleSet.heading().questionnaire());
        if (newest.canonical().equals(ruleSet.canonical()) && !releases.hasActivation(ruleSet.heading().questionnaire())) {
            releases.activate(ruleSet, Instant.EPOCH, false, "build", time.now());
        }
    }

    /** Registers one document; refuses one whose version is registered with other bytes. */
    void register(RuleSet ruleSet, String document) {
        versions.register(ruleSet, document, time.now());
        String registered = versions.hash(ruleSet.heading().name(), ruleSet.heading().version());
        if (!registered.equals(ruleSet.heading().sha256())) {
            throw new IllegalStateException("Rule set " + ruleSet.heading().name() + " version " + ruleSet.heading().version()
                    + " is registered with hash " + registered + ", but this build ships it with hash "
                    + ruleSet.heading().sha256() + ".\nMaybe the document was edited after it was deployed: undo the edit, "
                    + "or give it the next version and a new file.");
        }
    }

    private static void refuseFaults(RuleSet ruleSet, Questionnaire questionnaire) {
        List<String> faults = RuleSetCheck.faults(ruleSet, questionnaire);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Rule set " + ruleSet.canonical() + " has faults against "
                    + questionnaire.canonical() + ": " + String.join("; ", faults)
                    + "\nMaybe the questionnaire changed and its rules did not.");
        }
    }
}
