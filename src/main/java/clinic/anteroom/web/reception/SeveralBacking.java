package clinic.anteroom.web.reception;

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
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Somebody is ill: several visits of one day are called off at once, after everybody to be told was looked through. */
@Named
@ViewScoped
public class SeveralBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private BoardService boards;

    @Inject
    private BookingService bookings;

    @Inject
    private ClinicTime time;

    private LocalDate date;
    private UUID of;
    private UUID[] chosen = {};
    private CancelReason reason;
    private boolean previewed;
    private transient Board board;

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

    /** Those that are chosen, for the look before. */
    public List<Board.BoardVisit> getChosenVisits() {
        Set<UUID> ids = Set.copyOf(Arrays.asList(chosen));
        return getVisits().stream().filter(visit -> ids.contains(visit.id())).toList();
    }

    /** Shows who would be told what. */
    public String preview() {
        previewed = chosen.length > 0;
        return null;
    }

    /** Back to choosing. */
    public String choose() {
        previewed = false;
        return null;
    }

    /** Calls them off one by one; what cannot be is named, and the others are done. */
    public String cancel() {
        FacesContext faces = FacesContext.getCurrentInstance();
        int refused = 0;
        for (Board.BoardVisit visit : getChosenVisits()) {
            try {
                bookings.cancel(new CancelVisit(visit.id(), visit.version(), reason, NewId.next().toString()));
            } catch (BusinessException changed) {
                refused++;
                faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR,
                        visit.givenName() + " " + visit.familyName() + ": " + Texts.of(faces, changed.key(), changed.arguments()), null));
            }
        }
        board = null;
        previewed = false;
        return refused > 0 ? null : "/reception/day?faces-redirect=true&date=" + getDate();
    }

    /** What can be said why. */
    public List<CancelReason> getReasons() {
        return Arrays.stream(CancelReason.values()).filter(CancelReason::isSaid).toList();
    }

    public boolean isPreviewed() {
        return previewed;
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

    public UUID[] getChosen() {
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
}
