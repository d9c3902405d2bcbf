package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.LengthRule;
import clinic.anteroom.scheduling.finder.Resource;
import clinic.anteroom.scheduling.finder.ResourceKind;
import clinic.anteroom.scheduling.finder.Traits;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.Rows;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads kinds of visit and who and what there is for them: four queries, however many there are. */
final class CatalogueRows {

    private static final String VISIT_TYPES = """
            select v.code, v.name, v.grid_minutes,
                   coalesce((select string_agg(t.test, ',') from visit_type_test t where t.visit_type = v.code), ''),
                   p.ordinal, p.name, p.minutes, r.key, r.capability, r.label, pr.buffer_before, pr.buffer_after
            from visit_type v
            join visit_phase p on p.visit_type = v.code
            join phase_role pr on pr.visit_type = v.code and pr.phase = p.ordinal
            join visit_role r on r.visit_type = v.code and r.key = pr.key
            where v.active
            order by v.code, p.ordinal, r.capability desc, r.key""";

    private static final String POLICIES = """
            select patients_may_book, desk_may_book, doctors_may_book, notice_minutes, horizon_days, daily_cap, screening is not null, code, self_horizon_days
            from visit_type where active""";

    private static final String RESOURCES = """
            select r.id, r.kind, n.name, r.seats, d.location_id,
                   (select string_agg(c.capability, ',') from resource_capability c where c.resource_id = r.id),
                   coalesce(l.part_of, dl.part_of),
                   (select string_agg(s.language, ',') from practitioner_language s where s.practitioner_id = r.id),
                   p.sex, coalesce(l.accessible, true)
            from (select distinct resource_id from resource_capability) used
            join resource r on r.id = used.resource_id
            join resource_name n on n.id = r.id
            left join device d on d.id = r.id
            left join location dl on dl.id = d.location_id
            left join location l on l.id = r.id
            left join practitioner p on p.id = r.id
            order by case r.kind when 'PRACTITIONER' then 1 when 'LOCATION' then 2 else 3 end, n.name, r.id""";

    private final EntityManager entities;

    CatalogueRows(EntityManager entities) {
        this.entities = entities;
    }

    List<VisitType> visitTypes() {
        Map<String, List<Object[]>> byCode = new LinkedHashMap<>();
        for (Object[] row : rows(VISIT_TYPES)) {
            byCode.computeIfAbsent((String) row[0], code -> new ArrayList<>()).add(row);
        }
        return byCode.values().stream().map(CatalogueRows::visitType).toList();
    }

    Map<String, BookingPolicy> policies() {
        Map<String, BookingPolicy> policies = new HashMap<>();
        for (Object[] row : rows(POLICIES)) {
            Set<Booker> bookers = EnumSet.noneOf(Booker.class);
            for (Booker booker : Booker.values()) {
                if ((Boolean) row[booker.ordinal()]) {
                    bookers.add(booker);
                }
            }
            policies.put((String) row[7], new BookingPolicy(bookers, minutes(row[3]), Duration.ofDays(Rows.number(row[4])),
                    Duration.ofDays(Rows.number(row[8])),
                    row[5] == null ? null : Rows.number(row[5]), (Boolean) row[6]));
        }
        return Map.copyOf(policies);
    }

    Map<String, List<LengthRule>> lengthRules() {
        Map<String, List<LengthRule>> rules = new HashMap<>();
        for (Object[] row : rows("select phase, factor, included, minutes, visit_type from visit_length_rule")) {
            rules.computeIfAbsent((String) row[4], code -> new ArrayList<>()).add(new LengthRule(Rows.number(row[0]),
                    VisitNeeds.Factor.valueOf((String) row[1]), Rows.number(row[2]), minutes(row[3])));
        }
        return Map.copyOf(rules);
    }

    List<Resource> resources() {
        return rows(RESOURCES).stream()
                .map(row -> new Resource(Rows.id(row[0]), ResourceKind.valueOf((String) row[1]), (String) row[2],
                        Rows.number(row[3]), Rows.id(row[4]), set(row[5]),
                        new Traits(Rows.id(row[6]), set(row[7]), (String) row[8], (Boolean) row[9])))
                .toList();
    }

    private List<Object[]> rows(String query) {
        return Rows.of(entities.createNativeQuery(query));
    }

    private static Set<String> set(Object column) {
        return column == null ? Set.of() : Set.of(((String) column).split(","));
    }

    private static VisitType visitType(List<Object[]> rows) {
        Map<Integer, List<Object[]>> byPhase = new LinkedHashMap<>();
        rows.forEach(row -> byPhase.computeIfAbsent(Rows.number(row[4]), ordinal -> new ArrayList<>()).add(row));
        Object[] first = rows.get(0);
        String tests = (String) first[3];
        return new VisitType((String) first[0], (String) first[1], Rows.number(first[2]),
                tests.isEmpty() ? Set.of() : Set.of(tests.split(",")),
                byPhase.values().stream().map(CatalogueRows::phase).toList());
    }

    private static VisitType.Phase phase(List<Object[]> rows) {
        Object[] first = rows.get(0);
        return new VisitType.Phase(Rows.number(first[4]), (String) first[5], minutes(first[6]),
                rows.stream().map(CatalogueRows::part).toList());
    }

    private static VisitType.Part part(Object[] row) {
        return new VisitType.Part((String) row[7], (String) row[8], (String) row[9], minutes(row[10]), minutes(row[11]));
    }

    private static Duration minutes(Object column) {
        return Duration.ofMinutes(Rows.number(column));
    }
}
