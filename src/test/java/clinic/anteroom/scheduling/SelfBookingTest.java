package clinic.anteroom.scheduling;

import static clinic.anteroom.scheduling.SomeLab.at;
import static clinic.anteroom.scheduling.SomeLab.count;
import static clinic.anteroom.scheduling.SomeLab.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.shared.NewId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SelfBookingTest {

    private final SomeLab lab = new SomeLab();
    private final SomeDesk desk = new SomeDesk();
    private final SelfBookingService door = desk.selfBooking();

    @BeforeEach
    void patientsMayBookHere() {
        sql("update visit_type set patients_may_book = true, notice_minutes = 240 where code = ?", lab.visitType);
    }

    private String link() {
        return desk.invite(new Invite(lab.patient, lab.visitType, null, null));
    }

    private static FindTimes anyTime() {
        return FindTimes.forPatient(null, null);
    }

    private SelfBooking chosen(Instant start) {
        return new SelfBooking(start, lab.everybody(), VisitNeeds.PLAIN, NewId.next().toString());
    }

    private SelfBooking chosen(FreeTime time) {
        return new SelfBooking(time.start(), time.chosen(), VisitNeeds.PLAIN, NewId.next().toString());
    }

    @Test
    void aLinkShowsTimesHoldsOneAndBooksOnce() {
        String secret = link();
        assertThat(door.look(secret)).get().satisfies(invited -> {
            assertThat(invited.booked()).isNull();
            assertThat(invited.visitName()).isEqualTo("Nerve and muscle test");
        });
        List<FreeTime> times = door.times(secret, anyTime());
        assertThat(times).isNotEmpty().allSatisfy(time -> assertThat(time.start()).isBetween(SomeDesk.NOW.plus(Duration.ofMinutes(240)), SomeDesk.NOW.plus(InvitationService.AHEAD)));
        Booked held = door.hold(secret, chosen(times.get(0)));
        assertThat(held.isHeld()).isTrue();
        SelfBooking choice = chosen(times.get(0));
        Booked booked = door.book(secret, choice);
        assertThat(booked.status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(door.book(secret, choice).appointmentId()).isEqualTo(booked.appointmentId());
        assertThat(door.look(secret)).get().extracting(invited -> invited.booked().appointmentId()).isEqualTo(booked.appointmentId());
        assertThatThrownBy(() -> door.book(secret, chosen(times.get(1)))).isInstanceOf(InvitationGone.class);
        assertThat(count("select count(*) from appointment where live and visit_type = ?", lab.visitType)).isEqualTo(1);
        assertThat(count("select count(*) from booking_invitation where key_hash = ?", secret)).as("kept as a hash only").isZero();
    }

    @Test
    void anOrdersLinkBooksTheOrderAndItsLatestDateColoursTheTimes() {
        sql("insert into visit_type_test values (?, 'BLOOD')", lab.visitType);
        UUID order = lab.order(lab.patient, "EMG", at("2026-12-04T17:00"));
        String secret = desk.invite(new Invite(null, lab.visitType, order, lab.physician));
        FreeTime first = door.times(secret, anyTime()).get(0);
        assertThat(first.late()).isFalse();
        Booked booked = door.book(secret, chosen(first));
        assertThat(count("select count(*) from appointment_request where appointment_id = ? and service_request_id = ? and live", booked.appointmentId(), order)).isEqualTo(1);
        assertThatThrownBy(() -> desk.invite(Invite.forOrder(order))).isInstanceOf(OrderNotBookable.class);
    }

    @Test
    void theClinicsPolicyHolds() {
        String secret = link();
        assertThatThrownBy(() -> door.book(secret, chosen(SomeDesk.NOW.plus(Duration.ofHours(2))))).extracting("key").isEqualTo("refusal.visit_too_soon");
        assertThatThrownBy(() -> door.book(secret, chosen(at("2027-02-01T09:00")))).extracting("key").isEqualTo("refusal.visit_too_far_ahead");
        sql("update visit_type set patients_may_book = false where code = ?", lab.visitType);
        assertThatThrownBy(() -> door.book(secret, chosen(at("2026-12-08T09:00")))).extracting("key").isEqualTo("refusal.visit_not_for_you");
        assertThatThrownBy(this::link).extracting("key").isEqualTo("refusal.visit_not_for_you");
        sql("update booking_invitation set created_at = created_at - interval '9 days', ends_at = ends_at - interval '8 days' where patient_id = ?", lab.patient);
        assertThatThrownBy(() -> door.times(secret, anyTime())).isInstanceOf(InvitationGone.class);
        assertThat(door.look(secret)).isEmpty();
        assertThat(door.look("0".repeat(32))).isEmpty();
    }

    @Test
    @DisplayName("T29 one hold and three visits to come that a patient booked alone")
    void oneHoldAndThreeVisits() {
        String spare = link();
        door.hold(spare, chosen(at("2026-12-07T09:00")));
        door.hold(spare, chosen(at("2026-12-07T11:00")));
        assertThat(count("select count(*) from appointment where patient_id = ? and expires_at is not null and live", lab.patient)).isEqualTo(1);
        for (int day = 8; day < 11; day++) {
            door.book(link(), chosen(at("2026-12-%02dT09:00".formatted(day))));
        }
        assertThatThrownBy(() -> door.book(spare, chosen(at("2026-12-14T09:00")))).isInstanceOf(SelfBookingLimit.class);
        assertThatThrownBy(() -> door.hold(spare, chosen(at("2026-12-14T09:00")))).isInstanceOf(SelfBookingLimit.class);
        assertThat(desk.service.book(new BookVisit(lab.patient, Set.of(), lab.visitType, at("2026-12-14T09:00"), lab.everybody(), NewId.next().toString())).status())
                .as("the desk still may").isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void aTakenTimeIsRefusedWithThreeOthersAndTheLinkStaysGood() {
        String secret = link();
        desk.service.book(new BookVisit(lab.patient(), Set.of(), lab.visitType, at("2026-12-08T09:00"), lab.everybody(), NewId.next().toString()));
        assertThatThrownBy(() -> door.book(secret, chosen(at("2026-12-08T09:00")))).isInstanceOfSatisfying(SlotTaken.class,
                taken -> assertThat(taken.otherTimes()).hasSize(3));
        assertThat(door.book(secret, chosen(at("2026-12-08T13:00"))).status()).isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void whoMayHaveADeviceInTheBodyIsToldToCall() {
        sql("insert into visit_type_test values (?, 'MRI')", lab.visitType);
        UUID order = lab.orderOf(lab.patient, "MRI", "{\"SAF-Q03\":[\"PACEMAKER\"]}");
        assertThatThrownBy(() -> desk.invite(new Invite(null, lab.visitType, order, null))).extracting("key").isEqualTo("refusal.visit_implant");
    }
}
