package clinic.anteroom.scheduling.desk;

import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Finds patients by whatever they say, accents and slips of the pen aside. */
@ApplicationScoped
class PatientFinder {

    private static final int AT_MOST = 10;

    private static final String ROW = """
            select p.id, p.given_name, p.family_name, p.birth_date, p.phone, p.card_number, n.id, n.starts_at
            from patient p
            left join lateral (select a.id, a.starts_at from appointment a
                               where a.patient_id = p.id and a.live and a.expires_at is null and a.starts_at > now() order by a.starts_at limit 1) n on true
            where\s""";

    /** Names by letters or by likeness; everything that was said must fit. */
    private static final String FIND = ROW + """
            (?1 = '' or plain_words(p.given_name || ' ' || p.family_name) like '%' || replace(plain_words(?1), ' ', '%') || '%'
                     or plain_words(p.family_name || ' ' || p.given_name) like '%' || replace(plain_words(?1), ' ', '%') || '%'
                     or word_similarity(plain_words(?1), plain_words(p.given_name || ' ' || p.family_name)) > 0.5)
              and (?2 = '' or p.birth_date = cast(nullif(?2, '') as date))
              and (?3 = '' or last_digits(p.phone) like '%' || ?3 or p.card_number like ?4 || '%')
              and (?5 = '' or p.id in (select a.patient_id from appointment a where visit_reference(a.id) = ?5))
            order by case when ?1 = '' then 0 else -similarity(plain_words(?1), plain_words(p.given_name || ' ' || p.family_name)) end,
                     p.family_name, p.given_name, p.birth_date, p.id
            limit 10""";

    /** The same birth date and a name that is alike, the same phone with a name that is alike, or the same card. */
    private static final String LIKE = ROW + """
            (p.birth_date = cast(?2 as date) and similarity(plain_words(p.given_name || ' ' || p.family_name), plain_words(?1)) > 0.35)
              or (?3 <> '' and last_digits(p.phone) = ?3 and similarity(plain_words(p.given_name || ' ' || p.family_name), plain_words(?1)) > 0.35)
              or (?4 <> '' and p.card_number = ?4)
            order by similarity(plain_words(p.given_name || ' ' || p.family_name), plain_words(?1)) desc, p.id
            limit 10""";

    @PersistenceContext
    EntityManager entities;

    /** At most ten, the likest first. */
    List<FoundPatient> find(PatientWords said) {
        return Rows.of(entities.createNativeQuery(FIND)
                        .setParameter(1, said.names()).setParameter(2, Objects.toString(said.born(), "")).setParameter(3, said.digits())
                        .setParameter(4, said.card().isEmpty() ? "-" : said.card()).setParameter(5, said.reference()))
                .stream().limit(AT_MOST).map(PatientFinder::row).toList();
    }

    /** Who could be the same person. */
    List<FoundPatient> alike(NewPatient patient) {
        String digits = patient.phone() == null ? "" : PatientWords.of(patient.phone()).digits();
        return Rows.of(entities.createNativeQuery(LIKE)
                        .setParameter(1, patient.givenName() + " " + patient.familyName()).setParameter(2, patient.birthDate().toString())
                        .setParameter(3, digits).setParameter(4, Objects.toString(patient.card(), "")))
                .stream().map(PatientFinder::row).toList();
    }

    /** The patient with this id, or an empty list. */
    List<FoundPatient> byId(UUID id) {
        return Rows.of(entities.createNativeQuery(ROW + "p.id = cast(?1 as uuid)").setParameter(1, id.toString())).stream().map(PatientFinder::row).toList();
    }

    /** Writes the card's number down. */
    void card(UUID patientId, String card) {
        entities.createNativeQuery("update patient set card_number = ?2 where id = cast(?1 as uuid) and card_number is null")
                .setParameter(1, patientId.toString()).setParameter(2, card).executeUpdate();
    }

    private static FoundPatient row(Object[] row) {
        return new FoundPatient(Rows.id(row[0]), (String) row[1], (String) row[2], Rows.date(row[3]), (String) row[4], (String) row[5], Rows.id(row[6]),
                Rows.instant(row[7]));
    }
}
