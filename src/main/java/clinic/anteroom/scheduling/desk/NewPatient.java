package clinic.anteroom.scheduling.desk;

import java.time.LocalDate;

/**
 * Somebody on the phone who is new here.
 *
 * @param givenName  1 to 100 characters; never null
 * @param familyName 1 to 100 characters; never null
 * @param birthDate  never null
 * @param phone      7 to 30 characters; never null
 * @param email      or null
 * @param card       capital letters and digits, 4 to 20; or null
 */
public record NewPatient(String givenName, String familyName, LocalDate birthDate, String phone, String email, String card) {
}
