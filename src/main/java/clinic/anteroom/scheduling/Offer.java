package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.scheduling.finder.WhyNotEarlier;
import clinic.anteroom.shared.TimeRange;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Times for one patient's visit.
 *
 * @param visit         the kind of visit with its phases; never null
 * @param patientId     the patient; never null
 * @param patientName   given and family name; never null
 * @param orders        the orders this visit would answer; perhaps empty
 * @param people        who could be asked for, by name; never null
 * @param searched      the window that was looked through; never null
 * @param times         the first free time first; perhaps empty
 * @param whyNotEarlier what the patient waits for, or null if the first time is soon enough
 * @param needs         what the length was worked out from, to be sent back with the booking; never null
 * @param languages     codes of the languages that the people of this kind of visit speak; perhaps empty
 * @param interlocks    what has to be settled before these orders can be carried out; perhaps empty
 */
public record Offer(VisitType visit, UUID patientId, String patientName, List<WaitingRequest> orders,
                    List<Person> people, TimeRange searched, List<FreeTime> times, WhyNotEarlier whyNotEarlier,
                    VisitNeeds needs, List<String> languages, Set<Interlock> interlocks) {

    /** Somebody the patient may ask for. */
    public record Person(UUID id, String name) {
    }

    public Offer {
        people = List.copyOf(people);
        languages = List.copyOf(languages);
        interlocks = Set.copyOf(interlocks);
        orders = List.copyOf(orders);
        times = List.copyOf(times);
    }
}
