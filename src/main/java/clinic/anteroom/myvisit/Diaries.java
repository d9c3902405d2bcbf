package clinic.anteroom.myvisit;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code diary_entry}. */
@ApplicationScoped
class Diaries {

    @PersistenceContext
    EntityManager entities;

    /** The newest form that this patient sent in about this complaint. */
    Optional<UUID> newestForm(UUID patientId, String questionnaire) {
        return Rows.ids(entities.createNativeQuery("""
                        select id from questionnaire_response where patient_id = cast(?1 as uuid) and questionnaire like ?2 and completed_at is not null
                        order by completed_at desc limit 1""")
                .setParameter(1, patientId.toString()).setParameter(2, "%/" + questionnaire + "|%")).stream().findFirst();
    }

    /** @param judged what the rules said before and say now; null if they were not asked */
    UUID add(UUID patientId, UUID responseId, LocalDate onDate, Integer episodes, Integer strongest, List<String> news, String words,
             Map.Entry<String, String> judged, Instant now) {
        UUID id = NewId.next();
        entities.createNativeQuery("""
                        insert into diary_entry (id, patient_id, response_id, on_date, episodes, strongest, news, words, before, after, written_at)
                        values (cast(?1 as uuid), cast(?2 as uuid), cast(?3 as uuid), cast(?4 as date), cast(?5 as smallint), cast(?6 as smallint), ?7, ?8, ?9, ?10, cast(?11 as timestamptz))""")
                .setParameter(1, id.toString()).setParameter(2, patientId.toString()).setParameter(3, responseId == null ? null : responseId.toString())
                .setParameter(4, onDate.toString()).setParameter(5, episodes).setParameter(6, strongest).setParameter(7, String.join(" ", news))
                .setParameter(8, words).setParameter(9, judged == null ? null : judged.getKey()).setParameter(10, judged == null ? null : judged.getValue())
                .setParameter(11, now.toString()).executeUpdate();
        return id;
    }

    List<DiaryEntry> of(UUID patientId) {
        return Rows.of(entities.createNativeQuery("""
                        select d.id, d.on_date, d.episodes, d.strongest, d.news, d.words, exists (select from patient_task t where t.about_id = d.id), d.written_at
                        from diary_entry d where d.patient_id = cast(?1 as uuid) order by d.on_date desc, d.written_at desc limit 60""")
                        .setParameter(1, patientId.toString())).stream()
                .map(row -> new DiaryEntry(Rows.id(row[0]), Rows.date(row[1]), number(row[2]), number(row[3]),
                        ((String) row[4]).isEmpty() ? List.of() : List.of(((String) row[4]).split(" ")), (String) row[5], (Boolean) row[6], Rows.instant(row[7]))).toList();
    }

    private static Integer number(Object column) {
        return column == null ? null : Rows.number(column);
    }
}
