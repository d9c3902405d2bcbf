package clinic.anteroom.scheduling;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.Roles;
import clinic.anteroom.scheduling.finder.Lane;
import clinic.anteroom.scheduling.finder.Plan;
import clinic.anteroom.scheduling.finder.Search;
import clinic.anteroom.scheduling.finder.TimeFinder;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.shared.Rows;
import clinic.anteroom.shared.TimeRange;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Kinds of visit: what each would mean for patients, new ones after the pattern of one that is there, taking one out of the offer, and offering it again. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class VisitKindService {

    private static final Duration LOOKED_AT = Duration.ofDays(14);
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_CODE = 40;
    private static final String ENTITY = "HealthcareService";

    @PersistenceContext
    EntityManager entities;

    @Inject
    VisitTypes visitTypes;

    @Inject
    Timetables timetables;

    @Inject
    AuditService audit;

    @Inject
    ClinicTime time;

    /** Whole minutes of each phase of a kind of visit, in order. */
    public List<Integer> minutes(String code) {
        return visitTypes.get(code).phases().stream().map(phase -> (int) phase.length().toMinutes()).toList();
    }

    /**
     * What patients would find; nothing is kept. Refuses with {@link VisitPolicyRefused} (fields {@code minutes}, {@code notice}, {@code alone}).
     *
     * @param like    the code of the kind of visit whose phases and parts it has; never null
     * @param minutes of each phase, each 5 to 480
     */
    public VisitPreview preview(String like, List<Integer> minutes, int noticeMinutes, int aloneDays) {
        VisitType visit = changed(visitTypes.get(like), minutes);
        if (noticeMinutes < 0 || aloneDays < 1 || aloneDays > 365) {
            throw new VisitPolicyRefused(List.of(new FieldRefused(noticeMinutes < 0 ? "notice" : "alone", "refusal.answer_out_of_range", 1, 365, "")));
        }
        Instant from = time.now().plus(Duration.ofMinutes(noticeMinutes));
        TimeRange window = new TimeRange(from, from.plus(LOOKED_AT));
        Search search = new Search(visit, timetables.window(window, Timetables.ANYBODY, Timetables.ANYBODY).availability(), time.zone(), window,
                new Lane(Timetables.ANYBODY, 1), null, Set.of(), null, Set.of());
        List<Instant> starts = TimeFinder.all(search).map(Plan::start).distinct().sorted().toList();
        return new VisitPreview(visit.phases().stream().map(phase -> new VisitPreview.Phase(phase.name(), phase.length().toMinutes(),
                phase.parts().stream().map(VisitType.Part::label).toList())).toList(), visit.length().toMinutes(),
                starts.isEmpty() ? null : starts.get(0), starts.size(), time.today().plusDays(aloneDays));
    }

    private static VisitType changed(VisitType visit, List<Integer> minutes) {
        if (minutes.size() != visit.phases().size() || minutes.stream().anyMatch(one -> one < 5 || one > 480)) {
            throw new VisitPolicyRefused(List.of(new FieldRefused("minutes", "refusal.visit_minutes", visit.phases().size())));
        }
        List<VisitType.Phase> phases = new ArrayList<>();
        for (VisitType.Phase phase : visit.phases()) {
            phases.add(new VisitType.Phase(phase.ordinal(), phase.name(), Duration.ofMinutes(minutes.get(phases.size())), phase.parts()));
        }
        return new VisitType(visit.code(), visit.name(), visit.gridMinutes(), visit.tests(), phases);
    }

    /**
     * Adds a kind of visit with the phases and parts of another one. It answers no ordered test, and patients book it by
     * invitation only until somebody sets it otherwise.
     *
     * @return its code, made of its name
     * @throws VisitPolicyRefused if the name is missing, too long or taken (field {@code name}), or a length is odd (field {@code minutes})
     */
    public String add(String name, String like, List<Integer> minutes) {
        String called = name == null ? "" : name.strip();
        String code = Normalizer.normalize(called, Normalizer.Form.NFD).toUpperCase(Locale.ROOT).replaceAll("\\p{M}", "").replaceAll("[^A-Z]+", "_").replaceAll("^_+|_+$", "");
        if (called.isEmpty() || called.length() > LONGEST_NAME || code.length() < 2 || code.length() > LONGEST_CODE) {
            throw new VisitPolicyRefused(List.of(new FieldRefused("name", "refusal.visit_name")));
        }
        VisitType pattern = changed(visitTypes.get(like), minutes);
        int added = entities.createNativeQuery("""
                        insert into visit_type (code, name, grid_minutes, notice_minutes, horizon_days, self_horizon_days, change_notice_minutes, check_in_before, self_for, self_min_age)
                        select ?1, ?2, grid_minutes, notice_minutes, horizon_days, self_horizon_days, change_notice_minutes, check_in_before, self_for, self_min_age from visit_type where code = ?3
                        on conflict do nothing""")
                .setParameter(1, code).setParameter(2, called).setParameter(3, like).executeUpdate();
        if (added == 0) {
            throw new VisitPolicyRefused(List.of(new FieldRefused("name", "refusal.visit_name_taken")));
        }
        for (VisitType.Phase phase : pattern.phases()) {
            entities.createNativeQuery("insert into visit_phase (visit_type, ordinal, name, minutes) values (?1, ?2, ?3, ?4)")
                    .setParameter(1, code).setParameter(2, phase.ordinal()).setParameter(3, phase.name()).setParameter(4, phase.length().toMinutes()).executeUpdate();
        }
        copy("visit_role (visit_type, key, capability, label) select ?1, key, capability, label from visit_role", code, like);
        copy("phase_role (visit_type, phase, key, buffer_before, buffer_after) select ?1, phase, key, buffer_before, buffer_after from phase_role", code, like);
        copy("visit_length_rule (visit_type, phase, factor, included, minutes) select ?1, phase, factor, included, minutes from visit_length_rule", code, like);
        audit.record(AuditedAction.CREATE, ENTITY, null, null);
        return code;
    }

    private void copy(String rows, String code, String like) {
        entities.createNativeQuery("insert into " + rows + " where visit_type = ?2").setParameter(1, code).setParameter(2, like).executeUpdate();
    }

    /** Sets how long each phase is from now on; what is booked stays as long as it is. Refuses like {@link #preview}. */
    public void setMinutes(String code, List<Integer> minutes) {
        for (VisitType.Phase phase : changed(visitTypes.get(code), minutes).phases()) {
            entities.createNativeQuery("update visit_phase set minutes = ?3 where visit_type = ?1 and ordinal = ?2 and minutes <> ?3")
                    .setParameter(1, code).setParameter(2, phase.ordinal()).setParameter(3, phase.length().toMinutes()).executeUpdate();
        }
        audit.record(AuditedAction.UPDATE, ENTITY, null, null);
    }

    /** Takes it out of the offer; what is booked takes place. */
    public void retire(String code) {
        entities.createNativeQuery("update visit_type set active = false where code = ?1").setParameter(1, code).executeUpdate();
        audit.record(AuditedAction.UPDATE, ENTITY, null, null);
    }

    /** Puts a kind of visit that was taken out back into the offer, with the settings it had. */
    public void offerAgain(String code) {
        entities.createNativeQuery("update visit_type set active = true where code = ?1").setParameter(1, code).executeUpdate();
        audit.record(AuditedAction.UPDATE, ENTITY, null, null);
    }

    /** How many visits of this kind are booked and still to come: they take place whatever becomes of the offer. */
    public int bookedAhead(String code) {
        return Rows.number(entities.createNativeQuery("select count(*) from appointment where visit_type = ?1 and status = 'BOOKED' and expires_at is null and starts_at > cast(?2 as timestamptz)")
                .setParameter(1, code).setParameter(2, time.now().toString()).getSingleResult());
    }
}
