package clinic.anteroom.scheduling.desk;

import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.scheduling.desk.DayChanged.Kind;
import clinic.anteroom.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Two nodes on one database, each with its ear. */
class DeskEarTest {

    private static final LocalDate DAY = LocalDate.of(2031, 3, 3);
    private static final Duration A_MOMENT = Duration.ofMillis(200);

    private final Node one = new Node("one");
    private final Node other = new Node("other");

    /** A node of the clinic: what its screens are told. */
    private static final class Node {

        private final BlockingQueue<DayChanged> told = new LinkedBlockingQueue<>();
        private final String name;
        private final DeskEar ear;
        private final Thread thread;
        private boolean screenFails;

        Node(String name) {
            this.name = name;
            PGSimpleDataSource here = (PGSimpleDataSource) TestDatabase.dataSource();
            PGSimpleDataSource line = new PGSimpleDataSource();
            line.setUrl(here.getUrl());
            line.setUser("postgres");
            line.setApplicationName("ear of " + name);
            ear = new DeskEar(line, this::hear, A_MOMENT);
            thread = new Thread(ear, name);
        }

        private void hear(DayChanged what) {
            told.add(what);
            if (screenFails) {
                throw new IllegalStateException("a screen is gone");
            }
        }

        void start() throws SQLException, InterruptedException {
            thread.start();
            for (int tries = 0; listening() == 0 && tries < 100; tries++) {
                Thread.sleep(50);
            }
            told.clear();
        }

        long listening() throws SQLException {
            return number("select count(*) from pg_stat_activity where query = 'listen desk' and application_name = ?", "ear of " + name);
        }

        /** What comes within a second, the time in which a change has to be on the other screens. */
        DayChanged next() throws InterruptedException {
            return told.poll(1, TimeUnit.SECONDS);
        }
    }

    @BeforeEach
    void open() throws SQLException, InterruptedException {
        one.start();
        other.start();
    }

    @AfterEach
    void close() throws InterruptedException {
        for (Node node : new Node[] {one, other}) {
            node.ear.close();
            node.thread.interrupt();
            node.thread.join(3000);
            assertThat(node.thread.isAlive()).isFalse();
        }
    }

    @Test
    @DisplayName("T7 what changes on one node is heard on every node within a second, once it is committed and not before")
    void bothHearOfAChange() throws SQLException, InterruptedException {
        try (Connection desk = TestDatabase.dataSource().getConnection()) {
            desk.setAutoCommit(false);
            note(desk, "Fire drill at ten");
            assertThat(one.told.poll(600, TimeUnit.MILLISECONDS)).as("not committed").isNull();
            desk.commit();
            assertThat(one.next()).isEqualTo(DayChanged.on(DAY));
            assertThat(other.next()).isEqualTo(DayChanged.on(DAY));
            note(desk, "Taken back");
            desk.rollback();
            assertThat(other.told.poll(600, TimeUnit.MILLISECONDS)).as("rolled back").isNull();
        }
    }

    @Test
    @DisplayName("T13 a database that was away is heard again by itself; the screens are told that they heard nothing meanwhile")
    void theLinkComesBackByItself() throws SQLException, InterruptedException {
        number("select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = ?", "ear of one");
        assertThat(one.next()).isEqualTo(DayChanged.just(Kind.GONE));
        assertThat(one.next()).isEqualTo(DayChanged.just(Kind.BACK));
        assertThat(other.told).as("its own link is well").isEmpty();
        number("select count(pg_notify('desk', ?))", DAY.toString());
        assertThat(one.next()).isEqualTo(DayChanged.on(DAY));
        assertThat(other.next()).isEqualTo(DayChanged.on(DAY));
    }

    @Test
    void whatIsAboutNoOneDayIsHeardOnce() throws SQLException, InterruptedException {
        try (Connection desk = TestDatabase.dataSource().getConnection(); Statement statement = desk.createStatement()) {
            statement.execute("insert into closure (id, from_date, to_date, name) values (gen_random_uuid(), '2031-03-04', '2031-03-05', 'Ear'), (gen_random_uuid(), '2031-03-06', '2031-03-07', 'Ear')");
            assertThat(other.next()).isEqualTo(DayChanged.on(null));
            assertThat(other.told.poll(300, TimeUnit.MILLISECONDS)).isNull();
            statement.execute("delete from closure where name = 'Ear'");
        }
    }

    @Test
    void nothingThatIsSaidMakesItDeaf() throws SQLException, InterruptedException {
        one.screenFails = true;
        number("select count(pg_notify('desk', ?))", "not a day");
        number("select count(pg_notify('desk', ?))", DAY.toString());
        assertThat(one.next()).isEqualTo(DayChanged.on(DAY));
        number("select count(pg_notify('desk', ?))", DAY.plusDays(1).toString());
        assertThat(one.next()).isEqualTo(DayChanged.on(DAY.plusDays(1)));
        assertThat(one.listening()).isEqualTo(1);
    }

    private static void note(Connection desk, String words) throws SQLException {
        try (Statement statement = desk.createStatement()) {
            statement.execute("insert into day_note (id, on_date, words, by_whom, at) values (gen_random_uuid(), date '" + DAY + "', '" + words + "', 'rita', now())");
        }
    }

    private static long number(String question, String value) throws SQLException {
        try (Connection connection = TestDatabase.dataSource().getConnection(); PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, value);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
