package clinic.anteroom.triage;

import clinic.anteroom.shared.NewId;
import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The steps of all flags; only added to. */
@ApplicationScoped
class FlagSteps {

    @PersistenceContext
    private EntityManager entities;

    /** For the container. */
    protected FlagSteps() {
    }

    /** For tests without a container. */
    FlagSteps(EntityManager entities) {
        this.entities = entities;
    }

    /** Writes a step down. One that happens once and has happened is left as it was. */
    void add(UUID flagId, FlagStep step, Instant at, String owner, String detail) {
        // The flag itself may have been raised in this transaction, and the step refers to its row.
        entities.flush();
        entities.createNativeQuery("insert into test_flag_step (id, test_flag_id, step, at, owner, detail) "
                        + "values (?1, ?2, ?3, ?4, ?5, cast(?6 as text)) on conflict do nothing")
                .setParameter(1, NewId.next())
                .setParameter(2, flagId)
                .setParameter(3, step.name())
                .setParameter(4, at.atOffset(ZoneOffset.UTC))
                .setParameter(5, owner)
                .setParameter(6, detail)
                .executeUpdate();
    }

    /** Writes the same step down for several flags in one statement; one that has happened is left as it was. */
    void addToAll(List<UUID> flagIds, FlagStep step, Instant at, String owner) {
        if (!flagIds.isEmpty()) {
            entities.flush();
            entities.createNativeQuery("insert into test_flag_step (id, test_flag_id, step, at, owner) select cast(s.id as uuid), cast(s.flag as uuid), ?1, ?2, ?3 "
                            + "from unnest(string_to_array(?4, ' '), string_to_array(?5, ' ')) as s (id, flag) on conflict do nothing")
                    .setParameter(1, step.name()).setParameter(2, at.atOffset(ZoneOffset.UTC)).setParameter(3, owner)
                    .setParameter(4, flagIds.stream().map(flag -> NewId.next().toString()).collect(Collectors.joining(" ")))
                    .setParameter(5, flagIds.stream().map(UUID::toString).collect(Collectors.joining(" "))).executeUpdate();
        }
    }

    /** The steps of each flag of an evaluation, the oldest first. */
    Map<UUID, List<FlagStepTaken>> ofEvaluation(UUID evaluationId) {
        Map<UUID, List<FlagStepTaken>> steps = new LinkedHashMap<>();
        for (Object[] row : Rows.of(entities.createNativeQuery("select s.test_flag_id, s.step, s.at, s.owner, s.detail "
                + "from test_flag_step s join test_flag f on f.id = s.test_flag_id where f.evaluation_id = cast(?1 as uuid) order by s.at, s.id")
                .setParameter(1, evaluationId.toString()))) {
            steps.computeIfAbsent(Rows.id(row[0]), id -> new ArrayList<>()).add(new FlagStepTaken(
                    FlagStep.valueOf((String) row[1]), Rows.instant(row[2]), (String) row[3], (String) row[4]));
        }
        return steps;
    }
}
