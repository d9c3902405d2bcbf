package clinic.anteroom.care;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What came back for orders, and what doctors made of it. */
@ApplicationScoped
class Results {

    private static final String FIGURES = """
            with forms as (select e.rule_set_name, count(*) as forms from evaluation e where e.patient_id is not null group by e.rule_set_name),
            met as (select e.rule_set_name, f.rule, count(*) as met from evaluation e cross join lateral unnest(string_to_array(e.met_rules, ' ')) as f (rule)
                    where e.patient_id is not null group by 1, 2),
            answer as (select distinct on (s.test_flag_id) s.test_flag_id, r.answered, r.useful
                       from service_request s join diagnostic_report r on r.service_request_id = s.id
                       where r.reviewed_at is not null order by s.test_flag_id, r.reviewed_at desc),
            flagged as (
                select e.rule_set_name, f.rule, count(*) as raised, count(*) filter (where t.status = 'CONFIRMED') as confirmed,
                       count(*) filter (where t.id in (select m.test_flag_id from test_flag_step m where m.step = 'MODIFIED')) as modified,
                       count(*) filter (where t.status = 'REJECTED') as rejected, count(d.answered) as read,
                       count(*) filter (where d.answered) as answered, count(*) filter (where d.useful) as useful
                from test_flag t join evaluation e on e.id = t.evaluation_id
                cross join lateral unnest(string_to_array(t.rules, ' ')) as f (rule)
                left join answer d on d.test_flag_id = t.id
                group by 1, 2)
            select rule, rule_set_name, forms.forms, coalesce(met.met, 0), coalesce(raised, 0), coalesce(confirmed, 0), coalesce(modified, 0),
                   coalesce(rejected, 0), coalesce(read, 0), coalesce(answered, 0), coalesce(useful, 0)
            from met full join flagged using (rule_set_name, rule) join forms using (rule_set_name) order by rule""";

    private static final String REASONS = """
            select f.rule, t.reason_code, count(*) from test_flag t cross join lateral unnest(string_to_array(t.rules, ' ')) as f (rule)
            where t.status = 'REJECTED' group by f.rule, t.reason_code order by f.rule, count(*) desc, t.reason_code""";

    @PersistenceContext
    private EntityManager entities;

    /** @param file null if none came with it */
    UUID add(UUID orderId, UUID patientId, String conclusion, ResultFile file, String by, Instant at) {
        UUID id = NewId.next();
        entities.createNativeQuery("insert into diagnostic_report (id, service_request_id, patient_id, status, recorded_by, recorded_at, conclusion, file_name, "
                        + "content_type, content) select ?1, ?2, ?3, case when exists (select from diagnostic_report d where d.service_request_id = ?2) then 'AMENDED' "
                        + "else 'FINAL' end, ?4, ?5, ?6, cast(?7 as text), cast(?8 as text), decode(cast(?9 as text), 'base64')")
                .setParameter(1, id).setParameter(2, orderId).setParameter(3, patientId).setParameter(4, by)
                .setParameter(5, at.atOffset(ZoneOffset.UTC)).setParameter(6, conclusion)
                .setParameter(7, file == null ? null : file.name()).setParameter(8, file == null ? null : file.contentType())
                .setParameter(9, file == null ? null : java.util.Base64.getEncoder().encodeToString(file.content())).executeUpdate();
        return id;
    }

    /** All results of a form's orders, the oldest first. */
    List<TestResult> ofResponse(UUID responseId) {
        return Rows.of(entities.createNativeQuery("select d.id, s.id, s.code, d.conclusion, d.file_name, d.recorded_by, d.recorded_at, d.answered, d.useful, "
                        + "d.reviewed_by, d.reviewed_at, d.review_words from diagnostic_report d join service_request s on s.id = d.service_request_id "
                        + "where s.response_id = ?1 order by d.recorded_at, d.id").setParameter(1, responseId)).stream()
                .map(row -> new TestResult(Rows.id(row[0]), Rows.id(row[1]), (String) row[2], (String) row[3], (String) row[4], (String) row[5],
                        Rows.instant(row[6]), row[10] == null ? null : new TestResult.Review((Boolean) row[7], (Boolean) row[8], (String) row[9],
                                Rows.instant(row[10]), (String) row[11]))).toList();
    }

    /** Tells whether it waited for its first reader. */
    boolean review(UUID id, TestResult.Review review) {
        return entities.createNativeQuery("update diagnostic_report set answered = ?2, useful = ?3, reviewed_by = ?4, reviewed_at = ?5, "
                        + "review_words = cast(?6 as text) where id = ?1 and reviewed_at is null")
                .setParameter(1, id).setParameter(2, review.answered()).setParameter(3, review.useful()).setParameter(4, review.by())
                .setParameter(5, review.at().atOffset(ZoneOffset.UTC)).setParameter(6, review.words()).executeUpdate() == 1;
    }

    Optional<ResultFile> file(UUID id) {
        return Rows.of(entities.createNativeQuery("select file_name, content_type, content from diagnostic_report where id = ?1 and file_name is not null")
                .setParameter(1, id)).stream().map(row -> new ResultFile((String) row[0], (String) row[1], (byte[]) row[2])).findFirst();
    }

    Optional<UUID> patientOf(UUID id) {
        return Rows.ids(entities.createNativeQuery("select patient_id from diagnostic_report where id = ?1").setParameter(1, id)).stream().findFirst();
    }

    /** What became of the flags of every rule that ever raised one. */
    List<RuleFigures> figures() {
        Map<String, Map<String, Integer>> reasons = new LinkedHashMap<>();
        Rows.of(entities.createNativeQuery(REASONS)).forEach(row -> reasons.computeIfAbsent((String) row[0], rule -> new LinkedHashMap<>())
                .put((String) row[1], Rows.number(row[2])));
        List<RuleFigures> figures = new ArrayList<>();
        Rows.of(entities.createNativeQuery(FIGURES)).forEach(row -> figures.add(new RuleFigures((String) row[0], (String) row[1], Rows.number(row[2]),
                Rows.number(row[3]), Rows.number(row[4]), Rows.number(row[5]), Rows.number(row[6]), Rows.number(row[7]),
                reasons.getOrDefault((String) row[0], Map.of()), Rows.number(row[8]), Rows.number(row[9]), Rows.number(row[10]))));
        return figures;
    }
}
