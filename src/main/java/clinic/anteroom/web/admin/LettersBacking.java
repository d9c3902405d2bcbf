package clinic.anteroom.web.admin;

import clinic.anteroom.notify.Keyword;
import clinic.anteroom.notify.LetterKind;
import clinic.anteroom.notify.LetterOfficeService;
import clinic.anteroom.notify.LetterState;
import clinic.anteroom.notify.LetterTemplate;
import clinic.anteroom.shared.Language;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Letters that left or wait, and how each kind is worded, with a preview. */
@Named
@RequestScoped
public class LettersBacking {

    private static final String HERE = "/admin/letters?faces-redirect=true";

    @Inject
    private FacesContext faces;

    @Inject
    private LetterOfficeService office;

    private LetterKind kind;
    private String language;
    private String subject;
    private String body;

    /** Which words are worked on comes with the address. */
    @PostConstruct
    void read() {
        Map<String, String> asked = faces.getExternalContext().getRequestParameterMap();
        kind = Stream.of(LetterKind.values()).filter(one -> one.name().equals(asked.get("kind"))).findFirst().orElse(LetterKind.CONFIRMATION);
        language = Language.of(asked.get("in")).orElse(Language.ENGLISH).code();
        LetterTemplate now = office.template(kind, language);
        subject = now.subject();
        body = now.text();
    }

    /** The newest letters. */
    public List<LetterState> getNewest() {
        return office.newest();
    }

    /** Whether they leave by a mail server. */
    public boolean isMailing() {
        return office.isMailing();
    }

    /** The file of the letter that was asked for; null for none. */
    public String getFile() {
        String id = faces.getExternalContext().getRequestParameterMap().get("letter");
        try {
            return id == null ? null : office.file(UUID.fromString(id)).orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The letter as a patient would read it. */
    public LetterTemplate getPreview() {
        return office.preview(kind, language, new LetterTemplate(subject == null ? "" : subject, body == null ? "" : body));
    }

    /** Shows the preview of what is typed; nothing is kept. */
    public void look() {
        // The page is drawn again with what was typed.
    }

    /** Keeps what is typed. */
    public String save() {
        office.change(kind, language, new LetterTemplate(subject, body));
        return HERE + "&kind=" + kind + "&in=" + language + "&saved=1";
    }

    /** Back to the words of this build. */
    public String forget() {
        office.forget(kind, language);
        return HERE + "&kind=" + kind + "&in=" + language + "&saved=1";
    }

    /** Whether the clinic has its own words. */
    public boolean isOwn() {
        return office.isOwn(kind, language);
    }

    public LetterKind[] getKinds() {
        return LetterKind.values();
    }

    /** Every keyword as a template writes it. */
    public List<String> getKeywords() {
        return Stream.of(Keyword.values()).map(Keyword::written).toList();
    }

    /** Those without which this letter would be of no use. */
    public String getNeeded() {
        return String.join(" ", kind.needed().stream().map(Keyword::written).sorted().toList());
    }

    public LetterKind getKind() {
        return kind;
    }

    public String getLanguage() {
        return language;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }
}
