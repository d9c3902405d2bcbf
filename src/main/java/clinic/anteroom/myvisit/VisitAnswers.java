package clinic.anteroom.myvisit;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What patients answered about their visits. Rows are added, the newest one counts. */
@ApplicationScoped
class VisitAnswers {

    @PersistenceContext
    EntityManager entities;

    @Inject
    VisitQuestions questions;

    private record Given(UUID appointmentId, UUID questionId, String value, Instant at) {
    }

    /**
     * What is asked about these visits and what was answered, in the order of the questions; questions that are asked no more stand at the end
     * if somebody answered them. A visit that is not there or lies behind a lock is left out, one without questions has none.
     */
    Map<UUID, List<VisitAnswer>> of(Collection<UUID> appointmentIds) {
        Map<UUID, String> kinds = new LinkedHashMap<>();
        Rows.of(entities.createNativeQuery("select id, visit_type from appointment where id in (select cast(one as uuid) from unnest(string_to_array(?1, ' ')) as one)")
                .setParameter(1, text(appointmentIds))).forEach(row -> kinds.put(Rows.id(row[0]), (String) row[1]));
        List<Given> given = given(kinds.keySet());
        List<VisitQuestion> asked = questions.of(kinds.values().stream().distinct().toList());
        Map<UUID, VisitQuestion> known = questions.byId(given.stream().map(Given::questionId).distinct().toList());
        Map<UUID, List<VisitAnswer>> answers = new HashMap<>();
        kinds.forEach((id, kind) -> answers.put(id, about(asked.stream().filter(one -> one.visitType().equals(kind)).toList(), known,
                given.stream().filter(one -> one.appointmentId().equals(id)).toList())));
        return answers;
    }

    private static List<VisitAnswer> about(List<VisitQuestion> asked, Map<UUID, VisitQuestion> known, List<Given> given) {
        List<VisitAnswer> answers = new ArrayList<>();
        for (VisitQuestion question : asked) {
            Optional<Given> answer = given.stream().filter(one -> one.questionId().equals(question.id())).findFirst();
            answers.add(new VisitAnswer(question, answer.map(Given::value).orElse(null), answer.map(Given::at).orElse(null)));
        }
        given.stream().filter(one -> one.value() != null && asked.stream().noneMatch(question -> question.id().equals(one.questionId())))
                .forEach(one -> answers.add(new VisitAnswer(known.get(one.questionId()), one.value(), one.at())));
        return answers;
    }

    private List<Given> given(Collection<UUID> appointmentIds) {
        return Rows.of(entities.createNativeQuery("""
                        select distinct on (appointment_id, question_id) appointment_id, question_id, coalesce(option_code, words), answered_at
                        from visit_question_answer where appointment_id in (select cast(one as uuid) from unnest(string_to_array(?1, ' ')) as one)
                        order by appointment_id, question_id, answered_at desc, id desc""").setParameter(1, text(appointmentIds))).stream()
                .map(row -> new Given(Rows.id(row[0]), Rows.id(row[1]), (String) row[2], row[2] == null ? null : Rows.instant(row[3]))).toList();
    }

    private static String text(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(" "));
    }

    /** Keeps what has changed of the answers to what is asked about a visit; the ids of the new rows by question. */
    Map<UUID, UUID> keep(UUID appointmentId, Map<UUID, String> values, Instant now) {
        Map<UUID, UUID> kept = new HashMap<>();
        for (VisitAnswer before : of(List.of(appointmentId)).getOrDefault(appointmentId, List.of())) {
            VisitQuestion question = before.question();
            if (values.containsKey(question.id()) && !Objects.equals(values.get(question.id()), before.value())) {
                kept.put(question.id(), add(appointmentId, question, values.get(question.id()), now));
            }
        }
        return kept;
    }

    private UUID add(UUID appointmentId, VisitQuestion question, String value, Instant now) {
        UUID id = NewId.next();
        entities.createNativeQuery("""
                        insert into visit_question_answer (id, appointment_id, question_id, option_code, words, answered_at)
                        values (cast(?1 as uuid), cast(?2 as uuid), cast(?3 as uuid), ?4, ?5, cast(?6 as timestamptz))""")
                .setParameter(1, id.toString()).setParameter(2, appointmentId.toString()).setParameter(3, question.id().toString())
                .setParameter(4, question.isInWords() ? null : value).setParameter(5, question.isInWords() ? value : null).setParameter(6, now.toString()).executeUpdate();
        return id;
    }
}
