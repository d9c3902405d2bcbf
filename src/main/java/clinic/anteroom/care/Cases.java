package clinic.anteroom.care;

import clinic.anteroom.directory.TestType;
import clinic.anteroom.intake.Answers;
import clinic.anteroom.intake.Questionnaires;
import clinic.anteroom.shared.Rows;
import clinic.anteroom.triage.rules.Because;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The doctor's list: one narrow table, {@code care_case}, that keeps itself; the rest is read for the rows shown only. */
@ApplicationScoped
class Cases {

    private static final String ORDER = " order by coalesce(c.due_at, 'infinity'), c.since, c.response_id";
    private static final String IN_ORDER = "(coalesce(c.due_at, 'infinity'), c.since, c.response_id)";

    private static final String DONE_ORDER = " order by c.since desc, c.response_id desc";
    private static final String DONE_IN_ORDER = "(c.since, c.response_id)";

    /** What a row shows. Orders with a visit are known by the last such step of their flag. */
    private static final String COLUMNS = """
            select c.response_id, r.reference, r.questionnaire, p.id, p.given_name || ' ' || p.family_name, p.birth_date, p.sex, c.urgency, c.due_at, c.since,
                   c.diverted, r.emergency_reply, r.emergency_phone, c.by_hand, c.red_flags, c.tests, c.undecided, c.decided, c.orders,
                   (select count(*) from service_request s where s.response_id = c.response_id and s.status <> 'REVOKED' and 'CALLED_OFF' <> (
                        select t.step from test_flag_step t where t.test_flag_id = s.test_flag_id and t.step in ('BOOKED', 'CALLED_OFF', 'PERFORMED')
                        order by t.at desc, t.id desc limit 1)),
                   c.results_unread, c.orders_open, c.asked_at, c.is_open, c.owner, c.version,
                   coalesce((select string_agg(w.account, ' ' order by w.account) from care_case_reader w
                             where w.response_id = c.response_id and w.seen_at > now() - interval '45 seconds' and w.account <> ?1), ''),
                   coalesce((select string_agg(distinct w.told_by, ' ' order by w.told_by) from colleague_word w
                             where w.response_id = c.response_id and w.told_to = ?1
                               and (w.wants_answer and w.answered_at is null or not w.wants_answer and w.seen_at is null)), ''),
                   case when c.diverted then (select string_agg(distinct b ->> 'linkId', ' ') from evaluation e
                       cross join jsonb_array_elements(e.outcome::jsonb -> 'findings') f cross join jsonb_array_elements(f -> 'because') b
                       where e.id = c.evaluation_id and f ->> 'truth' = 'TRUE' and f ->> 'level' = 'E' and b ->> 'truth' = 'TRUE') end,
                   case when c.diverted then r.answers end
            """;

    private static final String JOINS = """

            join questionnaire_response r on r.id = c.response_id
            left join patient p on p.id = r.patient_id
            """;

    private static final String COUNTS = Stream.of(CaseFolder.values()).map(folder -> folder == CaseFolder.DONE
                    ? "(select count(*) from care_case d where not d.is_open and d.since > now() - interval '90 days')"
                    : "count(*) filter (where " + folder.condition() + ")")
            .collect(Collectors.joining(", ", "select ", " from care_case c where c.is_open"));

    @Inject
    private Questionnaires questionnaires;

    @PersistenceContext
    private EntityManager entities;

    /** The part that is asked for, as {@code me} sees it. */
    Worklist worklist(WorklistQuery query, String me, Instant now) {
        List<CaseSummary> found = page(query, me);
        boolean overflows = found.size() > Worklist.LONGEST;
        if (query.before() == null) {
            return new Worklist(found.subList(0, Math.min(found.size(), Worklist.LONGEST)), query.after() != null, overflows, counts(me), now);
        }
        List<CaseSummary> upwards = new ArrayList<>(found.subList(0, Math.min(found.size(), Worklist.LONGEST)));
        Collections.reverse(upwards);
        return new Worklist(upwards, overflows, true, counts(me), now);
    }

    Optional<CaseSummary> find(UUID responseId, String me) {
        return Rows.of(entities.createNativeQuery(COLUMNS + " from care_case c" + JOINS + " where c.response_id = ?2").setParameter(1, me)
                .setParameter(2, responseId)).stream().map(this::summary).findFirst();
    }

    /** The cases before and after another one in a folder. */
    Neighbours beside(UUID responseId, CaseFolder folder, String me) {
        String here = "(select " + inside(IN_ORDER) + " from care_case c where c.response_id = ?2)";
        String one = "(select c.response_id from care_case c where c.is_open and (" + folder.condition() + ") and " + IN_ORDER;
        Object[] row = Rows.of(entities.createNativeQuery("select " + one + " < " + here + reversed(ORDER) + " limit 1), " + one + " > " + here + ORDER
                + " limit 1) where ?1 = ?1").setParameter(1, me).setParameter(2, responseId)).get(0);
        return new Neighbours(Rows.id(row[0]), Rows.id(row[1]));
    }

    /** How many cases of a folder came after a moment. */
    int newer(CaseFolder folder, String me, Instant after) {
        return Rows.number(entities.createNativeQuery("select count(*) from care_case c where c.is_open and ?1 = ?1 and c.since > ?2 and (" + folder.condition() + ")")
                .setParameter(1, me).setParameter(2, after.atOffset(ZoneOffset.UTC)).getSingleResult());
    }

    private List<CaseSummary> page(WorklistQuery query, String me) {
        boolean done = query.folder() == CaseFolder.DONE;
        boolean upwards = query.before() != null;
        UUID from = upwards ? query.before() : query.after();
        Conditions asked = new Conditions(done ? "not c.is_open" : "c.is_open and (" + query.folder().condition() + ")");
        asked.add(query.complaint(), "r.questionnaire like '%/' || ?2 || '|%'", 2);
        asked.add(query.test(), "' ' || c.tests || ' ' like '% ' || ?3 || ' %'", 3);
        asked.add(query.search().replaceAll("([%_\\\\])", "\\\\$1"),
                "(r.reference ilike '%' || ?4 || '%' or p.given_name || ' ' || p.family_name ilike '%' || ?4 || '%')", 4);
        asked.add(from == null ? "" : from.toString(), (done ? DONE_IN_ORDER : IN_ORDER) + (upwards == done ? " > " : " < ")
                + "(select " + inside(done ? DONE_IN_ORDER : IN_ORDER) + " from care_case c where c.response_id = cast(?5 as uuid))", 5);
        // What is not asked for is not in the statement, and the limit is: a plan for "all or some" or "as many as told later"
        // would read every case to sort them.
        String order = done ? DONE_ORDER : ORDER;
        Query page = entities.createNativeQuery(COLUMNS + " from care_case c" + JOINS + "where " + asked.sql() + (upwards ? reversed(order) : order)
                        + " limit " + (Worklist.LONGEST + 1)).setParameter(1, me);
        asked.values().forEach(page::setParameter);
        return Rows.of(page).stream().map(this::summary).toList();
    }

    private static String inside(String row) {
        return row.substring(1, row.length() - 1);
    }

    /** The same order from its end. */
    private static String reversed(String order) {
        return order.contains(" desc") ? order.replace(" desc", "") : order.replace(", c.", " desc, c.") + " desc";
    }

    private Map<CaseFolder, Integer> counts(String me) {
        Object[] row = Rows.of(entities.createNativeQuery(COUNTS).setParameter(1, me)).get(0);
        Map<CaseFolder, Integer> counts = new EnumMap<>(CaseFolder.class);
        for (CaseFolder folder : CaseFolder.values()) {
            counts.put(folder, Rows.number(row[folder.ordinal()]));
        }
        return counts;
    }

    private CaseSummary summary(Object[] row) {
        return new CaseSummary(Rows.id(row[0]), (String) row[1], questionnaires.get((String) row[2]).title(), Rows.id(row[3]),
                (String) row[4], Rows.date(row[5]), (String) row[6], (String) row[7], Rows.instant(row[8]), Rows.instant(row[9]),
                (Boolean) row[10], told(row), (String) row[11], (String) row[12], (Boolean) row[13], Rows.number(row[14]), words((String) row[15]),
                new CaseSummary.Work(Rows.number(row[16]), Rows.number(row[17]), Rows.number(row[18]), Rows.number(row[19]), Rows.number(row[20]),
                        Rows.number(row[21]), Rows.instant(row[22]), (Boolean) row[23], (String) row[24], Rows.number(row[25]), words((String) row[26]), words((String) row[27])));
    }

    /** The answers that stopped a form, in words; empty for all others. */
    private String told(Object[] row) {
        if (row[28] == null || row[29] == null) {
            return "";
        }
        Answers answers = Answers.parse(questionnaires.get((String) row[2]), (String) row[29], TestType.codes());
        return words((String) row[28]).stream().flatMap(input -> Because.questionsOf(input).stream()).distinct()
                .filter(linkId -> answers.questionnaire().find(linkId).isPresent())
                .flatMap(linkId -> answers.wordsOf(linkId).stream()).collect(Collectors.joining("; "));
    }

    private static List<String> words(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(" "));
    }
}
