package clinic.anteroom.web.patient;

import clinic.anteroom.myvisit.Authority;
import clinic.anteroom.myvisit.CarerService;
import clinic.anteroom.myvisit.BookingWish;
import clinic.anteroom.shared.FieldRefused;
import clinic.anteroom.web.shell.NotThere;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** For whom one acts, who acts for oneself, and asking to act for somebody. */
@Named
@RequestScoped
public class FamilyBacking {

    private static final String HERE = "/patient/family" + MyDoorBacking.REDIRECT;

    @Inject
    private FacesContext faces;

    @Inject
    private MyDoorBacking door;

    @Inject
    private VisitCookie cookie;

    @Inject
    private CarerService carers;

    @Inject
    private BookingBasket basket;

    private final TypedDate born = TypedDate.of(null);
    private List<Authority> mine;
    private List<Authority> forMe;
    private String given;
    private String family;
    private String relation;

    /** For whom one acts or wants to. */
    public List<Authority> getMine() {
        if (mine == null) {
            mine = door.isOpen() ? carers.mine(cookie.key()).stream().filter(one -> one.isActive() || one.isRequested()).toList() : List.of();
        }
        return mine;
    }

    /** Who acts for oneself. */
    public List<Authority> getForMe() {
        if (forMe == null) {
            forMe = door.isOpen() ? carers.forMe(cookie.key()).stream().filter(Authority::isActive).toList() : List.of();
        }
        return forMe;
    }

    /** Opens the visits of the person whose button was pressed. */
    public String open() {
        return open(carers.actFor(cookie.key(), pressed("mine:open")));
    }

    /** Back to one's own visits. */
    public String back() {
        return open(cookie.ownKey());
    }

    /** What was chosen for one person is not booked for another. */
    private String open(String key) {
        cookie.keepKey(key);
        basket.begin(List.of(), BookingWish.NONE);
        return "/patient/visits" + MyDoorBacking.REDIRECT;
    }

    /** Gives a right back. */
    public String stop() {
        return end(pressed("mine:stop"));
    }

    /** Takes a right back that somebody has over oneself. */
    public String takeBack() {
        return end(pressed("others:back"));
    }

    private String end(UUID id) {
        carers.end(cookie.key(), id);
        cookie.keepKey(cookie.ownKey());
        return HERE + "&ended=1";
    }

    /** Asks to act for somebody. */
    public String ask() {
        if (born.read().isEmpty()) {
            throw new Unreadable(List.of(new FieldRefused("born", "refusal.date_not_possible")));
        }
        carers.ask(cookie.key(), given, family, born.read().orElseThrow(),
                Stream.of(Authority.Relation.values()).filter(one -> one.name().equals(relation)).findFirst().orElse(Authority.Relation.CARER));
        return HERE + "&asked=1";
    }

    private UUID pressed(String button) {
        String id = faces.getExternalContext().getRequestParameterMap().getOrDefault(button, "");
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotThere();
        }
    }

    public Authority.Relation[] getRelations() {
        return Authority.Relation.values();
    }

    public TypedDate getBorn() {
        return born;
    }

    public String getGiven() {
        return given;
    }

    public void setGiven(String given) {
        this.given = given;
    }

    public String getFamily() {
        return family;
    }

    public void setFamily(String family) {
        this.family = family;
    }

    public String getRelation() {
        return relation;
    }

    public void setRelation(String relation) {
        this.relation = relation;
    }
}
