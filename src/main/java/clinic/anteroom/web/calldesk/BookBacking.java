package clinic.anteroom.web.calldesk;

import clinic.anteroom.directory.RegisterPatient;
import clinic.anteroom.scheduling.BookedByCall;
import clinic.anteroom.scheduling.CallDeskService;
import clinic.anteroom.scheduling.Offer;
import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.Language;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.web.shell.TypedPerson;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Times that are free, and one of them booked for who is on the phone. What was asked stands in the address; who calls does not. */
@Named("callDeskBookBacking")
@ViewScoped
public class BookBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private CallDeskService calls;

    @Inject
    private ClinicTime time;

    private String type;
    private LocalDate from;
    private UUID person;
    private String chosen;
    private TypedPerson typed = new TypedPerson();
    private String key = NewId.next().toString();
    /** The times that this page offers, by their start: an answer is one of those that were shown, whatever is free by now. */
    private ArrayList<Instant> shown;
    private transient List<FreeTime> times;
    private transient BookedByCall booked;

    /** The times of what was asked for; none while no kind of visit is chosen. */
    public List<FreeTime> getTimes() {
        if (times == null) {
            times = type == null ? List.of() : calls.free(type, getFrom(), person);
            shown = times.stream().map(FreeTime::start).collect(Collectors.toCollection(ArrayList::new));
        }
        return times;
    }

    /** Starts of the times that were shown. */
    public List<Instant> getStarts() {
        if (shown == null) {
            getTimes();
        }
        return shown;
    }

    /** The same page for what was asked. */
    public String show() {
        return "/calldesk/book?faces-redirect=true&includeViewParams=true";
    }

    /** Books; the page then says what to read out, and is ready for the next caller. */
    public String book() {
        booked = calls.book(type, Instant.parse(chosen), person, new RegisterPatient(typed.getGiven().strip(), typed.getFamily().strip(), typed.getBorn(), null, typed.getPhone().strip(),
                typed.strippedEmail(), Language.ENGLISH), key);
        key = NewId.next().toString();
        times = null;
        shown = null;
        chosen = null;
        typed = new TypedPerson();
        return null;
    }

    /** Who plays in a time that begins then, for its line; empty if it is gone by now. */
    public String with(Instant start) {
        return getTimes().stream().filter(one -> one.start().equals(start)).findFirst()
                .map(one -> one.casting().stream().filter(part -> part.kind() == clinic.anteroom.scheduling.finder.ResourceKind.PRACTITIONER)
                        .map(FreeTime.Casted::resourceName).distinct().collect(Collectors.joining(", "))).orElse("");
    }

    /** What was just booked; null if nothing was. */
    public BookedByCall getBooked() {
        return booked;
    }

    public List<VisitType> getKinds() {
        return calls.kinds();
    }

    public List<Offer.Person> getPeople() {
        return calls.people();
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public LocalDate getFrom() {
        return from == null ? time.today() : from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public UUID getPerson() {
        return person;
    }

    public void setPerson(UUID person) {
        this.person = person;
    }

    /** The start that was chosen, as ISO text. */
    public String getChosen() {
        return chosen;
    }

    public void setChosen(String chosen) {
        this.chosen = chosen;
    }

    /** Who calls. */
    public TypedPerson getTyped() {
        return typed;
    }
}
