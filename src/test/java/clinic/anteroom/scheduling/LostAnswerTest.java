package clinic.anteroom.scheduling;

import static clinic.anteroom.scheduling.SomeLab.at;
import static clinic.anteroom.scheduling.SomeLab.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.testing.CutLine;
import clinic.anteroom.testing.Entities;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The line to the database is cut when the commit has left and before its answer comes. */
class LostAnswerTest {

    private static final Instant NINE = at("2026-12-08T09:00");

    private final SomeLab lab = new SomeLab();
    private CutLine line;
    private EntityManagerFactory entities;
    private SomeDesk desk;

    @BeforeEach
    void draw() throws IOException {
        line = new CutLine();
        entities = Entities.at(line.url());
        desk = new SomeDesk("rita", SomeDesk.NOW, entities);
    }

    @AfterEach
    void hangUp() throws IOException {
        entities.close();
        line.close();
    }

    private BookVisit visit(Instant start) {
        return new BookVisit(lab.patient, Set.of(), lab.visitType, start, lab.everybody(), NewId.next().toString());
    }

    private long booked() {
        return count("select count(*) from appointment where live and visit_type = ?", lab.visitType);
    }

    private long trail(Booked visit, String action) {
        return count("select count(*) from audit_event where entity_id = ? and action = ?", visit.appointmentId(), action);
    }

    @Test
    @DisplayName("T5 a lost answer to booking is looked up: one visit, one audit row, no failure")
    void aLostAnswerToBookingIsLookedUp() {
        BookVisit wanted = visit(NINE);
        line.cutAfterCommits(1);
        Booked booked = desk.service.book(wanted);
        assertThat(line.left()).isZero();
        assertThat(booked.start()).isEqualTo(NINE);
        assertThat(booked()).isEqualTo(1);
        assertThat(trail(booked, "CREATE")).isEqualTo(1);
        assertThat(desk.service.findByKey(wanted.key())).map(Booked::appointmentId).contains(booked.appointmentId());
    }

    @Test
    @DisplayName("T5 a lost answer to moving and calling off is looked up: done once")
    void aLostAnswerToMovingAndCallingOffIsLookedUp() {
        Booked booked = desk.service.book(visit(NINE));
        line.cutAfterCommits(1);
        Booked moved = desk.service.move(new MoveVisit(booked.appointmentId(), booked.version(), at("2026-12-08T13:00"), lab.everybody(), NewId.next().toString()));
        assertThat(moved.start()).isEqualTo(at("2026-12-08T13:00"));
        assertThat(moved.version()).isEqualTo(booked.version() + 1);
        line.cutAfterCommits(1);
        Booked gone = desk.service.cancel(new CancelVisit(moved.appointmentId(), moved.version(), CancelReason.PATIENT, NewId.next().toString()));
        assertThat(line.left()).isZero();
        assertThat(gone.status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(gone.version()).isEqualTo(moved.version() + 1);
        assertThat(trail(booked, "UPDATE")).isEqualTo(2);
    }

    @Test
    @DisplayName("T5 a database that goes on not answering is never called a failure, and the key tells later what came of it")
    void whoGetsNoAnswerIsToldThatWeAreChecking() throws IOException {
        BookVisit wanted = visit(NINE);
        line.cutAfterCommits(Integer.MAX_VALUE);
        assertThatThrownBy(() -> desk.service.book(wanted)).isInstanceOf(AnswerPending.class).extracting("key").isEqualTo("refusal.answer_pending");
        line.cutAfterCommits(0);
        assertThat(desk.service.findByKey(wanted.key())).map(Booked::start).contains(NINE);
        assertThat(desk.service.book(wanted).start()).isEqualTo(NINE);
        assertThat(booked()).isEqualTo(1);
    }

    @Test
    @DisplayName("T4 moving and calling off twice with one key does it once, and refuses other content")
    void aKeyMovesAndCallsOffOnce() {
        Booked booked = desk.service.book(visit(NINE));
        String key = NewId.next().toString();
        MoveVisit move = new MoveVisit(booked.appointmentId(), booked.version(), at("2026-12-08T13:00"), lab.everybody(), key);
        assertThat(desk.service.move(move)).isEqualTo(desk.service.move(move));
        assertThatThrownBy(() -> desk.service.move(new MoveVisit(booked.appointmentId(), booked.version(), at("2026-12-08T15:00"), lab.everybody(), key)))
                .isInstanceOf(BookingKeyUsed.class);
        CancelVisit cancel = new CancelVisit(booked.appointmentId(), booked.version() + 1, CancelReason.PATIENT, NewId.next().toString());
        assertThat(desk.service.cancel(cancel)).isEqualTo(desk.service.cancel(cancel));
        assertThat(trail(booked, "UPDATE")).isEqualTo(2);
    }
}
