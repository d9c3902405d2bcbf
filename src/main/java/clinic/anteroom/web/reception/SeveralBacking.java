package clinic.anteroom.web.reception;

import clinic.anteroom.notify.LetterPreview;
import clinic.anteroom.notify.LetterService;
import clinic.anteroom.notify.TellWay;
import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.scheduling.BookingService;
import clinic.anteroom.scheduling.CancelReason;
import clinic.anteroom.scheduling.CancelVisit;
import clinic.anteroom.scheduling.desk.Board;
import clinic.anteroom.scheduling.desk.BoardService;
import clinic.anteroom.shared.BusinessException;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.web.shell.Texts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody is ill: several visits of one day are called off at once. Three looks at it: which ones, what each patient would read and how they
 * are told, and what has become of the telling, which can still be stopped. What was called off stands in the address.
 */
@Named
@ViewScoped
public class SeveralBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 60;

    @Inject
    private BoardService boards;

    @Inject
    private BookingService bookings;

    @Inject
    private LetterService letters;

    @Inject
    private ClinicTime time;

    private LocalDate date;
    private UUID of;
    private String done;
    private UUID[] chosen;
    private CancelReason reason;
    private TellWay all = TellWay.LATER;
    private ArrayList<SeveralRow> rows = new ArrayList<>();
    private transient Board board;
    private transient List<Booked> called;

    /** Everything of the day, read once a request. */
    public Board getBoard() {
        if (board == null) {
            board = boards.board(getDate(), 1, new HashSet<>());
        }
        return board;
    }

    /** Visits that can still be called off, of the chosen column. */
    public List<Board.BoardVisit> getVisits() {
        Set<UUID> there = new HashSet<>();
        getBoard().bars().stream().filter(bar -> of == null || bar.resourceId().equals(of)).forEach(bar -> there.add(bar.visitId()));
        return getBoard().visits().values().stream().filter(visit -> there.contains(visit.id()) && visit.status().isAhead())
                .sorted(Comparator.comparing((Board.BoardVisit visit) -> visit.whole().start()).thenComparing(Board.BoardVisit::id)).toList();
    }

    /** Shows who would be told what. */
    public String preview() {
        Set<UUID> ids = Set.copyOf(Arrays.asList(chosen));
        List<Board.BoardVisit> visits = getVisits().stream().filter(visit -> ids.contains(visit.id())).toList();
        Map<UUID, LetterPreview> previews = letters.ifCalledOff(visits.stream().map(Board.BoardVisit::id).toList()).stream()
                .collect(Collectors.toMap(LetterPreview::appointmentId, Function.identity()));
        rows = new ArrayList<>(visits.stream().map(visit -> new SeveralRow(visit, previews.get(visit.id()))).toList());
        return null;
    }

    /** Back to choosing; what was chosen stays. */
    public String choose() {
        rows.clear();
        return null;
    }

    /** Calls them off one by one and has each patient told; what cannot be is named, and the others are done. */
    public String cancel() {
        FacesContext faces = FacesContext.getCurrentInstance();
        List<UUID> gone = new ArrayList<>();
        for (SeveralRow row : rows) {
            try {
                bookings.cancel(new CancelVisit(row.getId(), row.getVersion(), reason, NewId.next().toString()));
                letters.tell(row.getId(), row.told(all));
                gone.add(row.getId());
            } catch (BusinessException changed) {
                faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, row.getName() + ": " + Texts.of(faces, changed.key(), changed.arguments()), null));
            }
        }
        faces.getExternalContext().getFlash().setKeepMessages(true);
        done = gone.stream().map(UUID::toString).collect(Collectors.joining("_"));
        return done();
    }

    private String done() {
        return "/reception/several?faces-redirect=true&date=" + getDate() + (of == null ? "" : "&of=" + of) + "&done=" + done;
    }

    /** Has all of them told this way that were called off and whose letters have not left. */
    public String tellAll(TellWay way) {
        getCalled().forEach(visit -> letters.tell(visit.appointmentId(), way));
        return done();
    }

    /** What was called off here, in order. */
    public List<Booked> getCalled() {
        if (called == null) {
            called = Stream.of((done == null ? "" : done).split("_")).filter(id -> id.matches("[0-9a-f-]{36}")).limit(MOST)
                    .flatMap(id -> bookings.find(UUID.fromString(id)).stream()).sorted(Comparator.comparing(Booked::start)).toList();
        }
        return called;
    }

    /** What can be said why. */
    public List<CancelReason> getReasons() {
        return Arrays.stream(CancelReason.values()).filter(CancelReason::isSaid).toList();
    }

    public TellWay[] getWays() {
        return TellWay.values();
    }

    /** What is looked through before; empty while somebody chooses. */
    public List<SeveralRow> getRows() {
        return rows;
    }

    public LocalDate getDate() {
        return date == null ? time.today() : date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }

    public UUID getOf() {
        return of;
    }

    public void setOf(UUID of) {
        this.of = of;
    }

    public String getDone() {
        return done;
    }

    public void setDone(String done) {
        this.done = done;
    }

    /** Ids of the chosen ones; at first everybody of the column that was named, because whoever is ill sees nobody. */
    public UUID[] getChosen() {
        if (chosen == null) {
            chosen = of == null ? new UUID[0] : getVisits().stream().map(Board.BoardVisit::id).toArray(UUID[]::new);
        }
        return chosen.clone();
    }

    public void setChosen(UUID[] chosen) {
        this.chosen = chosen.clone();
    }

    public CancelReason getReason() {
        return reason;
    }

    public void setReason(CancelReason reason) {
        this.reason = reason;
    }

    public TellWay getAll() {
        return all;
    }

    public void setAll(TellWay all) {
        this.all = all;
    }
}
