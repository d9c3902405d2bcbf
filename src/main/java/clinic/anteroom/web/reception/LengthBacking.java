package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.Booked;
import clinic.anteroom.scheduling.LengthChange;
import clinic.anteroom.scheduling.LengthService;
import clinic.anteroom.scheduling.ResizeVisit;
import clinic.anteroom.scheduling.Trial;
import clinic.anteroom.shared.BusinessException;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.shared.NewId;
import clinic.anteroom.web.shell.Texts;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/** How long the visit in the pane is, phase by phase, and the way to make one longer or shorter. What is tried stands in the address. */
@Named
@ViewScoped
public class LengthBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private LengthService lengths;

    @Inject
    private DeskAddressBacking address;

    @Inject
    private DeskVisitBacking pane;

    @Inject
    private ClinicTime time;

    private String key;
    private int version;
    private transient Trial trial;
    private transient String refusal;

    /** The key of this page is minted here, and what the address asks for is tried. */
    public void load() {
        if (address.getVisit() == null || pane.getVisit() == null) {
            return;
        }
        key = NewId.next().toString();
        version = pane.getVisit().version();
        look();
    }

    private void look() {
        if (isAsked()) {
            try {
                trial = lengths.look(address.getVisit(), phase(), address.getLen());
            } catch (BusinessException odd) {
                refusal = Texts.of(FacesContext.getCurrentInstance(), odd.key(), odd.arguments());
            }
        }
    }

    private int phase() {
        return address.getPhase() == null ? 1 : address.getPhase();
    }

    /** Whether a length is asked for. */
    public boolean isAsked() {
        return address.getVisit() != null && address.getLen() != null && !address.isCell();
    }

    /** Whether the visit can be made longer or shorter: it is ahead, or it runs. */
    public boolean isPossible() {
        return pane.getVisit().status().isAhead() || pane.getVisit().status().isInTheHouse();
    }

    /** The phase that would change; null if the visit has none of that place. */
    public Booked.Phase getPhase() {
        return pane.getVisit().phases().stream().filter(one -> one.ordinal() == phase()).findFirst().orElse(null);
    }

    /** Minutes that the patient is in a phase now. */
    public long minutes(Booked.Phase phase) {
        return Duration.between(phase.start(), phase.end()).toMinutes();
    }

    /** The trial; null if nothing is asked for, or what is asked for no visit can have. */
    public Trial getTrial() {
        if (trial == null && refusal == null) {
            look();
        }
        return trial;
    }

    /** What stands against it, in words; empty if it can be. */
    public List<String> getObstacles() {
        return getTrial() == null && refusal != null ? List.of(refusal) : trial == null ? List.of() : ObstacleWords.of(trial, time.zone());
    }

    /** The length as it is and what it is made of, for example "90 minutes = 45 Nerve conduction + 15 set by desk + 30 Needle EMG". */
    public String getNow() {
        return new OfferWords(FacesContext.getCurrentInstance(), time.zone()).length(lengths.asBooked(pane.getVisit()));
    }

    /** The same as it would be. */
    public String getThen() {
        return getTrial() == null ? null : new OfferWords(FacesContext.getCurrentInstance(), time.zone()).length(trial.visit());
    }

    /** When the patient could leave then. */
    public java.time.Instant getEnd() {
        return getTrial() == null ? null : trial.start().plus(trial.visit().length());
    }

    /** Who changed the length, the newest change first. */
    public List<LengthChange> getHistory() {
        return lengths.history(address.getVisit());
    }

    /** Makes the phase as long as was tried. Who was faster keeps the time; the pane then says what stands against it. */
    public String set() {
        Booked before = pane.getVisit();
        long was = before.phases().stream().filter(one -> one.ordinal() == phase()).mapToLong(this::minutes).findFirst().orElse(0);
        trial = null;
        look();
        if (trial == null || !trial.isFree()) {
            return null;
        }
        lengths.resize(new ResizeVisit(address.getVisit(), version, phase(), address.getLen(), key));
        address.setUndo(phase() + "_" + was);
        address.setLen(null);
        address.setPhase(null);
        return DeskVisitBacking.AGAIN;
    }
}
