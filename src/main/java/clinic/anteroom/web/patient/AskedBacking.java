package clinic.anteroom.web.patient;

import clinic.anteroom.myvisit.AskedFirst;
import clinic.anteroom.myvisit.Preparation;
import clinic.anteroom.myvisit.VisitAnswer;
import clinic.anteroom.myvisit.VisitAnswerService;
import clinic.anteroom.myvisit.VisitQuestion;
import clinic.anteroom.web.shell.NotThere;
import clinic.anteroom.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the clinic asks about a kind of visit: before times are shown, or with {@code ?id=} about a visit that is booked. What was answered is
 * kept with the first press, whatever stands against going on.
 */
@Named
@RequestScoped
public class AskedBacking {

    @Inject
    private FacesContext faces;

    @Inject
    private MyDoorBacking door;

    @Inject
    private VisitCookie cookie;

    @Inject
    private VisitAnswerService answers;

    @Inject
    private BookingBasket basket;

    private List<AskedRow> rows;
    private List<VisitAnswer> told = List.of();

    /** Where to go instead of showing this page; null to show it. */
    public String load() {
        if (!door.isOpen()) {
            return door.elsewhere();
        }
        if (isOfVisit()) {
            return getRows().isEmpty() ? visitPage() : null;
        }
        return basket.kinds().isEmpty() ? "/patient/choose" + MyDoorBacking.REDIRECT : getRows().isEmpty() ? "/patient/times" + MyDoorBacking.REDIRECT : null;
    }

    /** Whether it is about a visit that is booked. */
    public boolean isOfVisit() {
        return parameter("id") != null;
    }

    /** The visit; null before booking. */
    public UUID getId() {
        try {
            return isOfVisit() ? UUID.fromString(parameter("id")) : null;
        } catch (IllegalArgumentException e) {
            throw new NotThere();
        }
    }

    /** The questions with what was answered so far. */
    public List<AskedRow> getRows() {
        if (rows == null) {
            Preparation.InTwoLanguages none = none();
            List<VisitAnswer> asked = isOfVisit() ? answers.of(cookie.key(), getId()) : answers.asked(basket.kinds()).stream()
                    .map(question -> new VisitAnswer(question, basket.wish().answers().get(question.id()), null)).toList();
            Set<UUID> now = answers.asked(asked.stream().map(one -> one.question().visitType()).distinct().toList()).stream().map(VisitQuestion::id).collect(Collectors.toSet());
            rows = asked.stream().filter(one -> now.contains(one.question().id())).map(one -> new AskedRow(one.question(), none, one.value())).toList();
        }
        return rows;
    }

    private Preparation.InTwoLanguages none() {
        String here = Texts.of(faces, "patient_asked.none");
        return new Preparation.InTwoLanguages(here, here);
    }

    /** What has to be read before anything else: answers that need the phone, else answers that come with a warning. */
    public List<VisitAnswer> getTold() {
        return told;
    }

    /** The warnings that are shown, so that the next press goes on. */
    public String getWarned() {
        return String.join(" ", told.stream().filter(VisitAnswer::isWarned).map(AskedBacking::mark).toList());
    }

    /** Keeps the answers and goes on; what needs the phone, or was not read yet, is shown first. */
    public String next() {
        Map<UUID, String> given = new HashMap<>();
        getRows().forEach(row -> given.put(row.getQuestion().id(), row.getValue()));
        return isOfVisit() ? change(given) : goOn(given);
    }

    private String goOn(Map<UUID, String> given) {
        basket.wish(basket.wish().answered(given));
        try {
            answers.check(basket.kinds(), given);
        } catch (AskedFirst refusal) {
            told = said(given).stream().filter(VisitAnswer::isCall).toList();
            return null;
        }
        return warns(given) ? null : (basket.held() == null ? "/patient/times" : "/patient/confirm") + MyDoorBacking.REDIRECT;
    }

    private String change(Map<UUID, String> given) {
        if (warns(given)) {
            return null;
        }
        answers.change(cookie.key(), getId(), given);
        if ("move".equals(parameter("then")) && !answers.isOpen(cookie.key(), getId())) {
            getRows().stream().findFirst().ifPresent(row -> basket.move(getId(), row.getQuestion().visitType()));
            return "/patient/times" + MyDoorBacking.REDIRECT;
        }
        return visitPage();
    }

    private boolean warns(Map<UUID, String> given) {
        List<VisitAnswer> warnings = said(given).stream().filter(VisitAnswer::isWarned).toList();
        boolean read = Arrays.asList(String.valueOf(parameter("seen")).split(" ")).containsAll(warnings.stream().map(AskedBacking::mark).toList());
        told = read ? List.of() : warnings;
        return !read;
    }

    private List<VisitAnswer> said(Map<UUID, String> given) {
        return getRows().stream().map(row -> new VisitAnswer(row.getQuestion(), given.get(row.getQuestion().id()), null)).toList();
    }

    private static String mark(VisitAnswer warning) {
        return warning.question().id() + ":" + warning.value();
    }

    private String visitPage() {
        return "/patient/visit" + MyDoorBacking.REDIRECT + "&id=" + getId();
    }

    private String parameter(String name) {
        return faces.getExternalContext().getRequestParameterMap().get(name);
    }
}
