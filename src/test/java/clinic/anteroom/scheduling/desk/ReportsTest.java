package clinic.anteroom.scheduling.desk;

import static clinic.anteroom.scheduling.desk.SomeFrontDesk.TORONTO;
import static clinic.anteroom.scheduling.desk.SomeFrontDesk.at;
import static org.assertj.core.api.Assertions.assertThat;

import clinic.anteroom.access.Roles;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.testing.ByHand;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Bookings that somebody should look at. Now is Monday 2026-11-30, 07:00. */
class ReportsTest {

    private final SomeFrontDesk desk = new SomeFrontDesk();
    private final ByHand house = new ByHand(new ClinicTime(Clock.fixed(at("2026-11-30T07:00"), ZoneOffset.UTC), TORONTO)).signedIn("desk", Roles.RECEPTIONIST);
    private final UUID patient = desk.patient("Nora", desk.mark, "1958-04-11", "+1 416 555 0101");

    private List<String> odd(UUID visit) {
        return house.transaction(() -> house.get(ReportService.class).odd()).stream().filter(one -> one.visitId().equals(visit)).map(one -> one.kind() + " " + one.resource()).toList();
    }

    @Test
    void aVisitOutsideTheHoursIsNamedWithWhoseHoursTheyAre() {
        assertThat(odd(desk.visit(patient, "2026-12-01T09:20"))).isEmpty();
        assertThat(odd(desk.visit(patient, "2026-12-01T14:20"))).containsExactly("OUTSIDE Dora " + desk.mark);
    }

    @Test
    void whoCanDoNothingAnyMoreLeavesOrphansAndNoBrokenPage() {
        UUID visit = desk.visit(patient, "2030-12-03T09:20");
        UUID soon = desk.visit(patient, "2026-12-03T09:20");
        desk.sql("delete from resource_capability where resource_id = ?", desk.doctor);
        assertThat(odd(visit)).containsExactly("ORPHAN null");
        assertThat(odd(soon)).doesNotContain("OUTSIDE Dora " + desk.mark);
    }
}
