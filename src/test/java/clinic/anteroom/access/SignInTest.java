package clinic.anteroom.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.access.SignInStep.Next;
import clinic.anteroom.access.proof.Totp;
import clinic.anteroom.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Password, second factor, guessing and recovery at the staff door, on a real database. */
class SignInTest {

    private static final String HERE = "192.0.2.7";
    private static final String ELSEWHERE = "198.51.100.9";
    private static final String HOTEL = "203.0.113.5";

    private final EntityManager entities = TestDatabase.entities().createEntityManager();
    private final SomeStaff staff = new SomeStaff(entities, Instant.parse("2026-11-30T15:00:10Z"));

    @BeforeEach
    void begin() {
        entities.getTransaction().begin();
    }

    @AfterEach
    void close() {
        entities.getTransaction().rollback();
        entities.close();
    }

    @Test
    @DisplayName("T26 a password alone lets nobody in: the first sign-in sets up a second factor, every later one asks for it")
    void aPasswordAloneLetsNobodyIn() {
        String name = staff.account(Roles.DOCTOR, true);
        SignInStep first = password(name, HERE).orElseThrow();
        assertThat(first.next()).isEqualTo(Next.SET_UP);
        assertThat(staff.door().holderOf(first.key())).isEmpty();
        Enrolled enrolled = enrol(first.key());
        assertThat(enrolled.recoveryCodes()).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}"));
        assertThat(staff.door().holderOf(enrolled.key())).map(SignedIn::username).hasValue(name);
        assertThat(staff.door().holderOf(first.key())).as("the key of the password").isEmpty();

        staff.wait(Duration.ofMinutes(1));
        SignInStep later = password(name, HERE).orElseThrow();
        assertThat(later.next()).isEqualTo(Next.CODE);
        assertThat(staff.door().holderOf(later.key())).isEmpty();
        assertThat(staff.factors().enrolment(later.key(), "Clinic")).as("a password replaces no device").isEmpty();
        assertThatThrownBy(() -> staff.factors().confirm(later.key(), "000000", HERE)).isInstanceOf(SignInNotThere.class);
        assertThat(staff.door().second(later.key(), code(name), HERE)).isPresent();
    }

    @Test
    @DisplayName("T26 a code works once: neither the same nor an earlier one is taken again, and one step of the clock is forgiven")
    void aCodeWorksOnce() {
        String name = withDevice();
        staff.wait(Duration.ofMinutes(2));
        String used = code(name);
        assertThat(second(name, used)).isPresent();
        assertThat(second(name, used)).isEmpty();
        assertThat(second(name, codeAt(name, Duration.ofSeconds(-30)))).isEmpty();
        assertThat(second(name, codeAt(name, Duration.ofSeconds(30)))).as("a clock that is ahead").isPresent();
        staff.wait(Duration.ofMinutes(2));
        assertThat(second(name, codeAt(name, Duration.ofSeconds(-30)))).as("a clock that is behind").isPresent();
        staff.wait(Duration.ofMinutes(2));
        assertThat(second(name, codeAt(name, Duration.ofSeconds(-60)))).as("two steps").isEmpty();
        assertThat(second(name, codeAt(name, Duration.ofSeconds(60)))).as("two steps").isEmpty();
    }

    @Test
    @DisplayName("T26 each of ten recovery codes works once, and none is kept in the clear")
    void aRecoveryCodeWorksOnce() {
        String name = staff.account(Roles.DOCTOR, true);
        List<String> codes = enrol(password(name, HERE).orElseThrow().key()).recoveryCodes();
        assertThat(second(name, codes.get(3).toLowerCase(java.util.Locale.ROOT).replace('-', ' '))).isPresent();
        assertThat(second(name, codes.get(3))).isEmpty();
        assertThat(second(name, codes.get(4))).isPresent();
        String stored = entities.createNativeQuery("select string_agg(code_hash, ' ') from staff_recovery_code").getSingleResult().toString();
        assertThat(codes).noneMatch(code -> stored.contains(code) || stored.contains(code.replace("-", "")));
    }

    @Test
    @DisplayName("T26 the secret of the device is sealed, and a seal that is moved to another account does not open")
    void theSecretIsSealed() {
        String name = withDevice();
        String other = withDevice();
        String sealed = column("totp_secret", name);
        assertThat(sealed).doesNotContain(secret(name));
        entities.createNativeQuery("update staff_account set totp_secret = ?1 where username = ?2").setParameter(1, sealed).setParameter(2, other).executeUpdate();
        staff.written();
        assertThatThrownBy(() -> second(other, code(name))).isInstanceOf(IllegalStateException.class).hasMessageContaining("does not open");
    }

    @Test
    @DisplayName("T26 guessing slows the guesser: wrong passwords and codes from elsewhere do not keep the owner from a place of theirs")
    void guessingSlowsTheGuesser() {
        String name = withDevice();
        for (int i = 0; i < 8; i++) {
            assertThat(staff.door().signIn(name, "wrong wrong wrong".toCharArray(), ELSEWHERE)).isEmpty();
            staff.written();
        }
        assertThat(password(name, ELSEWHERE)).as("the right password, too, waits where guesses come from").isEmpty();
        assertThat(password(name, HERE)).as("at a desk known to the account").isPresent();
        assertThat(password(name, HOTEL)).as("at a place neither the account nor the guesser was ever at").isPresent();
        staff.wait(Duration.ofMinutes(6));
        assertThat(password(name, ELSEWHERE)).as("after five minutes at most").isPresent();

        for (int i = 0; i < 8; i++) {
            staff.door().signIn(name, "wrong wrong wrong".toCharArray(), HERE);
            staff.written();
        }
        assertThat(password(name, HERE)).as("a guesser at the same desk waits").isEmpty();
        staff.wait(Duration.ofMinutes(6));
        assertThat(second(name, code(name))).isPresent();
    }

    @Test
    @DisplayName("T26 who guesses from a hundred places keeps the owner from none, known or new, and each of the places waits")
    void aHundredGuessersKeepNobodyOut() {
        String name = withDevice();
        for (int i = 0; i < 400; i++) {
            assertThat(staff.door().signIn(name, "wrong wrong wrong".toCharArray(), "100.64.0." + i % 100)).isEmpty();
        }
        staff.written();
        staff.wait(Duration.ofSeconds(1));
        assertThat(password(name, "100.64.0.50")).as("four wrong ones from here").isEmpty();
        assertThat(password(name, HERE)).isPresent();
        staff.wait(Duration.ofMinutes(1)); // The code of that moment has been used.
        assertThat(password(name, HOTEL).map(SignInStep::key).flatMap(key -> staff.door().second(key, code(name), HOTEL))).as("the owner, somewhere new").isPresent();
        staff.written();
        staff.wait(Duration.ofHours(25));
        staff.door().signIn(name, "wrong wrong wrong".toCharArray(), ELSEWHERE);
        staff.written();
        assertThat(entities.createNativeQuery("select count(*) from staff_guess where account_id = ?1").setParameter(1, staff.id(name)).getSingleResult()).as("forgotten after a day").isEqualTo(1L);
    }

    @Test
    @DisplayName("T26 who knows the password and guesses codes slows every new place, and the owner comes in there by recovery code")
    void whoGuessesCodesKeepsNobodyOut() {
        String name = staff.account(Roles.DOCTOR, true);
        String recovery = enrol(password(name, HERE).orElseThrow().key()).recoveryCodes().get(0);
        staff.wait(Duration.ofMinutes(1));
        for (int i = 0; i < 9; i++) {
            String place = "100.64.0." + i;
            password(name, place).map(SignInStep::key).ifPresent(key -> assertThat(staff.door().second(key, "123456", place)).isEmpty());
            staff.written();
        }
        String key = password(name, HOTEL).orElseThrow().key();
        assertThat(staff.door().second(key, code(name), HOTEL)).as("six digits can be guessed and wait, wherever they were guessed at").isEmpty();
        assertThat(staff.door().second(key, "AAAA-AAAA-AAAA-AAAA", HOTEL)).isEmpty();
        assertThat(staff.door().second(key, recovery, HOTEL)).isPresent();
        assertThat(second(name, code(name))).as("at a desk known to the account").isPresent();
    }

    @Test
    @DisplayName("T26 after five wrong codes the password is asked for again, and wrong codes slow as wrong passwords do")
    void fiveWrongCodesAskForThePasswordAgain() {
        String name = withDevice();
        staff.wait(Duration.ofMinutes(1));
        String key = password(name, HERE).orElseThrow().key();
        for (int i = 0; i < 5; i++) {
            assertThat(staff.door().second(key, "123", HERE)).isEmpty();
            staff.written();
            staff.wait(Duration.ofSeconds(30));
        }
        assertThat(staff.door().waiting(key)).isEmpty();
        assertThat(staff.door().second(key, code(name), HERE)).isEmpty();
    }

    @Test
    @DisplayName("T26 who lost everything begins anew at the administrator's word: a new password, and the factor is set up, never skipped")
    void recoverySkipsNothing() {
        String name = withDevice();
        String never = staff.account(Roles.RECEPTIONIST, false);
        String session = password(never, HERE).orElseThrow().key();
        for (String lost : List.of(name, never)) {
            String handed = staff.office("boss").reset(staff.id(lost));
            staff.written();
            assertThat(password(lost, HERE)).as("the old password").isEmpty();
            SignInStep step = staff.door().signIn(lost, handed.toCharArray(), HERE).orElseThrow();
            assertThat(step.next()).as(lost).isEqualTo(Next.SET_UP);
            assertThat(staff.door().holderOf(step.key())).isEmpty();
        }
        assertThat(staff.door().holderOf(session)).isEmpty();
        assertThat(staff.trail).containsExactly("UPDATE Person " + staff.id(name), "UPDATE Person " + staff.id(never));
        assertThatThrownBy(() -> staff.office(name).reset(staff.id(name))).isInstanceOf(AccountRefused.class);
    }

    @Test
    @DisplayName("T26 an unknown name, a wrong password and a closed account get the same answer")
    void unknownNamesAnswerAlike() {
        String name = staff.account(Roles.DOCTOR, false);
        assertThat(staff.door().signIn("nobody-of-this-name", SomeStaff.PASSWORD.toCharArray(), HERE)).isEmpty();
        assertThat(staff.door().signIn(name, "wrong wrong wrong".toCharArray(), HERE)).isEmpty();
        staff.office("boss").close(staff.id(name));
        staff.written();
        assertThat(password(name, HERE)).isEmpty();
    }

    @Test
    @DisplayName("T26 an unknown name, a wrong password, a closed account and who has to wait cost one hash each, also the first of them")
    void everyAnswerCostsOneHash() {
        String name = staff.account(Roles.DOCTOR, false);
        String closed = staff.account(Roles.DOCTOR, false);
        staff.office("boss").close(staff.id(closed));
        staff.written();
        assertThat(cost("nobody-of-this-name", SomeStaff.PASSWORD)).isEqualTo(1);
        assertThat(cost(name, SomeStaff.PASSWORD)).isEqualTo(1);
        assertThat(cost(closed, SomeStaff.PASSWORD)).isEqualTo(1);
        for (int i = 0; i < 8; i++) {
            assertThat(cost(name, "wrong wrong wrong")).isEqualTo(1);
        }
        assertThat(password(name, HERE)).as("waits").isEmpty();
        assertThat(cost(name, SomeStaff.PASSWORD)).as("waits").isEqualTo(1);
    }

    /** Hashes worked out by the first try at a door that nobody has come to yet. */
    private int cost(String name, String password) {
        SignInService door = staff.door();
        int before = staff.hashes();
        door.signIn(name, password.toCharArray(), HERE);
        staff.written();
        return staff.hashes() - before;
    }

    private String withDevice() {
        String name = staff.account(Roles.DOCTOR, true);
        enrol(password(name, HERE).orElseThrow().key());
        return name;
    }

    private Optional<SignInStep> password(String name, String address) {
        Optional<SignInStep> step = staff.door().signIn(name, SomeStaff.PASSWORD.toCharArray(), address);
        staff.written();
        return step;
    }

    private Optional<String> second(String name, String code) {
        Optional<String> key = password(name, HERE).flatMap(step -> staff.door().second(step.key(), code, HERE));
        staff.written();
        return key;
    }

    private Enrolled enrol(String key) {
        String secret = staff.factors().enrolment(key, "Clinic").orElseThrow().secret().replace(" ", "");
        staff.written();
        Enrolled enrolled = staff.factors().confirm(key, Totp.code(secret, staff.now()), HERE);
        staff.written();
        return enrolled;
    }

    private String code(String name) {
        return codeAt(name, Duration.ZERO);
    }

    private String codeAt(String name, Duration off) {
        return Totp.code(secret(name), staff.now().plus(off));
    }

    private String secret(String name) {
        return staff.secretOf(name);
    }

    private String column(String column, String name) {
        return (String) entities.createNativeQuery("select " + column + " from staff_account where username = ?1").setParameter(1, name).getSingleResult();
    }
}
