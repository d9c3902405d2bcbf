package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.BookVisit;
import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.scheduling.BookingService;
import clinic.anteroom.scheduling.Trial;
import clinic.anteroom.scheduling.TrialService;
import clinic.anteroom.scheduling.TryVisit;
import clinic.anteroom.scheduling.WaitingRequest;
import clinic.anteroom.scheduling.desk.DeskPatientService;
import clinic.anteroom.scheduling.desk.FoundPatient;
import clinic.anteroom.scheduling.desk.QueueRow;
import clinic.anteroom.scheduling.desk.QueueService;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A free cell: who comes, what for, and booked. The person and the length are there already; only what that person offers can be chosen. */
@Named
@ViewScoped
public class QuickBookBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private TrialService trials;

    @Inject
    private BookingService bookings;

    @Inject
    private DeskPatientService patients;

    @Inject
    private QueueService queues;

    @Inject
    private DeskAddressBacking address;

    @Inject
    private ClinicTime time;

    private String key;
    private transient List<VisitType> kinds;
    private transient Trial trial;
    private transient FoundPatient patient;
    private transient Booked copied;
    private transient WaitingRequest order;
    private String because;
    private boolean interpreter;
    private boolean mobility;

    /** The key of this page is minted here. */
    public void load() {
        key = NewId.next().toString();
    }

    /** The kinds of visit that can be in this column. */
    public List<VisitType> getKinds() {
        if (kinds == null) {
            kinds = address.isCell() ? trials.offeredBy(address.getCol()) : List.of();
        }
        return kinds;
    }

    /** The kind that is chosen: the one of the address, of the order, of the copied visit, or the first on offer; null if none can be. */
    public VisitType getKind() {
        List<VisitType> offered = getKinds();
        String wanted = address.getType() != null ? address.getType() : getCopied() != null ? getCopied().visitType() : null;
        if (wanted == null && getOrder() != null) {
            return offered.stream().filter(kind -> kind.tests().contains(getOrder().test())).findFirst().orElse(null);
        }
        return wanted == null ? offered.stream().findFirst().orElse(null)
                : offered.stream().filter(kind -> kind.code().equals(wanted)).findFirst().orElse(null);
    }

    /** The order that is booked here; null for a visit nobody ordered. */
    public WaitingRequest getOrder() {
        if (order == null && address.getOrder() != null) {
            order = bookings.waiting().stream().filter(one -> one.id().equals(address.getOrder())).findFirst().orElse(null);
        }
        return order;
    }

    /** The visit whose kind and patient are taken over; null if none is. */
    public Booked getCopied() {
        if (copied == null && address.getCopy() != null) {
            copied = bookings.find(address.getCopy()).orElse(null);
        }
        return copied;
    }

    /** Who comes; null while nobody is chosen. */
    public FoundPatient getPatient() {
        UUID id = Optional.ofNullable(getOrder()).map(WaitingRequest::patientId)
                .orElse(getCopied() != null ? Optional.of(getCopied().patientId()).get() : address.getPatient());
        if (patient == null && id != null) {
            patient = patients.get(id).orElse(null);
        }
        return patient;
    }

    /** Who fits what was typed. */
    public List<FoundPatient> getFound() {
        return address.getSearch() == null ? List.of() : patients.find(address.getSearch());
    }

    /** Those on the wait list who could take this time. */
    public List<QueueRow> getMatches() {
        VisitType kind = getKind();
        return kind == null || getPatient() != null || !address.isCell() ? List.of() : queues.waitingFor(kind.code(), address.getMoment());
    }

    /** Whether it would go; null while no kind can be chosen. */
    public Trial getTrial() {
        if (trial == null && getKind() != null && address.isCell()) {
            trial = trials.look(TryVisit.booking(getKind().code(), getPatient() == null ? null : getPatient().id(), address.getCol(), address.getMoment(),
                    needs(), because != null));
        }
        return trial;
    }

    private VisitNeeds needs() {
        return new VisitNeeds(1, 1, 1, interpreter, mobility);
    }

    /** Why it does not go, in words. */
    public List<String> getObstacles() {
        return getTrial() == null ? List.of() : ObstacleWords.of(getTrial(), time.zone());
    }

    /** Whether nothing stands against it but the hours: somebody or something does not work then. */
    public boolean isOutside() {
        return getTrial() != null && !getTrial().isFree() && getTrial().obstacles().stream().allMatch(one -> one.kind() == Trial.Kind.CLOSED || one.kind() == Trial.Kind.NOBODY);
    }

    /** Books and shows the visit. Who was faster keeps the time; the pane then says what stands against it. */
    public String book() {
        trial = null;
        Trial now = getTrial();
        if (now == null || !now.isFree() || getPatient() == null) {
            return null;
        }
        Set<UUID> orders = getOrder() == null ? Set.of() : bookings.waiting().stream()
                .filter(one -> one.patientId().equals(getPatient().id()) && now.visit().tests().contains(one.test())).map(WaitingRequest::id).collect(Collectors.toSet());
        Booked booked = bookings.book(new BookVisit(getPatient().id(), orders, now.visit().code(), now.start(), now.time().chosen(), key, needs(), because));
        return show(booked);
    }

    private String show(Booked booked) {
        address.setVisit(booked.appointmentId());
        address.setAt(null);
        address.setCol(null);
        address.setOrder(null);
        address.setCopy(null);
        address.setPatient(null);
        address.setSearch(null);
        address.setType(null);
        return DeskVisitBacking.AGAIN;
    }

    public String getBecause() {
        return because;
    }

    public void setBecause(String because) {
        this.because = because;
    }

    public boolean isInterpreter() {
        return interpreter;
    }

    public void setInterpreter(boolean interpreter) {
        this.interpreter = interpreter;
    }

    public boolean isMobility() {
        return mobility;
    }

    public void setMobility(boolean mobility) {
        this.mobility = mobility;
    }
}
