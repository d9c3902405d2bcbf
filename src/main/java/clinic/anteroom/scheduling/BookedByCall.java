package clinic.anteroom.scheduling;

import java.time.Instant;
import java.util.List;

/**
 * What is read out to a caller whose visit was just booked.
 *
 * @param reference the code of the visit; never null
 * @param visitName kind of visit in words; never null
 * @param start     never null
 * @param end       never null
 * @param with      names of people and rooms, in the order of the visit
 */
public record BookedByCall(String reference, String visitName, Instant start, Instant end, List<String> with) {

    public BookedByCall {
        with = List.copyOf(with);
    }

    static BookedByCall of(Booked booked, String reference) {
        return new BookedByCall(reference, booked.visitName(), booked.start(), booked.end(),
                booked.phases().stream().flatMap(phase -> phase.with().stream()).map(Booked.With::name).distinct().toList());
    }
}
