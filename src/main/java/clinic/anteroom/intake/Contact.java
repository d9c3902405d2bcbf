package clinic.anteroom.intake;

import clinic.anteroom.shared.FieldRefused;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who sends the form in and how to reach them. Every part may be null until {@link #faults} has looked at it.
 *
 * @param givenName  1 to 100 characters
 * @param familyName 1 to 100 characters
 * @param birthDate  of the patient, not of a helper
 * @param phone      7 to 15 digits with the usual punctuation; null if there is an e-mail address
 * @param email      null if there is a phone
 */
public record Contact(String givenName, String familyName, LocalDate birthDate, String phone, String email) {

    private static final int OLDEST = 130;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ().\\-]{7,29}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\"]+\\.[^\\s@,;<>\".]{2,}");

    public Contact {
        givenName = tidy(givenName);
        familyName = tidy(familyName);
        phone = tidy(phone);
        email = tidy(email);
    }

    /**
     * What is wrong, by field.
     *
     * @param ageAnswered years the patient gave as age; null if none
     * @param today       the date on the clinic's wall
     */
    List<FieldRefused> faults(Integer ageAnswered, LocalDate today) {
        List<FieldRefused> faults = new ArrayList<>();
        name(faults, "givenName", givenName);
        name(faults, "familyName", familyName);
        birthDate(faults, ageAnswered, today);
        reach(faults);
        return faults;
    }

    private static void name(List<FieldRefused> faults, String field, String name) {
        if (name == null) {
            faults.add(new FieldRefused(field, "refusal.contact_" + (field.equals("givenName") ? "given" : "family") + "_name_missing"));
        } else if (name.length() > 100) {
            faults.add(new FieldRefused(field, "refusal.contact_name_too_long", 100));
        }
    }

    private void birthDate(List<FieldRefused> faults, Integer ageAnswered, LocalDate today) {
        Optional<FieldRefused> fault = faultOfBirthDate(birthDate, today);
        if (fault.isPresent()) {
            faults.add(fault.get());
        } else if (ageAnswered != null && Math.abs(age(today) - ageAnswered) > 1) {
            faults.add(new FieldRefused("birthDate", "refusal.contact_birth_date_against_age", ageAnswered, age(today)));
        }
    }

    private void reach(List<FieldRefused> faults) {
        if (phone == null && email == null) {
            faults.add(new FieldRefused("phone", "refusal.contact_phone_or_email"));
        }
        if (phone != null && !isPhone(phone)) {
            faults.add(new FieldRefused("phone", "refusal.contact_phone_not_possible"));
        }
        if (email != null) {
            faultOfEmail(email).ifPresent(faults::add);
        }
    }

    /** What is wrong with an address (field {@code email}); null is wrong, too. */
    static Optional<FieldRefused> faultOfEmail(String email) {
        boolean fits = email != null && email.strip().length() <= 254 && EMAIL.matcher(email.strip()).matches();
        return fits ? Optional.empty() : Optional.of(new FieldRefused("email", "refusal.contact_email_not_possible"));
    }

    /** What is wrong with a birth date (field {@code birthDate}); null is wrong, too. */
    static Optional<FieldRefused> faultOfBirthDate(LocalDate birthDate, LocalDate today) {
        if (birthDate == null) {
            return Optional.of(new FieldRefused("birthDate", "refusal.contact_birth_date_missing"));
        }
        boolean fits = !birthDate.isAfter(today) && !birthDate.isBefore(today.minusYears(OLDEST));
        return fits ? Optional.empty() : Optional.of(new FieldRefused("birthDate", "refusal.contact_birth_date_not_possible"));
    }

    /** Refuses a phone that cannot be one; null is no phone and fine. */
    static void refuseNoPhone(String phone) {
        if (phone != null && !isPhone(phone)) {
            throw new AnswersRefused(List.of(new FieldRefused("phone", "refusal.contact_phone_not_possible")));
        }
    }

    private static boolean isPhone(String phone) {
        int digits = phone.replaceAll("\\D", "").length();
        return PHONE.matcher(phone).matches() && digits >= 7 && digits <= 15;
    }

    private int age(LocalDate today) {
        return Period.between(birthDate, today).getYears();
    }

    private static String tidy(String text) {
        if (text == null) {
            return null;
        }
        String tidy = text.replaceAll("[\\p{Cc}\\s]+", " ").strip();
        return tidy.isEmpty() ? null : tidy;
    }

    /** Names nobody: records end up in logs. */
    @Override
    public String toString() {
        return "contact";
    }
}
