package clinic.anteroom.scheduling.desk;

import clinic.anteroom.shared.Rows;
import clinic.anteroom.shared.TimeRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Figures and lists about what is booked. */
@ApplicationScoped
class Reports {

    private static final int WEEK = 7;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Boards boards;

    /** Bookings of the next days that lie outside the hours, share a seat's time, or have lost an order. */
    List<OddBooking> odd(LocalDate from, int weeks) {
        List<OddBooking> odd = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            odd(boards.of(from.plusWeeks(week), WEEK), odd);
        }
        orphans().forEach(odd::add);
        return odd;
    }

    /** Whose visits these are, by the visit's id. */
    Map<UUID, UUID> patientsOf(Set<UUID> visits) {
        return Rows.of(entities.createNativeQuery("select id, patient_id from appointment where id = any (cast(string_to_array(?1, ' ') as uuid[]))")
                        .setParameter(1, visits.stream().map(UUID::toString).collect(Collectors.joining(" ")))).stream()
                .collect(Collectors.toMap(row -> Rows.id(row[0]), row -> Rows.id(row[1])));
    }

    private static void odd(Board board, List<OddBooking> odd) {
        Map<UUID, Board.Column> columns = new HashMap<>();
        board.columns().forEach(column -> columns.put(column.id(), column));
        for (Board.Bar bar : board.bars()) {
            Board.BoardVisit visit = board.visits().get(bar.visitId());
            Board.Column column = columns.get(bar.resourceId());
            if (!visit.status().isAhead() || column == null) {
                continue; // What can do nothing any more has no column and no hours: its visits are among the orphans.
            }
            if (column.open().stream().noneMatch(open -> open.contains(bar.taken()))) {
                odd.add(new OddBooking("OUTSIDE", visit.id(), visit.givenName() + " " + visit.familyName(), visit.visitName(), bar.phase().start(), column.name()));
            }
            if (bar.seat() > 1) {
                odd.add(new OddBooking("OVERLAP", visit.id(), visit.givenName() + " " + visit.familyName(), visit.visitName(), bar.phase().start(), column.name()));
            }
        }
    }

    private List<OddBooking> orphans() {
        return Rows.of(entities.createNativeQuery("""
                        select a.id, p.given_name || ' ' || p.family_name, k.name, a.starts_at
                        from appointment a join patient p on p.id = a.patient_id join visit_type k on k.code = a.visit_type
                        where a.status = 'BOOKED' and a.starts_at > now()
                          and (not k.active
                               or exists (select from appointment_request r join service_request s on s.id = r.service_request_id
                                          where r.appointment_id = a.id and r.live and s.status <> 'ACTIVE')
                               or exists (select from occupancy o where o.appointment_id = a.id and o.resource_id <> a.patient_id
                                          and not exists (select from resource_capability c where c.resource_id = o.resource_id)))
                        order by a.starts_at limit 200"""))
                .stream().map(row -> new OddBooking("ORPHAN", Rows.id(row[0]), (String) row[1], (String) row[2], Rows.instant(row[3]), null)).toList();
    }

    /** Minutes open and taken by column over some weeks that have passed. */
    List<Figure> use(LocalDate until, int weeks) {
        Map<String, long[]> minutes = new java.util.LinkedHashMap<>();
        for (int week = weeks; week > 0; week--) {
            Board board = boards.nameless(until.minusWeeks(week), WEEK);
            for (Board.Column column : board.columns()) {
                long[] sums = minutes.computeIfAbsent(column.name(), name -> new long[2]);
                sums[0] += column.open().stream().mapToLong(range -> range.length().toMinutes()).sum();
                sums[1] += board.bars().stream().filter(bar -> bar.resourceId().equals(column.id())).map(Board.Bar::taken)
                        .map(TimeRange::length).mapToLong(java.time.Duration::toMinutes).sum();
            }
        }
        return minutes.entrySet().stream().map(entry -> new Figure(entry.getKey(), entry.getValue()[1], entry.getValue()[0])).toList();
    }

    /** Visits that were missed, of those that should have been, by kind. */
    List<Figure> missed(Instant from, Instant until) {
        return figures("""
                select k.name, count(*) filter (where a.status = 'NOSHOW'), count(*)
                from appointment a join visit_type k on k.code = a.visit_type
                where a.starts_at >= cast(?1 as timestamptz) and a.starts_at < cast(?2 as timestamptz) and a.status in ('NOSHOW', 'FULFILLED', 'CHECKED_IN', 'ARRIVED')
                group by k.name order by k.name""", from, until);
    }

    /** Median days from order to visit, and how many orders, by priority; of orders written in the window and booked. */
    List<Figure> waits(Instant from, Instant until) {
        return figures("""
                select s.priority, cast(round(percentile_cont(0.5) within group (order by extract(epoch from a.starts_at - s.authored_on) / 86400)) as bigint), count(*)
                from service_request s join appointment_request r on r.service_request_id = s.id and r.live join appointment a on a.id = r.appointment_id
                where s.authored_on >= cast(?1 as timestamptz) and s.authored_on < cast(?2 as timestamptz)
                group by s.priority order by array_position(array['STAT', 'ASAP', 'URGENT', 'ROUTINE'], s.priority)""", from, until);
    }

    private List<Figure> figures(String query, Instant from, Instant until) {
        return Rows.of(entities.createNativeQuery(query).setParameter(1, from.toString()).setParameter(2, until.toString())).stream()
                .map(row -> new Figure((String) row[0], ((Number) row[1]).longValue(), ((Number) row[2]).longValue())).toList();
    }
}
