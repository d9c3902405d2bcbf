package clinic.anteroom.web.shell;

import java.io.Serializable;
import java.time.LocalDate;

/** What the staff type about somebody who is new: the fields of a form, as they were typed. Nothing was typed into one that is null. */
public class TypedPerson implements Serializable {

    private static final long serialVersionUID = 1L;

    private String given;
    private String family;
    private LocalDate born;
    private String phone;
    private String email;

    /** The address without spaces around it; null if none was typed. */
    public String strippedEmail() {
        return email == null ? null : email.strip();
    }

    public String getGiven() {
        return given;
    }

    public void setGiven(String given) {
        this.given = given;
    }

    public String getFamily() {
        return family;
    }

    public void setFamily(String family) {
        this.family = family;
    }

    public LocalDate getBorn() {
        return born;
    }

    public void setBorn(LocalDate born) {
        this.born = born;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
