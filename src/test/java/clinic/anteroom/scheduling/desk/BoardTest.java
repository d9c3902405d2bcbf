package clinic.anteroom.scheduling.desk;

import static clinic.anteroom.scheduling.desk.SomeFrontDesk.at;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.scheduling.AppointmentStatus;
import clinic.anteroom.shared.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BoardTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    private final SomeFrontDesk desk = new SomeFrontDesk();
    private final UUID patient = desk.patient("Nora", "Lindqvist", "1958-04-11", "+1 416 555 0101");
    private final UUID visit = desk.visit(patient, "2026-11-30T09:20");

    @Test
    void aDayAndAWeekAreOneStatementHoweverManyColumns() {
        day();
        assertThat(desk.statements).hasValue(1);
        desk.boards(boards -> boards.of(MONDAY, 7));
        assertThat(desk.statements).hasValue(2);
    }

    @Test
    void peopleStandByTheirFamilyNamesAsTheirHeadsShowThem() {
        UUID last = person("Adam", "Zz" + desk.mark);
        UUID first = person("Zoe", "Aa" + desk.mark);
        java.util.List<UUID> shown = day().columns().stream().map(Board.Column::id).filter(java.util.List.of(first, last)::contains).toList();
        assertThat(shown).containsExactly(first, last);
    }

    private UUID person(String given, String family) {
        UUID id = clinic.anteroom.shared.NewId.next();
        desk.sql("insert into practitioner (id, given_name, family_name) values (?, ?, ?)", id, given, family);
        desk.sql("insert into resource_capability values (?, ?)", id, "CAP_" + desk.mark);
        return id;
    }

    @Test
    void aBarSaysWhenThePatientIsThereAndWhenTheColumnIsTaken() {
        Board.Bar bar = day().bars().stream().filter(one -> one.visitId().equals(visit)).findFirst().orElseThrow();

        assertThat(bar.phase()).isEqualTo(new TimeRange(at("2026-11-30T09:20"), at("2026-11-30T09:40")));
        assertThat(bar.taken()).isEqualTo(new TimeRange(at("2026-11-30T09:20"), at("2026-11-30T09:50")));
        assertThat(bar.resourceId()).isEqualTo(desk.doctor);
    }

    @Test
    void aBarKnowsWhatTheDeskHasToKnow() {
        desk.sql("insert into patient_alert values (?, 'Latex', 'desk', now())", patient);
        desk.sql("insert into visit_note values (?, 'Brings a film', 'desk', now())", visit);
        desk.sql("insert into visit_answer values (?, 'CONFIRMED', 'desk', now())", visit);
        Board.BoardVisit shown = day().visits().get(visit);

        assertThat(shown.familyName()).isEqualTo("Lindqvist");
        assertThat(shown.ageOn(MONDAY)).isEqualTo(68);
        assertThat(List.of(shown.alert(), shown.note(), shown.answer())).containsExactly("Latex", "Brings a film", "CONFIRMED");
        assertThat(shown.first()).isTrue();
        assertThat(shown.noShows()).isZero();
        assertThat(shown.reference()).matches("[2-9CFHJKMPR]{8}");
    }

    @Test
    void whoChangedAVisitAndWhenIsRead() {
        desk.sql("insert into audit_event (id, recorded_at, agent, agent_role, action, entity, entity_id, patient_id) values (gen_random_uuid(), '2026-11-20T10:00Z', 'rita', 'RECEPTIONIST', 'CREATE', 'Appointment', ?, ?)", visit, patient);
        desk.sql("insert into audit_event (id, recorded_at, agent, agent_role, action, entity, entity_id, patient_id) values (gen_random_uuid(), '2026-11-21T10:00Z', 'dora', 'DOCTOR', 'UPDATE', 'Appointment', ?, ?)", visit, patient);
        desk.sql("insert into audit_event (id, recorded_at, agent, agent_role, action, entity, entity_id, patient_id) values (gen_random_uuid(), '2026-11-22T10:00Z', 'pat', 'DOCTOR', 'VIEW', 'Appointment', ?, ?)", visit, patient);
        List<VisitChange> changes = desk.papers(papers -> papers.changes(visit));
        assertThat(changes).extracting(VisitChange::by, VisitChange::created)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("dora", false), org.assertj.core.groups.Tuple.tuple("rita", true));
    }

    @Test
    void missedVisitsAreCountedAndNotShown() {
        desk.sql("update appointment set status = 'NOSHOW' where id = ?", visit);
        UUID next = desk.visit(patient, "2026-11-30T10:00");
        Board board = day();

        assertThat(board.visits()).doesNotContainKey(visit);
        assertThat(board.visits().get(next).noShows()).isEqualTo(1);
    }

    @Test
    void aHoldThatHasEndedIsGone() {
        desk.sql("update appointment set status = 'PENDING', expires_at = now() - interval '1 minute' where id = ?", visit);
        assertThat(day().visits()).doesNotContainKey(visit);
        desk.sql("update appointment set expires_at = now() + interval '5 minutes' where id = ?", visit);
        assertThat(day().visits().get(visit).heldUntil()).isAfter(Instant.EPOCH);
    }

    @Test
    void hoursAreThoseOfTheFinder() {
        assertThat(column().open()).containsExactly(new TimeRange(at("2026-11-30T09:00"), at("2026-11-30T12:00")));
        desk.sql("insert into absence (resource_id, during, reason) values (?, tstzrange(cast(? as timestamptz), cast(? as timestamptz)), 'Meeting')", desk.doctor,
                at("2026-11-30T10:00").toString(), at("2026-11-30T11:00").toString());
        assertThat(column().open()).hasSize(2);
        assertThat(column().away()).extracting(Board.Away::reason).containsExactly("Meeting");
    }

    @Test
    void timeBlockedForOneKindStaysOpenAndIsSaid() {
        desk.sql("insert into absence (resource_id, during, visit_type, reason) values (?, tstzrange(cast(? as timestamptz), cast(? as timestamptz)), ?, 'Only urgent')",
                desk.doctor, at("2026-11-30T10:00").toString(), at("2026-11-30T11:00").toString(), desk.type);
        assertThat(column().open()).hasSize(1);
        assertThat(column().away()).extracting(Board.Away::visitType).containsExactly(desk.type);
    }

    @Test
    void aStateIsRememberedFromTheMomentItBegan() {
        desk.sql("update appointment set status = 'ARRIVED' where id = ?", visit);
        Board.BoardVisit shown = day().visits().get(visit);

        assertThat(shown.status()).isEqualTo(AppointmentStatus.ARRIVED);
        assertThat(shown.since()).isNotNull();
    }

    @Test
    void publicHolidaysHaveAName() {
        assertThat(desk.boards(boards -> boards.of(LocalDate.of(2026, 12, 25), 1)).closedFor()).containsValue("Christmas Day");
    }

    private Board day() {
        return desk.boards(boards -> boards.of(MONDAY, 1));
    }

    private Board.Column column() {
        return day().columns().stream().filter(one -> one.id().equals(desk.doctor)).findFirst().orElseThrow();
    }
}
