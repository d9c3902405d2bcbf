package clinic.anteroom.myvisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.access.AuditService;
import clinic.anteroom.access.AuditedAction;
import clinic.anteroom.access.OnBehalf;
import clinic.anteroom.access.SomeAudit;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.TestDatabase;
import jakarta.ejb.SessionContext;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Acting for somebody else, on a real database. */
class CarersTest {

    private static final ZoneId ZONE = ZoneId.of("America/Toronto");
    private static final LocalDate CHILD = LocalDate.of(2015, 3, 4);

    private final EntityManager entities = TestDatabase.entities().createEntityManager();
    private final OnBehalf behalf = new OnBehalf();
    private Instant now = Instant.parse("2026-11-30T15:00:00Z");
    private UUID parent;
    private UUID child;
    private String key;

    @BeforeEach
    void begin() {
        entities.getTransaction().begin();
        parent = patient("Parent", LocalDate.of(1985, 6, 7));
        child = patient("Child", CHILD);
        key = sessions().open(parent, now);
    }

    @AfterEach
    void close() {
        entities.getTransaction().rollback();
        entities.close();
    }

    private UUID patient(String family, LocalDate born) {
        UUID id = NewId.next();
        entities.createNativeQuery("insert into patient (id, given_name, family_name, birth_date, created_at) values (?1, 'Lea', ?2, cast(?3 as date), now())")
                .setParameter(1, id).setParameter(2, family).setParameter(3, born.toString()).executeUpdate();
        return id;
    }

    private ClinicTime clock() {
        return new ClinicTime(Clock.fixed(now, ZONE), ZONE);
    }

    private Sessions sessions() {
        Sessions made = new Sessions();
        made.entities = entities;
        return made;
    }

    private Authorities authorities() {
        Authorities made = new Authorities();
        made.entities = entities;
        return made;
    }

    private PatientTasks tasks() {
        PatientTasks made = new PatientTasks();
        made.entities = entities;
        return made;
    }

    private Proofs proofs() {
        Proofs made = new Proofs();
        made.entities = entities;
        made.sessions = sessions();
        made.authorities = authorities();
        made.behalf = behalf;
        made.invitations = new Invitations();
        made.invitations.entities = entities;
        made.time = clock();
        return made;
    }

    /** The desk's account, or nobody: a patient has none. */
    private SessionContext caller(boolean desk) {
        return (SessionContext) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {SessionContext.class}, (proxy, method, arguments) ->
                method.getName().equals("isCallerInRole") ? (Object) (desk && "RECEPTIONIST".equals(arguments[0])) : (Principal) () -> "desk");
    }

    private CarerService carers() {
        CarerService made = new CarerService();
        made.sessions = sessions();
        made.proofs = proofs();
        made.authorities = authorities();
        made.tasks = tasks();
        made.time = clock();
        made.audit = SomeAudit.of(entities, caller(false), made.time, behalf);
        return made;
    }

    private AuthorityService desk() {
        AuthorityService made = new AuthorityService();
        made.authorities = authorities();
        made.tasks = tasks();
        made.time = clock();
        made.audit = SomeAudit.of(entities, caller(true), made.time, behalf);
        made.session = caller(true);
        return made;
    }

    private Authority asked(String somebody, Authority.Relation relation, LocalDate born) {
        carers().ask(somebody, "Lea", "Child", born, relation);
        return carers().mine(somebody).get(0);
    }

    private Authority given(String somebody, Authority.Scope scope) {
        Authority asked = asked(somebody, Authority.Relation.PARENT, CHILD);
        desk().give(asked.id(), child, Authority.Proof.BIRTH_CERTIFICATE, scope, null);
        return carers().mine(somebody).get(0);
    }

    @Test
    @DisplayName("T28 nothing opens before the desk has seen a proof; what is asked for twice is one task")
    void deskConfirms() {
        Authority asked = asked(key, Authority.Relation.PARENT, CHILD);
        carers().ask(key, "lea", "CHILD", CHILD, Authority.Relation.PARENT);
        assertThat(tasks().open()).filteredOn(task -> task.patientId().equals(parent)).singleElement()
                .satisfies(task -> assertThat(task.kind()).isEqualTo(PatientTask.Kind.CARER));
        assertThatThrownBy(() -> carers().actFor(key, asked.id())).isInstanceOf(AuthorityRefused.class);
        assertThat(desk().candidates(asked)).extracting(AuthorityService.Candidate::id).contains(child);
        desk().give(asked.id(), child, Authority.Proof.BIRTH_CERTIFICATE, Authority.Scope.EVERYTHING, null);
        assertThat(tasks().open()).noneMatch(task -> task.patientId().equals(parent));
        assertThat(carers().whose(carers().actFor(key, asked.id()))).isEqualTo(new CarerService.Whose("Lea Child", true, true));
        assertThat(carers().whose(key)).isEqualTo(new CarerService.Whose("Lea Parent", false, true));
    }

    @Test
    @DisplayName("T28 the trail names who acted and for whom")
    void everythingIsLoggedWithWhomForWhom() {
        String acting = carers().actFor(key, given(key, Authority.Scope.EVERYTHING).id());
        AuditService audit = carers().audit;
        UUID visit = NewId.next();
        proofs().of(acting);
        audit.record(AuditedAction.UPDATE, "Appointment", visit, child);
        proofs().of(key);
        audit.record(AuditedAction.VIEW, "Appointment", visit, parent);
        entities.flush();
        List<?> rows = entities.createNativeQuery("select agent || ' ' || agent_role || ' ' || coalesce(carer_id::text, '-') from audit_event where entity_id = ?1")
                .setParameter(1, visit).getResultList();
        assertThat(rows.stream().map(String::valueOf)).containsExactlyInAnyOrder("CARER CARER " + parent, "PATIENT PATIENT -");
    }

    @Test
    @DisplayName("T28 a parent's right ends by itself on the sixteenth birthday")
    void childTurnsSixteen() {
        Authority right = given(key, Authority.Scope.EVERYTHING);
        assertThat(right.endsAt()).isEqualTo(CHILD.plusYears(16).atStartOfDay(ZONE).toInstant());
        now = right.endsAt().minusSeconds(1);
        key = sessions().open(parent, now);
        String acting = carers().actFor(key, right.id());
        now = right.endsAt();
        assertThatThrownBy(() -> proofs().of(acting)).isInstanceOf(SessionEnded.class);
        assertThatThrownBy(() -> carers().actFor(key, right.id())).isInstanceOf(AuthorityRefused.class);
        assertThat(carers().mine(key).get(0).state()).isEqualTo(Authority.State.OVER);
        assertThat(proofs().of(key).patientId()).isEqualTo(parent);
    }

    @Test
    @DisplayName("T28 from sixteen on the patient's own word is needed, who acts is of age, and a proof fits its relation")
    void agesAndProofs() {
        UUID grown = patient("Grown", LocalDate.of(2010, 11, 30));
        Authority asParent = asked(key, Authority.Relation.PARENT, LocalDate.of(2010, 11, 30));
        assertThatThrownBy(() -> desk().give(asParent.id(), grown, Authority.Proof.BIRTH_CERTIFICATE, Authority.Scope.VISITS, null))
                .isInstanceOf(AuthorityRefused.class).hasMessage("refusal.carer_patient_decides");
        Authority asGuardian = asked(sessions().open(patient("Aunt", LocalDate.of(1980, 1, 1)), now), Authority.Relation.GUARDIAN, CHILD);
        assertThatThrownBy(() -> desk().give(asGuardian.id(), child, Authority.Proof.OWN_WORD, Authority.Scope.VISITS, null)).hasMessage("refusal.carer_proof");
        assertThatThrownBy(() -> desk().give(asGuardian.id(), child, Authority.Proof.COURT_ORDER, Authority.Scope.VISITS, CHILD.plusYears(16))).hasMessage("refusal.carer_end");
        Authority brother = asked(sessions().open(patient("Brother", LocalDate.of(2008, 12, 1)), now), Authority.Relation.CARER, CHILD);
        assertThatThrownBy(() -> desk().give(brother.id(), child, Authority.Proof.COURT_ORDER, Authority.Scope.VISITS, null)).hasMessage("refusal.carer_too_young");
        Authority helper = asked(sessions().open(patient("Helper", LocalDate.of(1980, 1, 1)), now), Authority.Relation.CARER, LocalDate.of(2010, 11, 30));
        desk().give(helper.id(), grown, Authority.Proof.OWN_WORD, Authority.Scope.VISITS, null);
        assertThat(desk().about(grown)).singleElement().extracting(Authority::endsAt).isEqualTo(LocalDate.of(2027, 11, 30).atStartOfDay(ZONE).toInstant());
    }

    @Test
    @DisplayName("T28 the young person's no ends it at once; two parents are equal and neither ends the other's right")
    void anyOfTheTwoEndsIt() {
        Authority first = given(key, Authority.Scope.EVERYTHING);
        String other = sessions().open(patient("Other", LocalDate.of(1986, 1, 1)), now);
        Authority second = given(other, Authority.Scope.EVERYTHING);
        String acting = carers().actFor(key, first.id());
        assertThatThrownBy(() -> carers().end(acting, second.id())).isInstanceOf(AuthorityRefused.class);
        String own = sessions().open(child, now);
        assertThat(carers().forMe(own)).extracting(Authority::id).containsExactlyInAnyOrder(first.id(), second.id());
        carers().end(own, first.id());
        assertThatThrownBy(() -> proofs().of(acting)).isInstanceOf(SessionEnded.class);
        assertThat(proofs().of(carers().actFor(other, second.id())).patientId()).isEqualTo(child);
        carers().end(other, second.id());
        assertThat(carers().forMe(own)).noneMatch(Authority::isActive);
    }

    @Test
    @DisplayName("T28 a right for visits opens no messages and no diary")
    void scopeHolds() {
        String acting = carers().actFor(key, given(key, Authority.Scope.VISITS).id());
        assertThat(proofs().of(acting).patientId()).isEqualTo(child);
        assertThatThrownBy(() -> proofs().everythingOf(acting)).isInstanceOf(AuthorityRefused.class);
    }

    @Test
    @DisplayName("T22 somebody else's right opens nothing, and a key cannot be forged from it")
    void somebodyElsesRightIsNone() {
        Authority right = given(key, Authority.Scope.EVERYTHING);
        String stranger = sessions().open(patient("Stranger", LocalDate.of(1970, 1, 1)), now);
        assertThatThrownBy(() -> carers().actFor(stranger, right.id())).isInstanceOf(AuthorityRefused.class);
        assertThatThrownBy(() -> proofs().of(stranger + ":" + right.id())).isInstanceOf(SessionEnded.class);
        assertThatThrownBy(() -> proofs().of(key + ":nonsense")).isInstanceOf(SessionEnded.class);
        assertThatThrownBy(() -> carers().end(stranger, right.id())).isInstanceOf(AuthorityRefused.class);
    }
}
