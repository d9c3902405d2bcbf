package clinic.anteroom.web.reception;

import clinic.anteroom.notify.Channel;
import clinic.anteroom.notify.LetterService;
import clinic.anteroom.notify.TellWay;
import clinic.anteroom.notify.Telling;
import clinic.anteroom.shared.ClinicTime;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Asks how the patient is told of what was just done to a visit, while the letter about it can still be stopped. */
@Named
@RequestScoped
public class TellBacking {

    @Inject
    private LetterService letters;

    @Inject
    private ClinicTime time;

    private final Map<UUID, Optional<Telling>> asked = new HashMap<>();

    /** The question about this visit; null if there is none. */
    public Telling of(UUID appointmentId) {
        return appointmentId == null ? null : asked.computeIfAbsent(appointmentId, letters::telling).orElse(null);
    }

    /** Whole minutes, rounded up, until the letter leaves. */
    public long minutesLeft(UUID appointmentId) {
        return Math.max(0, (java.time.Duration.between(time.now(), of(appointmentId).dueAt()).toSeconds() + 59) / 60);
    }

    /** Has it leave this way. */
    public void by(UUID appointmentId, Channel channel) {
        letters.tell(appointmentId, channel);
        asked.clear();
    }

    /** Has the patient told this way. */
    public void way(UUID appointmentId, TellWay way) {
        letters.tell(appointmentId, way);
        asked.clear();
    }

    /** Whether somebody of the desk phones instead. */
    public boolean isPhoned(UUID appointmentId) {
        return letters.isToPhone(appointmentId);
    }

    /** Whether it leaves with the next round of the sender. */
    public boolean isLeavingNow(UUID appointmentId) {
        Telling telling = of(appointmentId);
        return telling != null && telling.isLeaving() && !telling.dueAt().isAfter(time.now());
    }
}
