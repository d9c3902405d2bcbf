package clinic.anteroom.web.shell;

import clinic.anteroom.access.Roles;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whose page a view is. A view that belongs to no face and is not one of the open pages does not exist. */
public enum Face {

    /** Open to everybody; the draft's own secret decides what is shown. */
    PATIENT("/patient/", null, "/patient/start.xhtml"),
    /** Cases, flags, orders. */
    DOCTOR("/doctor/", Roles.DOCTOR, "/doctor/worklist.xhtml"),
    /** Orders waiting, times, the day. */
    RECEPTION("/reception/", Roles.RECEPTIONIST, "/reception/orders.xhtml"),
    /** Free times and a booking for whoever calls; nothing else. */
    CALLDESK("/calldesk/", Roles.CALL_DESK, "/calldesk/book.xhtml"),
    /** How the clinic is set up. */
    ADMIN("/admin/", Roles.ADMINISTRATOR, "/admin/settings.xhtml"),
    /** Who saw what, and who may not. */
    PRIVACY("/privacy/", Roles.PRIVACY_OFFICER, "/privacy/start.xhtml");

    private static final Set<String> OPEN_PAGES = Set.of("/sign-in.xhtml", "/sign-in-code.xhtml", "/sign-in-device.xhtml", "/not-found.xhtml", "/error.xhtml");

    /** Open to whoever of the staff is in, whatever the role. */
    private static final Set<String> STAFF_PAGES = Set.of("/your-sign-in.xhtml");

    private final String folder;
    private final String role;
    private final String home;

    Face(String folder, String role, String home) {
        this.folder = folder;
        this.role = role;
        this.home = home;
    }

    /** The face whose folder the view lies in. */
    static Optional<Face> of(String viewId) {
        return Stream.of(values()).filter(face -> viewId.startsWith(face.folder)).findFirst();
    }

    /** Whether the view is one of the few pages outside the faces. */
    static boolean isOpenPage(String viewId) {
        return OPEN_PAGES.contains(viewId);
    }

    /** Whether the view is for everybody of the staff. */
    static boolean isStaffPage(String viewId) {
        return STAFF_PAGES.contains(viewId);
    }

    /** The face of a role. */
    static Face ofRole(String role) {
        return Stream.of(values()).filter(face -> face.role != null && Roles.heldBy(role).contains(face.role)).findFirst().orElse(PATIENT);
    }

    /** Whether an address that came from outside leads to a page of this face, and not to another site. */
    boolean isOwnPage(String address) {
        return address != null && (address.startsWith(folder) || role != null && STAFF_PAGES.contains(address)) && !address.contains("\\") && address.chars().noneMatch(Character::isISOControl);
    }

    /** The role the face asks for; null: none. */
    String role() {
        return role;
    }

    /** The page one starts at. */
    public String home() {
        return home;
    }
}
