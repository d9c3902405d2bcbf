package clinic.anteroom.myvisit;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.triage.Recheck;
import clinic.anteroom.triage.RecheckService;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The diary between form and visit. What is new runs the rules again; if they find it more urgent, somebody at the clinic
 * gets a task. No booking moves by itself.
 */
@Stateless
@PermitAll // The key of the session is the proof.
public class DiaryService {

    private static final String ENTITY = "Observation";
    private static final int LONGEST = 1000;
    private static final int DAYS_BACK = 31;

    @Inject
    Diaries diaries;

    @Inject
    PatientTasks tasks;

    @Inject
    Proofs proofs;

    @Inject
    RecheckService rules;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /** What came of an entry, for the patient. */
    public enum Outcome {
        /** Kept. */
        KEPT,
        /** Kept, and somebody at the clinic looks at it. */
        TOLD,
        /** Help is needed at once. */
        EMERGENCY
    }

    /** What was written so far, the newest day first. */
    public List<DiaryEntry> mine(String key) {
        UUID patientId = proofs.everythingOf(key);
        audit.record(AuditedAction.VIEW, ENTITY, null, patientId);
        return diaries.of(patientId);
    }

    /**
     * Writes a day down. Refuses with {@link WordsRefused} (fields {@code date}, {@code episodes}, {@code strongest}, {@code diary}).
     *
     * @param episodes  0 to 999; null if not counted
     * @param strongest 0 to 10; null if not said
     * @param news      codes of {@link DiaryNews}; unknown ones are left out
     */
    public Outcome write(String key, LocalDate onDate, Integer episodes, Integer strongest, Set<String> news, String words) {
        UUID patientId = proofs.everythingOf(key);
        if (onDate == null || onDate.isAfter(time.today()) || onDate.isBefore(time.today().minusDays(DAYS_BACK))) {
            throw WordsRefused.of("date", "refusal.diary_date");
        }
        if (episodes != null && (episodes < 0 || episodes > 999)) {
            throw WordsRefused.of("episodes", "refusal.diary_episodes");
        }
        if (strongest != null && (strongest < 0 || strongest > 10)) {
            throw WordsRefused.of("strongest", "refusal.diary_strongest");
        }
        String kept = WordsRefused.checked("diary", words, LONGEST, episodes == null && news.isEmpty());
        List<DiaryNews> known = DiaryNews.all().stream().filter(one -> news.contains(one.code())).toList();
        Optional<UUID> form = diaries.newestForm(patientId, "muscle-twitching");
        Optional<Recheck> recheck = known.isEmpty() ? Optional.empty() : form.flatMap(response -> rules.recheck(response,
                known.stream().collect(Collectors.toMap(DiaryNews::linkId, DiaryNews::answer))));
        UUID id = diaries.add(patientId, form.orElse(null), onDate, episodes, strongest, known.stream().map(DiaryNews::code).toList(), kept,
                recheck.map(found -> Map.entry(found.before().name(), found.after().name())).orElse(null), time.now());
        audit.record(AuditedAction.CREATE, ENTITY, id, patientId);
        return outcome(patientId, id, known, recheck);
    }

    /** Something new without rules to judge it is looked at by hand. */
    private Outcome outcome(UUID patientId, UUID id, List<DiaryNews> news, Optional<Recheck> recheck) {
        if (news.isEmpty()) {
            return Outcome.KEPT;
        }
        boolean worse = recheck.map(Recheck::isWorse).orElse(true);
        if (worse) {
            tasks.raise(PatientTask.Kind.WORSE, patientId, null, id, true, time.now());
        }
        return recheck.filter(Recheck::isEmergency).isPresent() ? Outcome.EMERGENCY : worse ? Outcome.TOLD : Outcome.KEPT;
    }
}
