package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.BookVisit;
import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.scheduling.BookingService;
import clinic.anteroom.scheduling.FindTimes;
import clinic.anteroom.scheduling.HoldVisit;
import clinic.anteroom.scheduling.Interlock;
import clinic.anteroom.scheduling.MoveVisit;
import clinic.anteroom.scheduling.Offer;
import clinic.anteroom.scheduling.SlotTaken;
import clinic.anteroom.scheduling.WaitingRequest;
import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.shared.BusinessException;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.web.shell.ClockBacking;
import clinic.anteroom.web.shell.NotThere;
import clinic.anteroom.web.shell.Refusals;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds a time for an order, or another time for a visit, and books it. Choosing is a link; only booking is a post. */
@Named
@ViewScoped
public class BookingBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int COMPARED = 3;

    @Inject
    private BookingService bookings;

    @Inject
    private ClinicTime time;

    @Inject
    private ClockBacking clock;

    @Inject
    private HeldBacking held;

    @Inject
    private WishesBacking wishes;

    private UUID order;
    private UUID visit;
    private String type;
    private UUID patient;
    private LocalDate from;
    private LocalDate latest;
    private String compare;
    private UUID person;
    private String at;
    private String key;
    private int version;
    private transient Offer offer;

    /** Looks for times; the key of this page is minted here. */
    public void load() {
        key = NewId.next().toString();
        FindTimes asked = wishes.ask(question()).between(from, latest).with(person);
        offer = wishes.isKnown() ? bookings.findKnown(asked) : bookings.find(asked);
    }

    private FindTimes question() {
        if (visit != null) {
            Booked moving = bookings.find(visit).orElseThrow(NotThere::new);
            version = moving.version();
            return FindTimes.insteadOf(moving);
        }
        if (held.isHeld()) {
            return FindTimes.insteadOf(held.getVisit());
        }
        if (type != null && patient != null) {
            return FindTimes.forPatient(type, patient);
        }
        return Optional.ofNullable(order).filter(bookings::isOrder).map(FindTimes::forOrder).orElseThrow(NotThere::new);
    }

    /** The same page for other days or another person. */
    public String search() {
        at = null;
        return "/reception/booking?faces-redirect=true&includeViewParams=true";
    }

    /** Holds a time for the patient who thinks about it; the same page then counts down. */
    public String hold(Instant start) {
        FreeTime wanted = offer.times().stream().filter(free -> free.start().equals(start)).findFirst().orElseThrow(NotThere::new);
        Booked kept = bookings.hold(new HoldVisit(bookingOf(wanted)));
        held.setId(kept.appointmentId());
        at = null;
        return "/reception/booking?faces-redirect=true&includeViewParams=true";
    }

    private BookVisit bookingOf(FreeTime wanted) {
        return new BookVisit(offer.patientId(), offer.orders().stream().map(WaitingRequest::id).collect(Collectors.toSet()),
                offer.visit().code(), wanted.start(), wanted.chosen(), key, offer.needs(), null);
    }

    /** Books the chosen time, or moves the visit to it, and shows the visit. */
    public String book() {
        FreeTime chosen = chosen().orElseThrow(NotThere::new);
        Booked booked = visit == null
                ? bookings.book(bookingOf(chosen))
                : bookings.move(new MoveVisit(visit, version, chosen.start(), chosen.chosen(), key));
        return "/reception/visit?faces-redirect=true&id=" + booked.appointmentId();
    }

    /** The times to show: after a lost race those that came with the refusal. */
    public List<OfferedDay> getDays() {
        List<FreeTime> times = taken().map(SlotTaken::otherTimes).orElse(offer.times());
        return new OfferWords(FacesContext.getCurrentInstance(), time.zone()).days(times);
    }

    /** At most three of the offered times, to look at side by side. */
    public List<OfferedTime> getCompared() {
        List<String> wanted = compared();
        return getDays().stream().flatMap(day -> day.times().stream()).filter(time -> wanted.contains(time.start().toString())).toList();
    }

    /** The comparison with this time in it, or without it if it is there; a fourth pushes the first one out. */
    public String comparing(Instant start) {
        List<String> times = new ArrayList<>(compared());
        if (!times.remove(start.toString())) {
            times.add(start.toString());
        }
        return String.join(",", times.subList(Math.max(0, times.size() - COMPARED), times.size()));
    }

    private List<String> compared() {
        return compare == null || compare.isEmpty() ? List.of() : List.of(compare.split(","));
    }

    public String getCompare() {
        return compare;
    }

    public void setCompare(String compare) {
        this.compare = compare;
    }

    /** Whether somebody else was faster. */
    public boolean isTaken() {
        return taken().isPresent();
    }

    /** Whether the time of the link is no longer free. */
    public boolean isGone() {
        return at != null && chosen().isEmpty() && !isTaken();
    }

    /** When the patient comes if this is booked; null if no time is chosen, or the chosen one was just refused. */
    public Instant getStart() {
        boolean refused = Refusals.find(FacesContext.getCurrentInstance(), BusinessException.class).isPresent();
        return refused || held.isHeld() ? null : chosen().map(FreeTime::start).orElse(null);
    }

    /** When the patient can leave; null if no time is chosen. */
    public Instant getEnd() {
        return chosen().map(FreeTime::end).orElse(null);
    }

    /** The chosen visit's parts. */
    public List<VisitPart> getParts() {
        return chosen().map(chosen -> VisitPart.of(offer.visit(), chosen)).orElse(List.of());
    }

    /** Why there is no earlier time; null if the first one is soon enough. */
    public String getWhy() {
        return offer.whyNotEarlier() == null ? null
                : new OfferWords(FacesContext.getCurrentInstance(), time.zone()).why(offer.whyNotEarlier(), clock::dateTime);
    }

    /** How long the visit is and why, for example "75 = 45 Nerve conduction + 30 Needle EMG". */
    public String getLength() {
        return new OfferWords(FacesContext.getCurrentInstance(), time.zone()).length(offer.visit());
    }

    /** The orders this visit answers, as rows. */
    public List<OrderRow> getOrders() {
        return offer.orders().stream().map(waiting -> OrderRow.of(waiting, time.now())).toList();
    }

    /** The order that tells who the patient is; null for a visit that is moved and answers none that waits. */
    public WaitingRequest getPatient() {
        return offer.orders().stream().findFirst().orElse(null);
    }

    /** What has to be settled before these orders can be carried out. */
    public List<Interlock> getInterlocks() {
        return offer.interlocks().stream().sorted().toList();
    }

    /** The languages of the people who could be in the visit, by name, with their codes. */
    public Map<String, String> getLanguages() {
        Map<String, String> codes = new TreeMap<>();
        offer.languages().forEach(code -> codes.put(Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH), code));
        return codes;
    }

    /** The day of a time, for the link that chooses it. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, time.zone());
    }

    private Optional<FreeTime> chosen() {
        return offer.times().stream().filter(free -> at == null || free.start().toString().equals(at)).findFirst();
    }

    private static Optional<SlotTaken> taken() {
        return Refusals.find(FacesContext.getCurrentInstance(), SlotTaken.class);
    }

    /** What was found; null if nothing could be looked for. */
    public Offer getOffer() {
        return offer;
    }

    public UUID getOrder() {
        return order;
    }

    public void setOrder(UUID order) {
        this.order = order;
    }

    public UUID getVisit() {
        return visit;
    }

    public void setVisit(UUID visit) {
        this.visit = visit;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public UUID getPatientId() {
        return patient;
    }

    public void setPatientId(UUID patientId) {
        this.patient = patientId;
    }

    public LocalDate getLatest() {
        return latest;
    }

    public void setLatest(LocalDate latest) {
        this.latest = latest;
    }

    public LocalDate getFrom() {
        return from;
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

    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
    }
}
