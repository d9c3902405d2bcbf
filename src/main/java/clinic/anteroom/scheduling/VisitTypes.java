package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Rows;
import clinic.anteroom.scheduling.finder.LengthRule;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.VisitType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kinds of visit the clinic offers. */
@ApplicationScoped
class VisitTypes {

    private static final String ALL = """
            select v.code, v.name, v.grid_minutes,
                   coalesce((select string_agg(t.test, ',') from visit_type_test t where t.visit_type = v.code), ''),
                   p.ordinal, p.name, p.minutes, r.key, r.capability, r.label, pr.buffer_before, pr.buffer_after
            from visit_type v
            join visit_phase p on p.visit_type = v.code
            join phase_role pr on pr.visit_type = v.code and pr.phase = p.ordinal
            join visit_role r on r.visit_type = v.code and r.key = pr.key
            where v.active
            order by v.code, p.ordinal, r.capability desc, r.key""";

    private static final String POLICY = """
            select patients_may_book, desk_may_book, doctors_may_book, notice_minutes, horizon_days, daily_cap, screening is not null
            from visit_type where code = ?1 and active""";

    @PersistenceContext
    EntityManager entities;

    /** All that are offered, by code. */
    List<VisitType> all() {
        Map<String, List<Object[]>> byCode = new LinkedHashMap<>();
        for (Object[] row : Rows.of(entities.createNativeQuery(ALL))) {
            byCode.computeIfAbsent((String) row[0], code -> new ArrayList<>()).add(row);
        }
        return byCode.values().stream().map(VisitTypes::visitType).toList();
    }

    /** The kind of visit with this code, if it is offered. */
    Optional<VisitType> find(String code) {
        return all().stream().filter(visit -> visit.code().equals(code)).findFirst();
    }

    /** The kind of visit with this code; refuses one that is not offered. */
    VisitType get(String code) {
        return find(code).orElseThrow(VisitNotPossible::unknownKind);
    }

    /** The kind of visit with this code, as long as this patient needs it; refuses one that is not offered. */
    VisitType get(String code, VisitNeeds needs) {
        return forNeeds(get(code), needs);
    }

    /** The kind of visit, as long as this patient needs it. */
    VisitType forNeeds(VisitType visit, VisitNeeds needs) {
        return needs.equals(VisitNeeds.PLAIN) ? visit : visit.forNeeds(needs, rules(visit.code()));
    }

    private List<LengthRule> rules(String code) {
        return Rows.of(entities.createNativeQuery("select phase, factor, included, minutes from visit_length_rule where visit_type = ?1")
                        .setParameter(1, code)).stream()
                .map(row -> new LengthRule(Rows.number(row[0]), VisitNeeds.Factor.valueOf((String) row[1]), Rows.number(row[2]), minutes(row[3])))
                .toList();
    }

    /** Who may book it and when; refuses one that is not offered. */
    BookingPolicy policy(String code) {
        Object[] row = Rows.of(entities.createNativeQuery(POLICY).setParameter(1, code)).stream()
                .findFirst().orElseThrow(VisitNotPossible::unknownKind);
        Set<Booker> bookers = EnumSet.noneOf(Booker.class);
        for (Booker booker : Booker.values()) {
            if ((Boolean) row[booker.ordinal()]) {
                bookers.add(booker);
            }
        }
        return new BookingPolicy(bookers, minutes(row[3]), Duration.ofDays(Rows.number(row[4])),
                row[5] == null ? null : Rows.number(row[5]), (Boolean) row[6]);
    }

    private static VisitType visitType(List<Object[]> rows) {
        Map<Integer, List<Object[]>> byPhase = new LinkedHashMap<>();
        rows.forEach(row -> byPhase.computeIfAbsent(Rows.number(row[4]), ordinal -> new ArrayList<>()).add(row));
        Object[] first = rows.get(0);
        String tests = (String) first[3];
        return new VisitType((String) first[0], (String) first[1], Rows.number(first[2]),
                tests.isEmpty() ? Set.of() : Set.of(tests.split(",")),
                byPhase.values().stream().map(VisitTypes::phase).toList());
    }

    private static VisitType.Phase phase(List<Object[]> rows) {
        Object[] first = rows.get(0);
        return new VisitType.Phase(Rows.number(first[4]), (String) first[5], minutes(first[6]),
                rows.stream().map(VisitTypes::part).toList());
    }

    private static VisitType.Part part(Object[] row) {
        return new VisitType.Part((String) row[7], (String) row[8], (String) row[9], minutes(row[10]), minutes(row[11]));
    }

    private static Duration minutes(Object column) {
        return Duration.ofMinutes(Rows.number(column));
    }
}
