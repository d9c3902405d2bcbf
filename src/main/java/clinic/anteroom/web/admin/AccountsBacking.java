package clinic.anteroom.web.admin;

import clinic.anteroom.access.AccountRow;
import clinic.anteroom.access.AccountService;
import clinic.anteroom.access.Roles;
import clinic.anteroom.directory.Colleague;
import clinic.anteroom.directory.DirectoryService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who may sign in, and as what. A new password is shown on the page that answers the press, and never again. */
@Named
@RequestScoped
public class AccountsBacking {

    private static final String HERE = "/admin/accounts?faces-redirect=true";

    @Inject
    private AccountService accounts;

    @Inject
    private DirectoryService directory;

    @Inject
    private SecurityContext security;

    @Inject
    private FacesContext faces;

    private List<AccountRow> all;
    private final Map<UUID, String> roles = new HashMap<>();
    private final Map<UUID, String> people = new HashMap<>();
    private List<Colleague> colleagues;
    private String username;
    private String displayName;
    private String mail;
    private String role = Roles.RECEPTIONIST;
    private String password;
    private String passwordOf;

    /** Every account, by name; for an answer in the order in which its page showed them, whoever has come since: fields and buttons of a row mean that row. */
    public List<AccountRow> getAll() {
        if (all == null) {
            List<String> shown = List.of(faces.getExternalContext().getRequestParameterMap().getOrDefault("order", "").split(" "));
            all = accounts.accounts().stream().sorted(Comparator.comparingInt(one -> Math.floorMod(shown.indexOf(one.id().toString()), Integer.MAX_VALUE))).toList();
            all.forEach(one -> roles.putIfAbsent(one.id(), one.role()));
            all.forEach(one -> people.putIfAbsent(one.id(), Objects.toString(one.practitioner(), "")));
        }
        return all;
    }

    /** The ids of the accounts as they are shown. */
    public String getOrder() {
        return getAll().stream().map(one -> one.id().toString()).collect(Collectors.joining(" "));
    }

    /** Whether it is the account of whoever looks. */
    public boolean isYou(AccountRow row) {
        return security.getCallerPrincipal().getName().equals(row.username());
    }

    /** Adds an account. */
    public void add() {
        password = accounts.add(username, displayName, role, mail);
        passwordOf = username;
        username = null;
        displayName = null;
        mail = null;
        all = null;
    }

    /** Lets somebody begin again who has lost what proves them. */
    public void reset(AccountRow row) {
        password = accounts.reset(row.id());
        passwordOf = row.username();
        all = null;
    }

    /** Closes an account. */
    public String close(UUID id) {
        accounts.close(id);
        return HERE;
    }

    /** Opens it again. */
    public String open(UUID id) {
        accounts.open(id);
        return HERE;
    }

    /** Gives the role that was chosen in the row. */
    public String give(UUID id) {
        accounts.giveRole(id, roles.get(id));
        return HERE;
    }

    /** Says who the account is: whoever was chosen in the row, or nobody. */
    public String link(UUID id) {
        String chosen = people.get(id);
        accounts.link(id, chosen == null || chosen.isEmpty() ? null : UUID.fromString(chosen));
        return HERE;
    }

    /** Who is chosen in each row; empty for nobody. */
    public Map<UUID, String> getPeople() {
        getAll();
        return people;
    }

    /** Whether an account with this role may be somebody who is booked. */
    public boolean isDoctor(AccountRow row) {
        return Roles.heldBy(row.role()).contains(Roles.DOCTOR);
    }

    /** Everybody who can be booked, by name. */
    public List<Colleague> getColleagues() {
        if (colleagues == null) {
            colleagues = directory.colleagues();
        }
        return colleagues;
    }

    /** The roles an account may have. */
    public List<String> getChoices() {
        return Roles.OF_PEOPLE;
    }

    /** The role chosen in each row. */
    public Map<UUID, String> getRoles() {
        getAll();
        return roles;
    }

    /** A password that was just made; null if none was. */
    public String getPassword() {
        return password;
    }

    /** Whose it is. */
    public String getPasswordOf() {
        return passwordOf;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public String getMail() {
        return mail;
    }

    public void setMail(String mail) {
        this.mail = mail;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }
}
