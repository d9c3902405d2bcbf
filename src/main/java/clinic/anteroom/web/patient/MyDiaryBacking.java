package clinic.anteroom.web.patient;

import clinic.anteroom.myvisit.DiaryEntry;
import clinic.anteroom.myvisit.DiaryNews;
import clinic.anteroom.myvisit.DiaryService;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.FieldRefused;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The diary of a patient: how often, how strong, and what is new. */
@Named
@RequestScoped
public class MyDiaryBacking {

    @Inject
    private MyDoorBacking door;

    @Inject
    private VisitCookie cookie;

    @Inject
    private DiaryService diary;

    @Inject
    private ClinicTime time;

    private TypedDate date;
    private String episodes;
    private String strongest;
    private List<String> news = new ArrayList<>();
    private String words;

    /** Today stands there at first. */
    @PostConstruct
    void read() {
        date = TypedDate.of(time.today());
    }

    /** What was written so far, the newest day first. */
    public List<DiaryEntry> getEntries() {
        return door.isOpen() ? diary.mine(cookie.key()) : List.of();
    }

    /** What can be new. */
    public List<DiaryNews> getAllNews() {
        return DiaryNews.all();
    }

    /** The words of something new, by its code. */
    public String newsIn(String language, String code) {
        return DiaryNews.all().stream().filter(one -> one.code().equals(code)).map(one -> one.text().in(language)).findFirst().orElse("");
    }

    /** Writes the day down. */
    public String write() {
        DiaryService.Outcome outcome = diary.write(cookie.key(), date.read().orElse(null), number("episodes", episodes), number("strongest", strongest),
                Set.copyOf(news), words);
        return "/patient/diary" + MyDoorBacking.REDIRECT + "&kept=" + outcome.ordinal();
    }

    /** What came of the day written down last; null if none was. The address says it by number: that it was an emergency is nobody's business. */
    public DiaryService.Outcome getKept() {
        String number = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("kept");
        return Arrays.stream(DiaryService.Outcome.values()).filter(one -> Integer.toString(one.ordinal()).equals(number)).findFirst().orElse(null);
    }

    private static Integer number(String field, String typed) {
        try {
            return typed == null || typed.isBlank() ? null : Integer.valueOf(typed.strip());
        } catch (NumberFormatException e) {
            throw new Unreadable(List.of(new FieldRefused(field, "refusal.answer_no_number")));
        }
    }

    public TypedDate getDate() {
        return date;
    }

    public String getEpisodes() {
        return episodes;
    }

    public void setEpisodes(String episodes) {
        this.episodes = episodes;
    }

    public String getStrongest() {
        return strongest;
    }

    public void setStrongest(String strongest) {
        this.strongest = strongest;
    }

    public List<String> getNews() {
        return news;
    }

    public void setNews(List<String> news) {
        this.news = news;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
