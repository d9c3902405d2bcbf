package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.Wishes;
import clinic.anteroom.shared.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Keeps times for a patient who books without the phone.
 *
 * @param patientId the patient; never null
 * @param legs      the visits in order, 1 to 6
 * @param needs     what makes them longer; never null
 * @param wishes    what the patient asks for; never null
 * @param person    somebody who is asked for, or null
 * @param invited   whether doctor or desk gave the right to book what was ordered
 * @param review    code of the talk about the results that was given along, or null
 * @param key       minted with the page, 16 to 64 characters; never null
 */
public record PatientBooking(UUID patientId, List<Leg> legs, VisitNeeds needs, Wishes wishes, UUID person,
                          boolean invited, String review, String key) {

    private static final int MOST = 6;

    /** One visit: its kind, its time, and who plays which part; empty for whoever is free. */
    public record Leg(String visitType, Instant start, Map<String, UUID> chosen) {

        public Leg {
            chosen = Map.copyOf(chosen);
        }
    }

    public PatientBooking {
        legs = List.copyOf(legs);
        if (legs.isEmpty() || legs.size() > MOST) {
            throw new IllegalArgumentException(legs.size() + " visits at once.\nMaybe a page sent none; 1 to " + MOST + " can be booked together.");
        }
    }

    /** What was asked, as 64 hex digits. */
    String digest() {
        StringBuilder text = new StringBuilder("SELF " + patientId + " " + needs + " " + wishes + " " + person + " " + invited + " " + review);
        legs.forEach(leg -> text.append(' ').append(leg.visitType()).append(' ').append(leg.start()).append(' ').append(new TreeMap<>(leg.chosen())));
        return Sha256.of(text.toString());
    }
}
