package clinic.anteroom.access;

import clinic.anteroom.shared.ClinicTime;
import jakarta.persistence.EntityManager;
import java.util.Locale;

/** What sealing and checking the whole trail costs. */
public final class AuditBench {

    private AuditBench() {
    }

    /** Seals all there is and checks it, and prints how long each took. */
    public static void sealAndCheck(EntityManager entities) {
        AuditSealService service = new AuditSealService();
        service.seals = new AuditSeals();
        service.seals.entities = entities;
        service.time = new ClinicTime("America/Toronto");
        long begun = System.nanoTime();
        int batches = 0;
        boolean more = true;
        while (more) {
            entities.getTransaction().begin();
            more = service.seal();
            entities.getTransaction().commit();
            batches += more ? 1 : 0;
        }
        double sealed = (System.nanoTime() - begun) / 1e9;
        begun = System.nanoTime();
        entities.getTransaction().begin();
        AuditCheck check = service.check().orElseThrow();
        entities.getTransaction().commit();
        System.out.printf(Locale.ROOT, "sealed %,d rows in %d batches in %.1f s; checked all in %.1f s: %s%n", check.rows(), batches, sealed,
                (System.nanoTime() - begun) / 1e9, check.fault() == null ? "all fit" : check.fault());
    }
}
