package clinic.anteroom.scheduling.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody types to find a patient, taken apart: names, a birth date, digits of a phone or card, a visit's reference.
 *
 * @param names     words of the name, joined by blanks; perhaps empty
 * @param born      or null
 * @param digits    four digits or more of a phone or card; perhaps empty
 * @param card      letters and digits that could be a card; perhaps empty
 * @param reference perhaps empty
 */
record PatientWords(String names, LocalDate born, String digits, String card, String reference) {

    private static final Pattern ISO = Pattern.compile("(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-./](\\d{1,2})[-./](\\d{4})");
    private static final Pattern REFERENCE = Pattern.compile("(?=.*\\d)[2-9CFHJKMPR]{8}");

    static PatientWords of(String typed) {
        String rest = typed == null ? "" : typed.strip();
        LocalDate born = null;
        Matcher iso = ISO.matcher(rest);
        Matcher dayFirst = DAY_FIRST.matcher(rest);
        if (iso.find()) {
            born = date(iso.group(1), iso.group(2), iso.group(3));
            rest = iso.replaceFirst(" ");
        } else if (dayFirst.find()) {
            born = date(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
            rest = dayFirst.replaceFirst(" ");
        }
        String reference = rest.strip().toUpperCase(Locale.ROOT).replace("-", "");
        if (REFERENCE.matcher(reference).matches() && !reference.matches("\\d+")) {
            return new PatientWords("", born, "", "", reference);
        }
        List<String> names = new ArrayList<>();
        StringBuilder digits = new StringBuilder();
        for (String word : rest.split("[\\s,;]+")) {
            if (word.matches("[+()0-9.-]*\\d[+()0-9.-]*")) {
                digits.append(word.replaceAll("\\D", ""));
            } else if (!word.isEmpty()) {
                names.add(word);
            }
        }
        String number = digits.length() >= 4 ? digits.substring(Math.max(0, digits.length() - 10)) : "";
        return new PatientWords(String.join(" ", names), born, number, digits.toString(), "");
    }

    /** Whether nothing was said that could tell patients apart. */
    boolean isEmpty() {
        return names.length() < 2 && born == null && digits.isEmpty() && reference.isEmpty();
    }

    private static LocalDate date(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException odd) {
            return null;
        }
    }
}
