package clinic.anteroom.notify;

import clinic.anteroom.privacy.GlassBroken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Tells those who answer for privacy that somebody looked behind a lock, at once and in the same transaction. Who, whose and why stand inside only. */
@ApplicationScoped
class OfficerLetters {

    @Inject
    Outbox outbox;

    @Inject
    Recipients recipients;

    void on(@Observes GlassBroken broken) {
        recipients.officers().forEach(mail -> outbox.putToStaff(LetterKind.GLASS, mail, broken.id(), broken.at()));
    }
}
