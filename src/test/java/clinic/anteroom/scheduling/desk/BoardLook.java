package clinic.anteroom.scheduling.desk;

import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Boards for the benchmark: one connection, one transaction a look, like a page of the server. */
public final class BoardLook {

    private final ClinicTime time;

    /** At this moment of the wall clock. */
    public BoardLook(Instant now, ZoneId zone) {
        time = new ClinicTime(Clock.fixed(now, ZoneOffset.UTC), zone);
    }

    /** A day with everything about its visits. */
    public Board day(LocalDate date) {
        return with(boards -> boards.of(date, 1));
    }

    /** A week that only says how full it is. */
    public Board week(LocalDate monday) {
        return with(boards -> boards.nameless(monday, 7));
    }

    private Board with(java.util.function.Function<Boards, Board> look) {
        try (EntityManager entities = TestDatabase.entities().createEntityManager()) {
            entities.getTransaction().begin();
            Boards boards = new Boards();
            boards.entities = entities;
            boards.holidays = "CA-ON";
            boards.time = time;
            Board board = look.apply(boards);
            entities.getTransaction().commit();
            return board;
        }
    }
}
