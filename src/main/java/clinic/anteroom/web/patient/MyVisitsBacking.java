package clinic.anteroom.web.patient;

import clinic.anteroom.intake.FormCopy;
import clinic.anteroom.myvisit.MyBookingService;
import clinic.anteroom.myvisit.MyDocumentService;
import clinic.anteroom.myvisit.MyVisit;
import clinic.anteroom.myvisit.MyVisitService;
import clinic.anteroom.myvisit.TextConsentService;
import clinic.anteroom.scheduling.SelfOffer;
import clinic.anteroom.web.shell.NotThere;
import clinic.anteroom.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Everything a patient has and had here, the next visit first, and what waits to be booked. */
@Named
@RequestScoped
public class MyVisitsBacking {

    @Inject
    private FacesContext faces;

    @Inject
    private MyDoorBacking door;

    @Inject
    private VisitCookie cookie;

    @Inject
    private MyVisitService visits;

    @Inject
    private MyBookingService booking;

    @Inject
    private MyDocumentService documents;

    @Inject
    private TextConsentService texts;

    private List<MyVisit> all;

    /** Visits to come, the next one first. */
    public List<MyVisit> getAhead() {
        return all().stream().filter(MyVisit::isAhead).toList();
    }

    /** Visits that are over or were called off, the latest first. */
    public List<MyVisit> getPast() {
        return all().stream().filter(visit -> !visit.isAhead()).toList();
    }

    /** Earlier times that can be taken now. */
    public List<SelfOffer> getOffers() {
        return door.isOpen() ? visits.offers(cookie.key()) : List.of();
    }

    /** How many ordered visits wait to be booked. */
    public int getToBook() {
        return door.isOpen() ? booking.choices(cookie.key()).open().size() : 0;
    }

    /** Takes an earlier time. */
    public String take() {
        String offer = faces.getExternalContext().getRequestParameterMap().getOrDefault("offers:take", "");
        UUID id = getOffers().stream().map(SelfOffer::offerId).filter(one -> one.toString().equals(offer)).findFirst().orElseThrow(NotThere::new);
        return "/patient/booked" + MyDoorBacking.REDIRECT + "&moved=1&id=" + visits.take(cookie.key(), id).appointmentId();
    }

    /** Forms that were sent in, the newest first. */
    public List<FormCopy> getForms() {
        return door.isOpen() ? documents.forms(cookie.key()) : List.of();
    }

    /** Mails a link to a copy of the form whose button was pressed. */
    public String mailCopy() {
        String form = faces.getExternalContext().getRequestParameterMap().getOrDefault("papers:copy", "");
        UUID id = getForms().stream().map(FormCopy::responseId).filter(one -> one.toString().equals(form)).findFirst().orElseThrow(NotThere::new);
        return "/patient/visits" + MyDoorBacking.REDIRECT + (documents.mailCopy(cookie.key(), id) ? "&copied=1" : "");
    }

    /** The last four digits of the phone that texts would go to; null if there is none. */
    public String getPhone() {
        return door.isOpen() ? texts.phone(cookie.key()).orElse(null) : null;
    }

    /** Whether reminders are texted. */
    public boolean isTexted() {
        return texts.isAgreed(cookie.key());
    }

    /** Says yes to texts, in the words of the page. */
    public String text() {
        texts.agree(cookie.key(), Texts.of(faces, "patient_visits.text_words"));
        return "/patient/visits" + MyDoorBacking.REDIRECT;
    }

    /** Takes the yes back. */
    public String noText() {
        texts.stop(cookie.key());
        return "/patient/visits" + MyDoorBacking.REDIRECT;
    }

    private List<MyVisit> all() {
        if (all == null) {
            all = door.isOpen() ? visits.all(cookie.key()) : List.of();
        }
        return all;
    }
}
