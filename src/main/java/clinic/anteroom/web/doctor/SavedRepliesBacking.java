package clinic.anteroom.web.doctor;

import clinic.anteroom.care.ReplyService;
import clinic.anteroom.care.SavedReply;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** The questions a doctor keeps; {@code ?reply=} opens one to be changed. */
@Named
@RequestScoped
public class SavedRepliesBacking {

    private static final String HERE = "/doctor/replies?faces-redirect=true&done=";

    @Inject
    private ReplyService replies;

    @Inject
    private CasePage page;

    private List<SavedReply> all;
    private SavedReply edited;
    private String title;
    private String words;
    private boolean ours;

    @PostConstruct
    void read() {
        all = replies.all();
        edited = page.id("reply").flatMap(id -> all.stream().filter(one -> one.id().equals(id)).findFirst()).orElse(null);
        if (edited != null) {
            title = edited.title();
            words = edited.words();
            ours = edited.ours();
        }
    }

    /** Saves a new one, or the one that is open. */
    public String keep() {
        replies.keep(page.id("reply").orElse(null), title, words, ours);
        return HERE + "kept";
    }

    /** Throws one away. */
    public String remove(UUID id) {
        replies.remove(id);
        return HERE + "removed";
    }

    /** What the doctor can use, by name. */
    public List<SavedReply> getAll() {
        return all;
    }

    /** The one that is open to be changed; null for a new one. */
    public SavedReply getEdited() {
        return edited;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public boolean isOurs() {
        return ours;
    }

    public void setOurs(boolean ours) {
        this.ours = ours;
    }
}
