package clinic.anteroom.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The patients of the clinic. */
@ApplicationScoped
class Patients {

    @PersistenceContext
    private EntityManager entities;

    /** Written at once: EclipseLink cannot know that other tables of the same transaction refer to this row. */
    void add(Patient patient) {
        entities.persist(patient);
        entities.flush();
    }

    Optional<Patient> find(UUID id) {
        return Optional.ofNullable(entities.find(Patient.class, id));
    }

    /** All with this name and birth date, case aside, the longest known first: twins may share both. */
    List<Patient> called(RegisterPatient command) {
        return entities.createQuery("select p from Patient p where lower(p.familyName) = :family"
                        + " and lower(p.givenName) = :given and p.birthDate = :birthDate order by p.createdAt, p.id", Patient.class)
                .setParameter("family", command.familyName().toLowerCase(Locale.ROOT))
                .setParameter("given", command.givenName().toLowerCase(Locale.ROOT))
                .setParameter("birthDate", command.birthDate())
                .getResultList();
    }
}
