package clinic.anteroom.web.patient;

import clinic.anteroom.myvisit.BookingChoices;
import clinic.anteroom.myvisit.BookingWish;
import clinic.anteroom.myvisit.MyBookingService;
import clinic.anteroom.myvisit.VisitAnswerService;
import clinic.anteroom.scheduling.SelfVisit;
import clinic.anteroom.shared.FieldRefused;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The first page of booking: what it is for, and what has to be known before times are shown. */
@Named
@RequestScoped
public class ChooseBacking {

    private static final int LONGEST = 500;

    @Inject
    private MyDoorBacking door;

    @Inject
    private VisitCookie cookie;

    @Inject
    private MyBookingService booking;

    @Inject
    private VisitAnswerService answers;

    @Inject
    private BookingBasket basket;

    private BookingChoices choices;
    private List<String> wanted;
    private String free;
    private List<String> needs = new ArrayList<>();
    private String language;
    private String words;

    /** Where to go instead of showing this page; null to show it. */
    public String load() {
        return door.elsewhere();
    }

    /** What could be booked. */
    public BookingChoices getChoices() {
        if (choices == null && door.isOpen()) {
            choices = booking.choices(cookie.key());
        }
        return choices;
    }

    /** On to the questions of what was chosen, or where there are none to the times. */
    public String next() {
        List<String> kinds = new ArrayList<>(getChoices().open().stream().map(SelfVisit::visitType).filter(kind -> getWanted().contains(kind)).toList());
        if (kinds.isEmpty() && free != null) {
            getChoices().free().stream().map(SelfVisit::visitType).filter(free::equals).forEach(kinds::add);
        }
        List<FieldRefused> faults = new ArrayList<>();
        if (kinds.isEmpty()) {
            faults.add(new FieldRefused(getChoices().open().isEmpty() ? "free" : "wanted", "refusal.choose_a_visit"));
        }
        if (words != null && words.strip().length() > LONGEST) {
            faults.add(new FieldRefused("words", "refusal.text_too_long", LONGEST));
        }
        if (!faults.isEmpty()) {
            throw new Unreadable(faults);
        }
        basket.beginAgain(kinds, new BookingWish(needs.contains("INTERPRETER"), language, needs.contains("COMPANION"), needs.contains("WHEELCHAIR"),
                needs.contains("HELP"), words, null, Map.of()));
        return (answers.asked(kinds).isEmpty() ? "/patient/times" : "/patient/asked") + MyDoorBacking.REDIRECT;
    }

    /** What can be asked for. */
    public List<String> getAllNeeds() {
        return List.of("INTERPRETER", "COMPANION", "WHEELCHAIR", "HELP");
    }

    /** Languages one can ask for, by their own name, with their codes. */
    public Map<String, String> getLanguages() {
        Map<String, String> codes = new TreeMap<>();
        Stream.of("en", "fr", "ar", "zh", "es", "pt", "pa", "ur", "ta", "it", "uk", "vi").forEach(code -> {
            Locale locale = Locale.forLanguageTag(code);
            codes.put(locale.getDisplayLanguage(locale), code);
        });
        return codes;
    }

    /** Codes of the ordered visits that are wanted; at first everything that can be booked. */
    public List<String> getWanted() {
        if (wanted == null) {
            wanted = new ArrayList<>(getChoices() == null ? List.of() : getChoices().open().stream().map(SelfVisit::visitType).toList());
        }
        return wanted;
    }

    public void setWanted(List<String> wanted) {
        this.wanted = wanted;
    }

    public String getFree() {
        return free;
    }

    public void setFree(String free) {
        this.free = free;
    }

    public List<String> getNeeds() {
        return needs;
    }

    public void setNeeds(List<String> needs) {
        this.needs = needs;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
