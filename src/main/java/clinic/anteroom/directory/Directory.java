package clinic.anteroom.directory;

import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;

/** People, rooms, machines and patients by what is known of them. */
@ApplicationScoped
class Directory {

    private static final int LONGEST_LIST = 1000;

    /** What is not asked is the empty text, which changes nothing. */
    private static final String PATIENTS = """
            select id, given_name, family_name, birth_date, sex, phone, email, language, contact_by, best_times, interpreter, needs, needs_words
            from patient
            where id = coalesce(cast(nullif(?1, '') as uuid), id)
              and (family_name ilike ?2 or given_name ilike ?2)
              and birth_date = coalesce(cast(nullif(?3, '') as date), birth_date)
              and (?4 = '' or lower(email) = lower(?4) or right(regexp_replace(phone, '[^0-9]', '', 'g'), 10) = ?5)
            order by family_name, given_name, birth_date, id""";

    @PersistenceContext
    private EntityManager entities;

    List<Colleague> colleagues() {
        return rows("""
                select p.id, p.prefix, p.given_name, p.family_name, p.specialty,
                       coalesce((select string_agg(c.capability, ',' order by c.capability) from resource_capability c where c.resource_id = p.id), '')
                from practitioner p order by p.family_name, p.given_name, p.id""").stream()
                .map(row -> new Colleague(Rows.id(row[0]), (String) row[1], (String) row[2], (String) row[3], (String) row[4],
                        ((String) row[5]).isEmpty() ? List.of() : List.of(((String) row[5]).split(","))))
                .toList();
    }

    List<Place> places() {
        return rows("select id, name, part_of, zone from location order by name, id").stream()
                .map(row -> new Place(Rows.id(row[0]), (String) row[1], Rows.id(row[2]), (String) row[3])).toList();
    }

    List<Machine> machines() {
        return rows("select id, name, location_id from device order by name, id").stream()
                .map(row -> new Machine(Rows.id(row[0]), (String) row[1], Rows.id(row[2]))).toList();
    }

    /** At most 1000 patients, by name. */
    List<PatientSummary> patients(PatientQuery query) {
        return Rows.of(entities.createNativeQuery(PATIENTS)
                .setParameter(1, Objects.toString(query.id(), ""))
                .setParameter(2, query.namePattern().orElse("%"))
                .setParameter(3, Objects.toString(query.birthDate(), ""))
                .setParameter(4, Objects.toString(query.reachedBy(), "").strip())
                .setParameter(5, query.phoneDigits().orElse("none"))
                .setMaxResults(LONGEST_LIST)).stream()
                .map(row -> new PatientSummary(Rows.id(row[0]), (String) row[1], (String) row[2], Rows.date(row[3]), (String) row[4],
                        (String) row[5], (String) row[6], Language.of((String) row[7]).orElse(null),
                        AccessNeeds.of((String) row[8], (String) row[9], (String) row[10], (String) row[11], (String) row[12])))
                .toList();
    }

    private List<Object[]> rows(String sql) {
        return Rows.of(entities.createNativeQuery(sql));
    }
}
