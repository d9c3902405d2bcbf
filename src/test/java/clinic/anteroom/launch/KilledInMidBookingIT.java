package clinic.anteroom.launch;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.FirstRun;
import clinic.anteroom.testing.Hand;
import clinic.anteroom.testing.ServersDatabase;
import clinic.anteroom.testing.WaitingOrders;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The power cord is pulled while the desk books: launcher, server and database die without a word. */
class KilledInMidBookingIT {

    private static final int ROUNDS = 3;

    @TempDir
    private Path data;

    private FirstRun run;

    @AfterEach
    void stop() throws InterruptedException {
        if (run != null) {
            run.close();
        }
    }

    @Test
    @DisplayName("T9 killed in mid-booking: nothing half done, nothing acknowledged lost, and the next start goes on")
    void nothingAcknowledgedIsLostAndNothingIsHalfDone() throws Exception {
        run = FirstRun.with(data, Map.of()).awaitReady();
        List<String> acknowledged = new ArrayList<>();
        List<String> orders = orders(run);
        Random moment = new Random(20261125);
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.add(book(run, orders.get(2 * round)));
            bookAndKill(run, orders.get(2 * round + 1), moment.nextInt(120));
            run = FirstRun.again(run.settings()).awaitReady();
            try (ServersDatabase database = ServersDatabase.at(run.database())) {
                for (String visit : acknowledged) {
                    assertThat(database.list("select status from appointment where id::text = ?", visit)).containsExactly("BOOKED");
                }
                assertNothingHalfDone(database);
            }
        }
        assertThat(book(run, orders.get(2 * ROUNDS))).hasSize(36);
    }

    private static List<String> orders(FirstRun run) throws Exception {
        try (ServersDatabase database = ServersDatabase.at(run.database())) {
            return WaitingOrders.of(database, 2 * ROUNDS + 1);
        }
    }

    /** Books and gives the id of the visit that the page acknowledges. */
    private static String book(FirstRun run, String order) {
        try (BrowserContext window = Browser.desk()) {
            Hand desk = atTheButton(run, window, order).press("Book this time");
            com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(desk.page().locator(".booked-banner")).containsText("Booked");
            return desk.page().url().replaceAll(".*[?&]id=([0-9a-f-]{36}).*", "$1");
        }
    }

    private static void bookAndKill(FirstRun run, String order, int afterMillis) throws Exception {
        try (BrowserContext window = Browser.desk()) {
            Hand desk = atTheButton(run, window, order);
            CompletableFuture<Void> cord = CompletableFuture.runAsync(() -> {
                try {
                    run.kill();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }, CompletableFuture.delayedExecutor(afterMillis, TimeUnit.MILLISECONDS));
            try {
                desk.press("Book this time");
            } catch (PlaywrightException unanswered) {
                assertThat(unanswered.getMessage()).isNotBlank();
            }
            cord.join();
        }
    }

    private static Hand atTheButton(FirstRun run, BrowserContext window, String order) {
        return new Hand(window.newPage(), run.address() + "/").signIn("desk", "reception/booking.xhtml?order=" + order).sees("Find a time");
    }

    /** An EMG visit is eight occupancies: technologist or physician, machine, room and patient in each of two phases. */
    private static void assertNothingHalfDone(ServersDatabase database) throws Exception {
        assertThat(database.list("""
                select a.id || ' has ' || count(o.id) from appointment a left join occupancy o on o.appointment_id = a.id and o.live
                where a.visit_type = 'EMG' and a.live group by a.id having count(o.id) <> 8""")).isEmpty();
        assertThat(database.list("""
                select a.id::text from appointment a join appointment_request r on r.appointment_id = a.id
                where a.live and not exists (select from audit_event e where e.entity_id = a.id and e.action = 'CREATE')"""))
                .as("booked without its audit row").isEmpty();
        assertThat(database.list("select key from booking_key k where not exists (select from appointment a where a.id = k.appointment_id)")).isEmpty();
    }
}
