package clinic.anteroom.web.reception;

import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;

/**
 * Where the desk is: the day, what is selected, what the pane shows. All of it stands in the address, so that every state of the
 * screen can be linked, reloaded and gone back to.
 */
@Named
@RequestScoped
public class DeskAddressBacking {

    private static final String LENGTH = "[1-9]_\\d{1,3}";
    private static final String WAY_BACK = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}_[0-9a-f-]{36}_[1-9]";
    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    @Inject
    private ClinicTime time;

    private LocalDate date;
    private String view;
    private UUID visit;
    private UUID copy;
    private UUID order;
    private UUID patient;
    private UUID col;
    private String at;
    private Integer phase;
    private String type;
    private String pane;
    private String search;
    private String part;
    private String undo;
    private Integer len;

    /**
     * Reads the address when the request begins: a form is decoded before its view parameters are, and must know by then what
     * the page shows.
     */
    @PostConstruct
    void read() {
        Map<String, String> asked = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        view = asked.get("view");
        pane = asked.get("pane");
        at = asked.get("at");
        type = asked.get("type");
        search = asked.get("q");
        setUndo(asked.get("undo"));
        phase = number(asked.get("phase"));
        len = number(asked.get("len"));
        visit = id(asked.get("visit"));
        copy = id(asked.get("copy"));
        order = id(asked.get("order"));
        patient = id(asked.get("patient"));
        col = id(asked.get("col"));
    }

    private static Integer number(String text) {
        return text != null && text.matches("\\d{1,3}") ? Integer.valueOf(text) : null;
    }

    private static UUID id(String text) {
        return text != null && text.matches(ID) ? UUID.fromString(text) : null;
    }

    /** The free cell that was chosen, as an instant; null if none was, or what stands in the address is no time. */
    public Instant getMoment() {
        try {
            return at == null ? null : LocalDateTime.parse(at).atZone(time.zone()).toInstant();
        } catch (DateTimeException odd) {
            return null;
        }
    }

    /**
     * Which part the pane shows. Read from the request itself, because the page is built before its parameters are taken over.
     */
    public String getPaneName() {
        Map<String, String> asked = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        if (isThere(asked, "visit")) {
            return "visit";
        }
        if (isThere(asked, "at") && isThere(asked, "col")) {
            return "book";
        }
        return isThere(asked, "q") || isThere(asked, "patient") ? "patients" : "queues";
    }

    private static boolean isThere(Map<String, String> asked, String name) {
        return asked.get(name) != null && !asked.get(name).isEmpty();
    }

    /** Whether a cell is chosen. */
    public boolean isCell() {
        return col != null && getMoment() != null;
    }

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }

    public String getView() {
        return view;
    }

    public void setView(String view) {
        this.view = view;
    }

    public UUID getVisit() {
        return visit;
    }

    public void setVisit(UUID visit) {
        this.visit = visit;
    }

    public UUID getCopy() {
        return copy;
    }

    public void setCopy(UUID copy) {
        this.copy = copy;
    }

    public UUID getOrder() {
        return order;
    }

    public void setOrder(UUID order) {
        this.order = order;
    }

    public UUID getPatient() {
        return patient;
    }

    public void setPatient(UUID patient) {
        this.patient = patient;
    }

    public UUID getCol() {
        return col;
    }

    public void setCol(UUID col) {
        this.col = col;
    }

    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
    }

    public Integer getPhase() {
        return phase;
    }

    public void setPhase(Integer phase) {
        this.phase = phase;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String getPane() {
        return pane;
    }

    public void setPane(String pane) {
        this.pane = pane;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
    }

    /** Minutes that the phase of the address would take; null if nobody asks for another length. */
    public Integer getLen() {
        return len;
    }

    public void setLen(Integer len) {
        this.len = len;
    }

    /** Whether the way back is another length, not another place. */
    public boolean isUndoOfLength() {
        return undo != null && undo.matches(LENGTH);
    }

    /** Where the visit was before it was moved just now, or how long its phase was, for the way back; null if nothing was done. */
    public String getUndo() {
        return undo;
    }

    public void setUndo(String undo) {
        this.undo = undo != null && (undo.matches(WAY_BACK) || undo.matches(LENGTH)) ? undo : null;
    }

    /** The parts of the way back: when, which column, which phase; or which phase and how many minutes. */
    public String[] getUndoParts() {
        return undo == null ? new String[0] : undo.split("_");
    }

    public String getPart() {
        return part;
    }

    public void setPart(String part) {
        this.part = part;
    }
}
