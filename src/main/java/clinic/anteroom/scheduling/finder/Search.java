package clinic.anteroom.scheduling.finder;

import clinic.anteroom.shared.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

/**
 * What is looked for, and everything there is to know for it.
 *
 * @param visit        kind of visit; never null
 * @param availability who and what is free in the window, the patient included; never null
 * @param zone         zone of the site; never null
 * @param window       the visit begins and ends in it; at most {@link #LONGEST}
 * @param patient      the patient's lane; never null
 * @param person       somebody who must be in the visit, or null for anybody
 * @param known        people this patient has met here before; they are asked first
 * @param latest       when the order runs out, or null
 * @param daysHere     days on which the patient comes anyway
 * @param wishes       what the patient asks for; never null
 * @param fullDays     days on which the clinic takes no more visits of this kind
 */
public record Search(VisitType visit, Availability availability, ZoneId zone, TimeRange window, Lane patient,
                     UUID person, Set<UUID> known, Instant latest, Set<LocalDate> daysHere,
                     Wishes wishes, Set<LocalDate> fullDays) {

    /** No search looks further than this, so every search ends. */
    public static final Duration LONGEST = Duration.ofDays(100);

    public Search {
        known = Set.copyOf(known);
        daysHere = Set.copyOf(daysHere);
        fullDays = Set.copyOf(fullDays);
        if (window.length().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A search over " + window.length().toDays() + " days.\nMaybe the last day has a wrong year; "
                    + "at most " + LONGEST.toDays() + " days are searched.");
        }
    }

    /** A search without wishes and full days. */
    public Search(VisitType visit, Availability availability, ZoneId zone, TimeRange window, Lane patient,
                  UUID person, Set<UUID> known, Instant latest, Set<LocalDate> daysHere) {
        this(visit, availability, zone, window, patient, person, known, latest, daysHere, Wishes.NONE, Set.of());
    }

    /** The same with what the patient asks for. */
    public Search wishing(Wishes asked) {
        return new Search(visit, availability, zone, window, patient, person, known, latest, daysHere, asked, fullDays);
    }

    /** The same with somebody who must be there; null for anybody. */
    public Search with(UUID somebody) {
        return new Search(visit, availability, zone, window, patient, somebody, known, latest, daysHere, wishes, fullDays);
    }

    /** The same in a part of its window; the two must overlap. */
    public Search within(TimeRange part) {
        Instant from = part.start().isAfter(window.start()) ? part.start() : window.start();
        Instant until = part.end().isBefore(window.end()) ? part.end() : window.end();
        return new Search(visit, availability, zone, new TimeRange(from, until), patient, person, known, latest, daysHere, wishes, fullDays);
    }
}
