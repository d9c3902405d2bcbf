package clinic.anteroom.care;

import clinic.anteroom.intake.Questionnaires;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The doctor's list, read from the view {@code case_to_review}. */
@ApplicationScoped
class Cases {

    private static final int LONGEST_LIST = 500;
    private static final String COLUMNS = """
            select response_id, reference, questionnaire, patient_id, given_name || ' ' || family_name, birth_date, sex, urgency, due_at, since,
                   status = 'STOPPED', emergency_reply, emergency_phone, by_hand, tests, undecided, decided, orders
            from case_to_review
            """;

    @Inject
    private Questionnaires questionnaires;

    @PersistenceContext
    private EntityManager entities;

    /** What waits first, by the time that is left; emergencies on top, what is decided at the end. */
    List<CaseSummary> all() {
        return Rows.of(entities.createNativeQuery(COLUMNS + """
                order by status <> 'STOPPED', undecided = 0 and decided > 0, due_at nulls last, since, response_id""")
                .setMaxResults(LONGEST_LIST)).stream().map(this::summary).toList();
    }

    Optional<CaseSummary> find(UUID responseId) {
        return Rows.of(entities.createNativeQuery(COLUMNS + "where response_id = ?1").setParameter(1, responseId)).stream()
                .map(this::summary).findFirst();
    }

    private CaseSummary summary(Object[] row) {
        return new CaseSummary(Rows.id(row[0]), (String) row[1], questionnaires.get((String) row[2]).title(), Rows.id(row[3]),
                (String) row[4], Rows.date(row[5]), (String) row[6], (String) row[7], Rows.instant(row[8]), Rows.instant(row[9]),
                (Boolean) row[10], (String) row[11], (String) row[12], (Boolean) row[13], words((String) row[14]),
                Rows.number(row[15]), Rows.number(row[16]), Rows.number(row[17]));
    }

    private static List<String> words(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(" "));
    }
}
