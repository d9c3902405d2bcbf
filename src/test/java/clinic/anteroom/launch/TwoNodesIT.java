package clinic.anteroom.launch;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.Hand;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.SomeVisitors;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One of two nodes loses its power while programs book, a patient fills in a form and the desk writes. */
class TwoNodesIT {

    private static final String WORDS = "Come by the side door, the lift is out of order. \u00c0 bient\u00f4t!";
    private static final int PEOPLE = 80;
    private static final int REMINDERS = 120;

    @TempDir
    private Path folder;

    @Test
    @DisplayName("T1 T8 T9 two nodes start together, one is killed under load: nothing acknowledged lost or booked twice, sign-in and half-filled forms go on, each reminder and letter once")
    void whoWasWithTheDeadNodeGoesOnWithTheOther() throws Exception {
        assumeTrue(TwoNodes.proxyIsThere(), "needs HAProxy (Debian's package haproxy)");
        try (TwoNodes nodes = TwoNodes.start(folder); ServersDatabase database = nodes.database();
                BrowserContext desk = atFirst(Browser.desk(), nodes); BrowserContext phone = atFirst(Browser.phone(), nodes)) {
            assertThat(database.list("select version from schema_history where not success or version is not null group by version having count(*) > 1")).isEmpty();
            assertEachReminderOnceWhileBothRing(nodes, database);
            String patient = database.one("select id::text from patient order by family_name limit 1");
            Page reply = new Hand(desk.newPage(), nodes.address() + "/").signIn("desk", "reception/replies.xhtml?patient=" + patient).sees("From patients").page();
            String visit = database.one("select id::text from appointment where status = 'BOOKED' and starts_at > now() + interval '1 day' order by starts_at limit 1");
            Page off = new Hand(desk.newPage(), nodes.address() + "/").open("reception/visit.xhtml?id=" + visit).page();
            Page caller = new Hand(desk.newPage(), nodes.address() + "/").open("reception/caller.xhtml").press("Begin: Muscle twitching").page();
            Page form = new Hand(phone.newPage(), nodes.address() + "/").open("patient/question.xhtml?begin=new&about=muscle-twitching").page();
            answerFirst(form);
            answerFirst(caller);
            Set<String> before;
            BookingLoad load = new BookingLoad(nodes.address(), database, PEOPLE);
            try (load) {
                reply.getByLabel("Answer", new Page.GetByLabelOptions().setExact(true)).fill(WORDS);
                form.getByLabel("How old are you (the patient)?").fill("58");
                caller.getByLabel("How old are you (the patient)?").fill("34");
                off.locator("select[id='c:reason']").selectOption("MAINTENANCE");
                awaitBookings(load, 5);
                before = load.acknowledged();
                nodes.killFirst();
                deskGoesOn(reply, database, patient);
                visitIsCalledOff(off, database, visit);
                formGoesOn(form, "58");
                formGoesOn(caller, "34");
                assertThat(caller.getByText("You fill this in for a caller.")).isVisible();
                awaitBookings(load, before.size() + 5);
            }
            assertThat(load.odd()).isEmpty();
            assertNothingLostOrTwice(database, load.acknowledged());
            signsOut(reply, nodes, database);
            assertEachLetterOnce(nodes, database, load.acknowledged().size());
        }
    }

    /** This browser is with the first node until that ends. */
    private static BrowserContext atFirst(BrowserContext browser, TwoNodes nodes) {
        browser.addCookies(List.of(new Cookie("node", "one").setUrl(nodes.address().replace("http:", "https:")).setSecure(true).setHttpOnly(true)));
        return browser;
    }

    private static void answerFirst(Page form) {
        form.getByLabel("None of these").first().press("Space");
        press(form, "Save and go on");
        assertThat(form.getByLabel("How old are you (the patient)?")).isVisible();
    }

    private static void press(Page page, String button) {
        page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    /** Still signed in; the page was opened again with what was typed, and sending it once more sends it once. */
    private static void deskGoesOn(Page reply, ServersDatabase database, String patient) throws SQLException {
        press(reply, "Send");
        assertThat(reply.getByText("What you typed is here again. Look at the page")).isVisible();
        assertThat(reply).hasTitle("From patients - Anteroom");
        assertThat(reply.getByLabel("Answer", new Page.GetByLabelOptions().setExact(true))).hasValue(WORDS);
        Browser.pictures(reply, "nodes-again");
        press(reply, "Send");
        assertThat(reply.locator(".thread")).containsText(WORDS);
        assertThat(database.list("select id::text from visit_message where patient_id = ? and words = ?", patient, WORDS)).hasSize(1);
    }

    /** The address this form is sent to does not say which visit it is about; the page comes back all the same. */
    private static void visitIsCalledOff(Page off, ServersDatabase database, String visit) throws SQLException {
        off.locator("[id='c:cancel']").click();
        assertThat(off.getByText("What you typed is here again. Look at the page")).isVisible();
        assertThat(off.locator("select[id='c:reason']")).hasValue("MAINTENANCE");
        assertThat(database.one("select status from appointment where id = ?", visit)).isEqualTo("BOOKED");
        off.locator("[id='c:cancel']").click();
        off.waitForURL("**/reception/**");
        assertThat(off.locator("[id='c:cancel']")).hasCount(0);
        assertThat(database.one("select status from appointment where id = ?", visit)).isEqualTo("CANCELLED");
    }

    /** What was saved is there, what was typed is there, and the next page follows. */
    private static void formGoesOn(Page form, String age) {
        press(form, "Save and go on");
        assertThat(form.getByText("What you typed is here again.")).isVisible();
        assertThat(form.getByLabel("How old are you (the patient)?")).hasValue(age);
        press(form, "Save and go on");
        assertThat(form).hasTitle("Your form, page 3 - Anteroom");
    }

    /** The way out of a page that the dead node made is a way out. */
    private static void signsOut(Page reply, TwoNodes nodes, ServersDatabase database) throws SQLException {
        press(reply, "Sign out");
        assertThat(reply).hasTitle("Sign in - Anteroom");
        assertThat(database.list("select s.account_id::text from staff_session s join staff_account a on a.id = s.account_id where a.username = 'desk' and s.ended_at is null")).isEmpty();
        reply.navigate(nodes.address() + "/reception/orders.xhtml");
        assertThat(reply).hasTitle("Sign in - Anteroom");
    }

    private static void awaitBookings(BookingLoad load, int count) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (load.acknowledged().size() < count && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(load.acknowledged()).as("booked; and odd: " + load.odd()).hasSizeGreaterThanOrEqualTo(count);
    }

    private static void assertNothingLostOrTwice(ServersDatabase database, Set<String> acknowledged) throws SQLException {
        assertThat(new TreeSet<>(database.list("select id::text from appointment where created_by = 'client:load' and status = 'BOOKED'")))
                .isEqualTo(new TreeSet<>(acknowledged));
        assertThat(database.list("select patient_id::text from appointment where created_by = 'client:load' and live group by 1 having count(*) > 1")).isEmpty();
        assertThat(database.list("""
                select o.id::text from occupancy o join occupancy p on p.resource_id = o.resource_id and p.seat = o.seat and p.id < o.id and p.during && o.during
                where o.live and p.live""")).isEmpty();
        assertThat(database.list("""
                select a.id::text from appointment a where a.created_by = 'client:load'
                and (select count(*) from audit_event e where e.entity_id = a.id and e.action = 'CREATE') <> 1""")).as("booked without its one audit row").isEmpty();
        assertThat(database.list("select key from booking_key k where not exists (select from appointment a where a.id = k.appointment_id)")).isEmpty();
    }

    /** A letter the dead node had put out and not noted is put out again under the same id: one at most. */
    private static void assertEachLetterOnce(TwoNodes nodes, ServersDatabase database, int visits) throws Exception {
        database.run("update communication set due_at = now() where status = 'PREPARATION' and kind = 'CONFIRMATION'");
        awaitNone(database, "select id::text from communication where status = 'PREPARATION' and kind = 'CONFIRMATION'");
        assertThat(database.list("select appointment_id::text from communication where kind = 'CONFIRMATION' and channel = 'EMAIL' and status = 'COMPLETED'"))
                .doesNotHaveDuplicates().hasSize(visits);
        Set<String> both = letters(nodes.lettersOf("one"));
        Set<String> second = letters(nodes.lettersOf("two"));
        Set<String> all = Stream.concat(both.stream(), second.stream()).collect(Collectors.toCollection(TreeSet::new));
        both.retainAll(second);
        assertThat(both).hasSizeLessThanOrEqualTo(1);
        assertThat(all).isEqualTo(new TreeSet<>(database.list("select id::text from communication where status = 'COMPLETED' and channel = 'EMAIL'")));
    }

    /** More reminders are due than one node sends in a round, so that both are at it; each leaves from one of them. */
    private static void assertEachReminderOnceWhileBothRing(TwoNodes nodes, ServersDatabase database) throws Exception {
        Set<String> due = new TreeSet<>();
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(3));
        for (int i = 0; i < REMINDERS; i++) {
            UUID patient = SomeVisitors.patient(database, "Reminded", LocalDate.of(1970, 2, 1 + i % 28));
            UUID visit = SomeVisitors.visit(database, patient, "FAMILY_DOCTOR", start);
            database.run("insert into communication (id, kind, channel, recipient, patient_id, appointment_id, concerning, created_at, due_at) "
                    + "select gen_random_uuid(), 'REMINDER', 'EMAIL', email, id, ?, ?, now(), now() + interval '1 hour' from patient where id = ?", visit, start + " 3", patient);
            due.add(database.one("select id::text from communication where appointment_id = ?", visit));
        }
        database.run("update communication set due_at = now() where id::text = any (string_to_array(?, ' '))", String.join(" ", due)); // All at the same moment, for both.
        awaitNone(database, "select id::text from communication where status = 'PREPARATION' and due_at <= now() and kind = 'REMINDER'");
        assertThat(database.list("select id::text from communication where kind = 'REMINDER' and status = 'COMPLETED' and attempts = 1")).containsExactlyInAnyOrderElementsOf(due);
        Set<String> first = letters(nodes.lettersOf("one"));
        Set<String> second = letters(nodes.lettersOf("two"));
        assertThat(first).as("sent by both").doesNotContainAnyElementsOf(second).isNotEmpty();
        assertThat(second).as("both were at it").isNotEmpty();
        assertThat(Stream.concat(first.stream(), second.stream()).toList()).containsExactlyInAnyOrderElementsOf(due);
    }

    private static void awaitNone(ServersDatabase database, String waiting) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!database.list(waiting).isEmpty() && System.nanoTime() < end) {
            Thread.sleep(250);
        }
    }

    private static Set<String> letters(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new TreeSet<>();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".eml")).map(name -> name.replace(".eml", "")).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
