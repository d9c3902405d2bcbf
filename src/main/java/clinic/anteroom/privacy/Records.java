package clinic.anteroom.privacy;

import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What every table holds about one patient. A test goes through the tables of the database and finds each of them here, or a reason. */
@ApplicationScoped
class Records {

    /** Columns: kind, id, about, at, what, state, who, words. Secrets, and marks made of them, stay where they are. */
    private static final String ALL = """
            with form as (select f.* from questionnaire_response f where f.patient_id = ?1),
            visit as (select a.* from appointment a where a.patient_id = ?1),
            flag as (select t.* from test_flag t join form f on f.id = t.response_id)
            select 'CONSENT' as kind, cast(null as uuid) as id, c.response_id as about, c.given_at as at, c.wording as what, 'ACTIVE' as state, cast(null as text) as who, c.words
                from intake_consent c join form f on f.id = c.response_id
            union all select 'CONSENT', c.id, null, c.agreed_at, c.channel, case when c.ended_at is null then 'ACTIVE' else 'ENDED' end, null, c.wording
                from channel_consent c where c.patient_id = ?1
            union all select 'LOCK', l.id, l.item_id, l.written_at, coalesce(l.item_kind, 'WHOLE_RECORD'), case when l.ended_at is null then 'ACTIVE' else 'ENDED' end,
                    coalesce(l.whom, l.against), concat_ws(chr(10), l.wording, l.written_by, l.ended_by)
                from consent_lock l where l.patient_id = ?1
            union all select 'LOCK', b.id, null, b.broken_at, 'BROKEN_GLASS', case when b.seen_at is null then 'UNREAD' else 'READ' end, b.agent, b.reason
                from glass_break b where b.patient_id = ?1
            union all select 'NEED', null, p.id, p.created_at, 'RECORD', null, p.language, concat_ws(chr(10), p.contact_by, nullif(p.best_times, ''), p.interpreter, nullif(p.needs, ''), p.needs_words, p.card_number)
                from patient p where p.id = ?1
            union all select 'NEED', null, n.response_id, n.saved_at, 'FORM', null, n.interpreter, concat_ws(chr(10), n.contact_by, nullif(n.best_times, ''), nullif(n.needs, ''), n.words)
                from intake_needs n join form f on f.id = n.response_id
            union all select 'NEED', null, n.appointment_id, null, 'VISIT', null, n.language, concat_ws(chr(10), case when n.interpreter then 'interpreter' end,
                    case when n.companion then 'companion' end, case when n.wheelchair then 'wheelchair' end, case when n.help then 'help' end, n.words)
                from visit_need n join visit v on v.id = n.appointment_id
            union all select 'NEED', null, null, a.at, 'ALERT', null, a.by_whom, a.words from patient_alert a where a.patient_id = ?1
            union all select 'PHOTO', a.id, a.response_id, a.added_at, a.content_type, null, null, octet_length(a.content) || ' bytes'
                from attachment a join form f on f.id = a.response_id
            union all select 'RULES', e.id, e.response_id, e.evaluated_at, e.rule_set_name || ' ' || e.rule_set_version, e.urgency, 'rules',
                    concat_ws(chr(10), case when e.by_hand then 'by hand' end, nullif(e.rules_off, ''))
                from evaluation e where e.patient_id = ?1
            union all select 'FLAG', t.id, t.response_id, e.evaluated_at, t.test, t.status, t.decided_by,
                    concat_ws(chr(10), nullif(t.body_part, ''), nullif(t.analytes, ''), nullif(t.also_consider, ''), t.strength, t.urgency, t.rules, t.reason_code, t.reason)
                from flag t join evaluation e on e.id = t.evaluation_id
            union all select 'FLAG', s.id, s.test_flag_id, s.at, 'STEP', s.step, s.owner, s.detail from test_flag_step s join flag t on t.id = s.test_flag_id
            union all select 'CASE', null, c.response_id, c.since, 'CASE', case when c.is_open then 'OPEN' else 'CLOSED' end, coalesce(c.closed_by, c.owner), c.note
                from care_case c join form f on f.id = c.response_id
            union all select 'CASE', null, f.id, f.started_at, 'FORM', f.language, f.filled_by, f.reference from form f
            union all select 'CASE', s.id, s.response_id, s.at, s.step, s.test, s.who, s.words from care_case_step s join form f on f.id = s.response_id
            union all select 'CASE', w.id, w.response_id, w.told_at, case when w.wants_answer then 'OPINION' else 'NOTE' end, case when w.answered_at is not null then 'ANSWERED' when w.seen_at is null then 'UNREAD' else 'READ' end,
                    w.told_by, concat_ws(chr(10), w.told_to, w.words, w.answer) from colleague_word w join form f on f.id = w.response_id
            union all select 'CASE', null, r.response_id, r.seen_at, 'READ', null, r.account, null from care_case_reader r join form f on f.id = r.response_id
            union all select 'CASE', n.id, n.response_id, n.written_at, 'NOTE', null, null, n.words from intake_note n join form f on f.id = n.response_id
            union all select 'CASE', q.id, q.response_id, q.asked_at, 'QUESTION', case when q.withdrawn_at is not null then 'WITHDRAWN' when q.answered_at is not null then 'ANSWERED' else 'OPEN' end,
                    q.asked_by, concat_ws(chr(10), q.words, q.answer) from follow_up_question q join form f on f.id = q.response_id
            union all select 'CASE', c.id, c.response_id, c.answered_at, 'CHECK_IN', c.course, null, null from check_in c join form f on f.id = c.response_id
            union all select 'CASE', c.id, c.response_id, c.asked_at, 'CALL_' || c.kind, c.outcome, c.done_by, c.done_words from patient_call c join form f on f.id = c.response_id
            union all select 'CASE', null, f.id, f.emergency_reply_at, 'EMERGENCY', f.emergency_reply, null, f.emergency_phone from form f where f.emergency_reply_at is not null
            union all select 'ORDER', s.id, s.response_id, s.authored_on, s.code, s.status, s.requester,
                    concat_ws(chr(10), s.body_site, s.detail, s.priority, s.indication, s.holds, s.hold_settled_by, s.revoked_by, s.revoked_because)
                from service_request s where s.patient_id = ?1
            union all select 'RESULT', r.id, r.service_request_id, r.recorded_at, s.code, r.status, r.recorded_by, concat_ws(chr(10), r.conclusion, r.file_name, r.reviewed_by, r.review_words)
                from diagnostic_report r join service_request s on s.id = r.service_request_id where r.patient_id = ?1
            union all select 'VISIT', v.id, null, v.starts_at, v.visit_type, v.status, v.created_by, concat_ws(chr(10), v.cancel_reason, v.overbooked_because, v.screened_by,
                    (select string_agg(distinct coalesce(d.given_name || ' ' || d.family_name, l.name, m.name), ', ') from occupancy o left join practitioner d on d.id = o.resource_id
                     left join location l on l.id = o.resource_id left join device m on m.id = o.resource_id where o.appointment_id = v.id))
                from visit v
            union all select 'VISIT', l.id, l.appointment_id, l.set_at, 'LENGTH', null, l.set_by, l.minutes || ' minutes' from appointment_length l join visit v on v.id = l.appointment_id
            union all select 'VISIT', null, l.appointment_id, l.since, 'PLACE', null, l.by_whom, l.place from appointment_place l join visit v on v.id = l.appointment_id
            union all select 'VISIT', s.id, null, s.opened_at, 'STAY', case when s.closed_at is null then 'OPEN' else 'ENDED' end, null,
                    concat_ws(chr(10), cast(s.closed_at as text), (select count(*) from stay_visit y where y.stay_id = s.id) || ' visits') from stay s where s.patient_id = ?1
            union all select 'VISIT', e.id, null, e.added_at, 'LIST', 'ON_LIST_' || e.state, e.added_by, concat_ws(chr(10), a.reason, e.words, cast(e.since as text))
                from day_list_entry e join absence a on a.id = e.list_id where e.patient_id = ?1
            union all select 'VISIT', null, l.appointment_id, l.since, 'SINCE', l.status, null, null from appointment_since l join visit v on v.id = l.appointment_id
            union all select 'VISIT', null, l.appointment_id, l.at, 'CHANGE', l.what, null, concat_ws(' > ', coalesce(l.was, '-'), coalesce(l.became, '-'))
                from visit_change l join visit v on v.id = l.appointment_id where l.what <> 'PEOPLE'
            union all select 'VISIT', null, l.appointment_id, l.at, 'CHANGE', 'PEOPLE', null, names_in(coalesce(l.was, l.became), null)
                from visit_change l join visit v on v.id = l.appointment_id where l.what = 'PEOPLE'
            union all select 'VISIT', null, l.appointment_id, l.said_at, 'SAFETY', case when l.still_true then 'STILL_TRUE' else 'CHANGED' end, null, l.words
                from safety_confirmation l join visit v on v.id = l.appointment_id
            union all select 'VISIT', null, l.appointment_id, l.at, 'NOTE', null, l.by_whom, l.words from visit_note l join visit v on v.id = l.appointment_id
            union all select 'VISIT', null, l.appointment_id, l.at, 'ANSWER', l.answer, l.by_whom, null from visit_answer l join visit v on v.id = l.appointment_id
            union all select 'VISIT', l.id, l.appointment_id, l.answered_at, 'QUESTION', case when o.code is null and l.words is null then 'TAKEN_BACK' else 'ANSWERED' end, null,
                    concat_ws(chr(10), q.text_en, o.text_en, l.words)
                from visit_question_answer l join visit v on v.id = l.appointment_id join visit_question q on q.id = l.question_id
                left join visit_question_option o on o.question_id = l.question_id and o.code = l.option_code
            union all select 'VISIT', null, l.appointment_id, l.done_at, 'PREPARATION', l.sheet, null, l.step from preparation_tick l join visit v on v.id = l.appointment_id
            union all select 'VISIT', g.id, null, g.created_at, 'TOGETHER', g.kind, null, (select count(*) from visit_group_member m where m.group_id = g.id) || ' visits'
                from visit_group g where g.patient_id = ?1
            union all select 'MESSAGE', m.id, m.appointment_id, m.written_at, m.topic, case when m.read_at is null then 'UNREAD' else 'READ' end,
                    case when m.from_patient then 'patient' else m.author end, m.words from visit_message m where m.patient_id = ?1
            union all select 'LETTER', c.id, c.appointment_id, coalesce(c.sent_at, c.created_at), c.kind, c.status, c.recipient, concat_ws(chr(10), c.channel, c.language, c.reference, nullif(c.concerning, ''), cast(c.said_start as text), c.failure)
                from communication c where c.patient_id = ?1 or c.appointment_id in (select v.id from visit v)
                    or c.link_id in (select k.id from access_link k join form f on f.id = k.response_id) or c.link_id in (select k.id from visit_link k where k.patient_id = ?1)
            union all select 'DIARY', d.id, d.response_id, d.written_at, cast(d.on_date as text), d.news, null,
                    concat_ws(chr(10), d.episodes || ' episodes', 'strongest ' || d.strongest, d.words, d.before, d.after) from diary_entry d where d.patient_id = ?1
            union all select 'TASK', t.id, t.service_request_id, t.authored_on, t.kind, t.status, null, null from task t where t.patient_id = ?1
            union all select 'TASK', t.id, t.appointment_id, t.raised_at, t.kind, case when t.done_at is null then 'OPEN' else 'DONE' end, t.done_by, t.done_words
                from patient_task t where t.patient_id = ?1
            union all select 'WAITING', w.id, w.appointment_id, w.created_at, 'WAITING', w.status, null, w.lead_hours || ' hours'
                from wait_list_entry w join visit v on v.id = w.appointment_id
            union all select 'WAITING', o.id, w.appointment_id, o.offered_at, 'OFFER', o.status, null, cast(o.starts_at as text)
                from wait_list_offer o join wait_list_entry w on w.id = o.entry_id join visit v on v.id = w.appointment_id
            union all select 'WAITING', b.id, null, b.invited_at, 'INVITATION', b.status, b.invited_by, b.review from booking_right b where b.patient_id = ?1
            union all select 'CARER', r.id, r.carer_id, r.asked_at, case when r.carer_id = ?1 then 'ACTS_FOR' else r.relation end, r.status,
                    case when r.carer_id = ?1 then r.given_name || ' ' || r.family_name else c.given_name || ' ' || c.family_name end, concat_ws(chr(10), r.scope, r.proof, r.confirmed_by, r.ended_by)
                from related_person r left join patient c on c.id = r.carer_id where r.patient_id = ?1 or r.carer_id = ?1
            union all select case when b.place in ('patient', 'patient_alert') then 'NEED' when b.place = 'care_case' then 'CASE' when b.place = 'service_request' then 'ORDER' else 'VISIT' end,
                    b.id, coalesce(b.appointment_id, b.response_id), b.changed_at, 'BEFORE', null, b.changed_by, b.words from record_before b where b.patient_id = ?1
            union all select 'ACCESS', k.id, k.response_id, k.asked_at, 'LINK_' || k.purpose, case when k.used_at is null then 'UNUSED' else 'USED' end, null, null
                from access_link k join form f on f.id = k.response_id
            union all select 'ACCESS', k.id, k.appointment_id, k.made_at, 'LINK_' || k.purpose, case when k.used_at is null then 'UNUSED' else 'USED' end, null, null
                from visit_link k where k.patient_id = ?1
            union all select 'ACCESS', k.id, null, k.asked_at, 'CODE', case when k.used_at is null then 'UNUSED' else 'USED' end, null, null from visit_code k where k.patient_id = ?1
            union all select 'ACCESS', null, null, s.opened_at, 'SIGNED_IN', case when s.ended_at is null then 'OPEN' else 'ENDED' end, null, null from visit_session s where s.patient_id = ?1
            union all select 'ACCESS', null, null, c.created_at, 'CALENDAR', case when c.revoked_at is null then 'ACTIVE' else 'ENDED' end, null, null from calendar_feed c where c.patient_id = ?1""";

    private static final String FILES = """
            select 'PHOTO', a.id, a.content_type, 'photo ' || a.position, a.content, a.added_at
                from attachment a join questionnaire_response f on f.id = a.response_id where f.patient_id = ?1
            union all select 'RESULT', r.id, r.content_type, r.file_name, r.content, r.recorded_at
                from diagnostic_report r where r.patient_id = ?1 and r.content is not null
            order by 6, 2""";

    @PersistenceContext
    EntityManager entities;

    /** By kind, then by time; what has no time first. */
    List<RecordEntry> of(UUID patientId) {
        return Rows.of(entities.createNativeQuery(ALL).setParameter(1, patientId)).stream().map(Records::entry)
                .sorted(Comparator.comparing(RecordEntry::kind).thenComparing(RecordEntry::at, Comparator.nullsFirst(Comparator.naturalOrder()))).toList();
    }

    /** Photos and files of results, the oldest first. */
    List<RecordFile> files(UUID patientId) {
        return Rows.of(entities.createNativeQuery(FILES).setParameter(1, patientId)).stream()
                .map(row -> new RecordFile(RecordKind.valueOf((String) row[0]), Rows.id(row[1]), (String) row[2], (String) row[3], (byte[]) row[4])).toList();
    }

    /** The statement, for the test that looks for every table in it. */
    static String statement() {
        return ALL;
    }

    private static RecordEntry entry(Object[] row) {
        return new RecordEntry(RecordKind.valueOf((String) row[0]), Rows.id(row[1]), Rows.id(row[2]), Rows.instant(row[3]), (String) row[4],
                empty((String) row[5]), empty((String) row[6]), empty((String) row[7]));
    }

    private static String empty(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
