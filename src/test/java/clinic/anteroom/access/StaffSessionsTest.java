package clinic.anteroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Base64;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When a sign-in of the staff ends. Each look is a look into the database, as another node would take it. */
class StaffSessionsTest {

    private static final String HERE = "192.0.2.7";

    private final EntityManager entities = TestDatabase.entities().createEntityManager();
    private final SomeStaff staff = new SomeStaff(entities, Instant.parse("2026-11-30T12:00:00Z"));
    private String name;
    private String key;

    @BeforeEach
    void signIn() {
        entities.getTransaction().begin();
        name = staff.account(Roles.DOCTOR, false);
        key = staff.door().signIn(name, SomeStaff.PASSWORD.toCharArray(), HERE).orElseThrow().key();
        staff.written();
    }

    @AfterEach
    void close() {
        entities.getTransaction().rollback();
        entities.close();
    }

    @Test
    @DisplayName("T25 staff are out after 15 minutes without a request, and not before")
    void idleFifteenMinutes() {
        staff.wait(Duration.ofMinutes(14));
        assertThat(isIn()).isTrue();
        staff.wait(Duration.ofMinutes(14));
        assertThat(isIn()).as("each request counts").isTrue();
        staff.wait(Duration.ofMinutes(10));
        assertThat(staff.door().holderOfPage(key)).as("a page that asks for news by itself").isPresent();
        staff.wait(Duration.ofMinutes(4));
        assertThat(staff.door().holderOfPage(key)).as("does not count").isPresent();
        staff.written();
        staff.wait(Duration.ofMinutes(1));
        assertThat(staff.door().holderOfPage(key)).isEmpty();
        staff.wait(Duration.ofMinutes(-1));
        assertThat(isIn()).as("somebody comes back in time").isTrue();
        staff.wait(Duration.ofMinutes(15));
        assertThat(isIn()).isFalse();
    }

    @Test
    @DisplayName("T25 staff are out after ten hours in all, however busy")
    void tenHoursInAll() {
        for (int quarter = 0; quarter < 59; quarter++) {
            staff.wait(Duration.ofMinutes(10));
            assertThat(isIn()).as(quarter * 10 + " minutes").isTrue();
        }
        staff.wait(Duration.ofMinutes(10));
        assertThat(isIn()).isFalse();
    }

    @Test
    @DisplayName("T49 a page is told how long a sign-in lasts: asking makes it no longer, a sign of life does, and ten hours are ten hours")
    void whatIsLeft() {
        staff.wait(Duration.ofMinutes(13));
        assertThat(staff.door().left(key)).isEqualTo(Duration.ofMinutes(2));
        assertThat(staff.door().left(key)).isEqualTo(Duration.ofMinutes(2));
        assertThat(isIn()).isTrue();
        staff.written();
        assertThat(staff.door().left(key)).isEqualTo(Duration.ofMinutes(15));
        for (int tenths = 0; tenths < 58; tenths++) {
            staff.wait(Duration.ofMinutes(10));
            assertThat(isIn()).isTrue();
            staff.written();
        }
        assertThat(staff.door().left(key)).isEqualTo(Duration.ofMinutes(7));
        staff.wait(Duration.ofMinutes(8));
        assertThat(staff.door().left(key)).isZero();
        assertThat(staff.door().left("0".repeat(64))).isZero();
        assertThat(staff.door().left(null)).isZero();
    }

    @Test
    @DisplayName("T49 what an account typed is sealed with a key of its own: the same at each sign-in, no other account's, and never the server's")
    void whatIsTypedIsSealed() {
        String mine = staff.door().typedKey(name);
        assertThat(Base64.getDecoder().decode(mine)).hasSize(32);
        assertThat(staff.door().typedKey(name)).isEqualTo(mine);
        assertThat(staff.door().typedKey(staff.account(Roles.DOCTOR, false))).isNotEqualTo(mine).isNotEmpty();
        assertThat(staff.door().typedKey("nobody")).isEmpty();
    }

    @Test
    @DisplayName("T25 a closed account, another role and a new password end every sign-in at the next request, on every node")
    void changesEndSignIns() {
        endsWith(id -> staff.office("boss").close(id));
        endsWith(id -> staff.office("boss").giveRole(id, Roles.RECEPTIONIST));
        endsWith(id -> staff.office("boss").reset(id));
        endsWith(id -> sql("update staff_account set active = false where id = cast(?1 as uuid)", id));
        endsWith(id -> sql("update staff_account set role = 'ADMINISTRATOR' where id = cast(?1 as uuid)", id));
        endsWith(id -> sql("update staff_account set password_hash = 'another' where id = cast(?1 as uuid)", id));
    }

    @Test
    @DisplayName("T25 signing out ends this sign-in and no other; a key is not kept in the clear, and an invented one opens nothing")
    void signingOutEndsThisOne() {
        String other = staff.door().signIn(name, SomeStaff.PASSWORD.toCharArray(), HERE).orElseThrow().key();
        staff.door().signOut(key);
        assertThat(isIn()).isFalse();
        assertThat(staff.door().holderOf(other)).isPresent();
        assertThat(staff.door().holderOf("0".repeat(64))).isEmpty();
        assertThat(staff.door().holderOf("")).isEmpty();
        assertThat(entities.createNativeQuery("select count(*) from staff_session where key_hash = ?1").setParameter(1, other).getSingleResult().toString()).isEqualTo("0");
    }

    private void endsWith(Consumer<java.util.UUID> change) {
        signInAgain();
        assertThat(isIn()).isTrue();
        change.accept(staff.id(name));
        staff.written();
        assertThat(isIn()).isFalse();
    }

    private void signInAgain() {
        name = staff.account(Roles.DOCTOR, false);
        key = staff.door().signIn(name, SomeStaff.PASSWORD.toCharArray(), HERE).orElseThrow().key();
        staff.written();
    }

    private boolean isIn() {
        boolean in = staff.door().holderOf(key).isPresent();
        staff.written();
        return in;
    }

    private void sql(String change, java.util.UUID id) {
        entities.createNativeQuery(change).setParameter(1, id.toString()).executeUpdate();
    }
}
