package clinic.anteroom.myvisit;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Questions of kinds of visit. */
@ApplicationScoped
class VisitQuestions {

    private static final String COLUMNS = "q.id, q.visit_type, q.kind, q.text_en, q.text_fr, q.needed";

    @PersistenceContext
    EntityManager entities;

    /** What is asked now for these kinds of visit, in order. */
    List<VisitQuestion> of(Collection<String> visitTypes) {
        return read(Rows.of(entities.createNativeQuery("select " + COLUMNS + " from visit_question q where q.retired_at is null "
                        + "and q.visit_type = any (string_to_array(?1, ' ')) order by array_position(string_to_array(?1, ' '), q.visit_type), q.position, q.id")
                .setParameter(1, String.join(" ", visitTypes))));
    }

    /** These questions, retired ones as well, by id. */
    Map<UUID, VisitQuestion> byId(Collection<UUID> ids) {
        return read(Rows.of(entities.createNativeQuery("select " + COLUMNS + " from visit_question q where q.id in (select cast(one as uuid) from unnest(string_to_array(?1, ' ')) as one)")
                .setParameter(1, ids(ids)))).stream().collect(Collectors.toMap(VisitQuestion::id, question -> question));
    }

    private List<VisitQuestion> read(List<Object[]> rows) {
        Map<UUID, List<VisitQuestion.Option>> options = new HashMap<>();
        if (!rows.isEmpty()) {
            Rows.of(entities.createNativeQuery("""
                            select question_id, code, text_en, text_fr, effect, words_en, words_fr from visit_question_option
                            where question_id in (select cast(one as uuid) from unnest(string_to_array(?1, ' ')) as one) order by position""")
                    .setParameter(1, ids(rows.stream().map(row -> Rows.id(row[0])).toList()))).forEach(row -> options.computeIfAbsent(Rows.id(row[0]), id -> new ArrayList<>())
                    .add(new VisitQuestion.Option((String) row[1], words(row[2], row[3]), VisitQuestion.Effect.valueOf((String) row[4]), words(row[5], row[6]))));
        }
        return rows.stream().map(row -> new VisitQuestion(Rows.id(row[0]), (String) row[1], VisitQuestion.Kind.valueOf((String) row[2]), words(row[3], row[4]), (Boolean) row[5],
                options.getOrDefault(Rows.id(row[0]), List.of()))).toList();
    }

    private static Preparation.InTwoLanguages words(Object english, Object french) {
        return english == null ? null : new Preparation.InTwoLanguages((String) english, (String) french);
    }

    private static String ids(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(" "));
    }

    /** Adds a question at the end, or where another one stood. Returns its id. */
    UUID add(VisitQuestion question, UUID insteadOf, String by, Instant now) {
        UUID id = NewId.next();
        entities.createNativeQuery("""
                        insert into visit_question (id, visit_type, position, kind, text_en, text_fr, needed, written_by, written_at)
                        values (cast(?1 as uuid), ?2, coalesce((select position from visit_question where id = cast(?3 as uuid)),
                               (select coalesce(max(position), 0) + 1 from visit_question where visit_type = ?2)), ?4, ?5, ?6, ?7, ?8, cast(?9 as timestamptz))""")
                .setParameter(1, id.toString()).setParameter(2, question.visitType()).setParameter(3, insteadOf == null ? null : insteadOf.toString())
                .setParameter(4, question.kind().name()).setParameter(5, question.text().english()).setParameter(6, question.text().french())
                .setParameter(7, question.needed()).setParameter(8, by).setParameter(9, now.toString()).executeUpdate();
        int position = 0;
        for (VisitQuestion.Option option : question.options()) {
            entities.createNativeQuery("""
                            insert into visit_question_option (question_id, code, position, text_en, text_fr, effect, words_en, words_fr)
                            values (cast(?1 as uuid), ?2, ?3, ?4, ?5, ?6, ?7, ?8)""")
                    .setParameter(1, id.toString()).setParameter(2, option.code()).setParameter(3, position++).setParameter(4, option.text().english())
                    .setParameter(5, option.text().french()).setParameter(6, option.effect().name())
                    .setParameter(7, option.words() == null ? null : option.words().english())
                    .setParameter(8, option.words() == null ? null : option.words().french()).executeUpdate();
        }
        return id;
    }

    /** Asked no more; false if it was not asked any more already. */
    boolean retire(UUID id, Instant now) {
        return entities.createNativeQuery("update visit_question set retired_at = cast(?2 as timestamptz) where id = cast(?1 as uuid) and retired_at is null")
                .setParameter(1, id.toString()).setParameter(2, now.toString()).executeUpdate() == 1;
    }

    void setNeeded(UUID id, boolean needed) {
        entities.createNativeQuery("update visit_question set needed = ?2 where id = cast(?1 as uuid)").setParameter(1, id.toString()).setParameter(2, needed).executeUpdate();
    }

    /** The questions of a kind of visit from now on in this order. */
    void order(List<UUID> ids) {
        for (int i = 0; i < ids.size(); i++) {
            entities.createNativeQuery("update visit_question set position = ?2 where id = cast(?1 as uuid)").setParameter(1, ids.get(i).toString()).setParameter(2, i + 1).executeUpdate();
        }
    }
}
