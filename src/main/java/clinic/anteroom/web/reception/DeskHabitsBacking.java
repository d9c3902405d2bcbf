package clinic.anteroom.web.reception;

import clinic.anteroom.web.shell.OurCookie;
import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** How this desk likes its board: which columns, how fine, how big, with what was called off or without. A cookie remembers it; it names columns and nobody else. */
@Named
@SessionScoped
public class DeskHabitsBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String COOKIE = "__Host-desk";
    private static final int YEAR = 365 * 24 * 3600;
    private static final Set<Integer> MINUTES = Set.of(5, 10, 15, 20, 30);
    private static final String COLUMNS = "[A-Za-z0-9.-]{1,1200}";

    private String columns = "all";
    private int minutes = 15;
    private int zoom = 4;
    private boolean compact;
    private boolean byType;
    private boolean calledOff;
    private boolean read;
    private final Set<UUID> seen = new HashSet<>();

    /** Takes over what the address says; the rest stays as it was. */
    void follow(FacesContext faces) {
        ExternalContext request = faces.getExternalContext();
        if (!read) {
            read = true;
            Object cookie = request.getRequestCookieMap().get(COOKIE);
            if (cookie instanceof Cookie kept) {
                remember(kept.getValue());
            }
        }
        Map<String, String> asked = request.getRequestParameterMap();
        boolean changed = take(asked.get("cols"), asked.get("m"), asked.get("z"), asked.get("c"), asked.get("by"), asked.get("off"));
        if (changed && !request.isResponseCommitted() && request.getResponse() instanceof HttpServletResponse response) {
            response.addCookie(OurCookie.of(COOKIE, String.join("_", columns, "" + minutes, "" + zoom, flag(compact), byType ? "type" : "state", flag(calledOff)), YEAR));
        }
    }

    private static String flag(boolean on) {
        return on ? "1" : "0";
    }

    private void remember(String cookie) {
        String[] kept = cookie.split("_");
        if (kept.length == 6) {
            take(kept[0], kept[1], kept[2], kept[3], kept[4], kept[5]);
        }
    }

    private boolean take(String cols, String rows, String size, String dense, String by, String off) {
        String before = columns + minutes + zoom + compact + byType + calledOff;
        columns = cols != null && cols.matches(COLUMNS) ? cols : columns;
        minutes = number(rows, minutes);
        minutes = MINUTES.contains(minutes) ? minutes : 15;
        zoom = Math.max(1, Math.min(7, number(size, zoom)));
        compact = dense == null ? compact : dense.equals("1");
        byType = by == null ? byType : by.equals("type");
        calledOff = off == null ? calledOff : off.equals("1");
        return !before.equals(columns + minutes + zoom + compact + byType + calledOff);
    }

    private static int number(String typed, int otherwise) {
        return typed != null && typed.matches("\\d{1,2}") ? Integer.parseInt(typed) : otherwise;
    }

    /** {@code all}, {@code people}, {@code rooms}, {@code machines}, the id of a saved group, or ids with dots between. */
    public String getColumns() {
        return columns;
    }

    public int getMinutes() {
        return minutes;
    }

    public int getZoom() {
        return zoom;
    }

    public boolean isCompact() {
        return compact;
    }

    public boolean isByType() {
        return byType;
    }

    /** Whether visits that were called off, or whose patients did not come, are shown. */
    public boolean isCalledOff() {
        return calledOff;
    }

    /** Visits this session has looked at. */
    Set<UUID> seen() {
        return seen;
    }
}
