package clinic.anteroom.directory;

import clinic.anteroom.shared.FieldRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the clinic is called and which numbers it gives to patients. Every part may be null until {@link #faults} has
 * looked at it.
 *
 * @param name          2 to 80 characters
 * @param phone         where patients call; 7 to 15 digits with the usual punctuation
 * @param emergency     the emergency number of the place, 911 in Canada; 3 to 15 digits
 * @param crisis        the suicide crisis line, 9-8-8 in Canada; 3 to 15 digits
 * @param poison        the poison centre; 3 to 15 digits
 * @param emergencyNote a sentence of the clinic's own on the emergency page, at most 300 characters; null if none
 */
public record ClinicProfile(String name, String phone, String emergency, String crisis, String poison, String emergencyNote) {

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9 ().\\-]{3,29}");
    private static final int LONGEST_NUMBER = 15;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_NOTE = 300;

    /** What is wrong, by field; empty if nothing is. */
    List<FieldRefused> faults() {
        List<FieldRefused> faults = new ArrayList<>();
        if (name == null || name.length() < 2 || name.length() > LONGEST_NAME) {
            faults.add(new FieldRefused("name", "refusal.clinic_name", 2, LONGEST_NAME));
        }
        number(faults, "phone", phone, 7);
        number(faults, "emergency", emergency, 3);
        number(faults, "crisis", crisis, 3);
        number(faults, "poison", poison, 3);
        if (emergencyNote != null && emergencyNote.length() > LONGEST_NOTE) {
            faults.add(new FieldRefused("emergencyNote", "refusal.setting_too_long", LONGEST_NOTE));
        }
        return faults;
    }

    private static void number(List<FieldRefused> faults, String field, String number, int fewest) {
        int digits = number == null ? 0 : number.replaceAll("\\D", "").length();
        if (digits < fewest || digits > LONGEST_NUMBER || !NUMBER.matcher(number).matches()) {
            faults.add(new FieldRefused(field, "refusal.clinic_number", fewest, LONGEST_NUMBER));
        }
    }
}
