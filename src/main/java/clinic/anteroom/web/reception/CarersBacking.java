package clinic.anteroom.web.reception;

import clinic.anteroom.myvisit.Authority;
import clinic.anteroom.myvisit.AuthorityService;
import clinic.anteroom.web.shell.NotThere;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who wants to act for whom, with what has been proved, and who may act for one patient. */
@Named
@RequestScoped
public class CarersBacking {

    private static final String HERE = "/reception/carers?faces-redirect=true";

    @Inject
    private FacesContext faces;

    @Inject
    private AuthorityService authorities;

    private List<Authority> requested;
    private Authority chosen;
    private List<AuthorityService.Candidate> candidates;
    private UUID patientId;
    private UUID patient;
    private Authority.Proof proof;
    private Authority.Scope scope = Authority.Scope.VISITS;
    private LocalDate lastDay;

    /** Which request is looked at, or whose rights, comes with the address. */
    @PostConstruct
    void read() {
        Map<String, String> asked = faces.getExternalContext().getRequestParameterMap();
        requested = authorities.requested();
        UUID request = id(asked.get("request"));
        chosen = request == null ? null : requested.stream().filter(one -> one.id().equals(request)).findFirst().orElse(null);
        patientId = id(asked.get("patient"));
    }

    private static UUID id(String typed) {
        try {
            return typed == null || typed.isEmpty() ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw new NotThere();
        }
    }

    /** What nobody has looked at yet. */
    public List<Authority> getRequested() {
        return requested;
    }

    /** The request that is looked at; null for none. */
    public Authority getChosen() {
        return chosen;
    }

    /** Whom it could be about. */
    public List<AuthorityService.Candidate> getCandidates() {
        if (candidates == null) {
            candidates = authorities.candidates(chosen);
        }
        return candidates;
    }

    /** When the right ends at the latest. */
    public Instant getLatest() {
        return authorities.latestEnd(chosen.birthDate());
    }

    /** Who acts or acted for the patient of the address. */
    public List<Authority> getAbout() {
        return patientId == null ? List.of() : authorities.about(patientId);
    }

    /** Gives the right. */
    public String give() {
        authorities.give(chosen.id(), patient, proof, scope, lastDay);
        return HERE + "&given=1&patient=" + patient;
    }

    /** Says no. */
    public String refuse() {
        authorities.end(chosen.id());
        return HERE;
    }

    /** Takes back what was given. */
    public String end(UUID authorityId) {
        authorities.end(authorityId);
        return HERE + "&patient=" + patientId;
    }

    public Authority.Proof[] getProofs() {
        return Authority.Proof.values();
    }

    public Authority.Scope[] getScopes() {
        return Authority.Scope.values();
    }

    public UUID getPatientId() {
        return patientId;
    }

    public UUID getPatient() {
        return patient;
    }

    public void setPatient(UUID patient) {
        this.patient = patient;
    }

    public Authority.Proof getProof() {
        return proof;
    }

    public void setProof(Authority.Proof proof) {
        this.proof = proof;
    }

    public Authority.Scope getScope() {
        return scope;
    }

    public void setScope(Authority.Scope scope) {
        this.scope = scope;
    }

    public LocalDate getLastDay() {
        return lastDay;
    }

    public void setLastDay(LocalDate lastDay) {
        this.lastDay = lastDay;
    }
}
