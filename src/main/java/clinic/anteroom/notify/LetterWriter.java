package clinic.anteroom.notify;

import clinic.anteroom.intake.LinkService;
import clinic.anteroom.myvisit.BookingInvitationService;
import clinic.anteroom.myvisit.SignInCodeService;
import clinic.anteroom.myvisit.VisitLinkPurpose;
import clinic.anteroom.myvisit.VisitLinkService;
import clinic.anteroom.scheduling.CalendarService;
import clinic.anteroom.scheduling.OfferGone;
import clinic.anteroom.scheduling.PatientBookingService;
import clinic.anteroom.shared.ClinicTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes a letter at the moment it leaves: whether it is still true, what is true now, and the secret of its link, which is
 * kept nowhere else.
 */
@ApplicationScoped
class LetterWriter {

    @Inject
    Facts facts;

    @Inject
    Recipients recipients;

    @Inject
    Letters letters;

    @Inject
    LinkService formLinks;

    @Inject
    VisitLinkService visitLinks;

    @Inject
    SignInCodeService codes;

    @Inject
    BookingInvitationService invitations;

    @Inject
    PatientBookingService booking;

    @Inject
    CalendarService calendar;

    @Inject
    ClinicTime time;

    /** The letter; empty if it is not true any more or what it was about is gone. */
    Optional<Letter> write(Communication mail) {
        return switch (mail.kind()) {
            case COPY, RESUME, CHECK_IN, FOLLOW_UP -> formLinks.mint(mail.linkId()).map(secret ->
                    write(mail, "/patient/open.xhtml?link=" + secret, Map.of(Keyword.REFERENCE, mail.reference())));
            case CONFIRMATION, CHANGE, CANCELLATION, REMINDER -> facts.of(mail.appointmentId()).filter(now -> isTrue(mail, now)).map(now -> aboutAVisit(mail, now));
            case INVITATION -> invitations.isOpen(mail.patientId()) ? Optional.of(write(mail, link(VisitLinkPurpose.INVITATION, mail, null), Map.of())) : Optional.empty();
            case MESSAGE -> facts.isUnread(mail.aboutId()) ? Optional.of(write(mail, link(VisitLinkPurpose.VISIT, mail, null), Map.of())) : Optional.empty();
            case OFFER -> facts.offer(mail.aboutId(), time.now()).flatMap(offer -> offer(mail, offer));
            case GLASS -> Optional.of(write(mail, "/privacy/locks.xhtml", Letters.when(at(Instant.parse(mail.concerning())), mail.language(), time.zone())));
            case CODE -> codes.mint(mail.aboutId()).map(code -> write(mail, link(VisitLinkPurpose.SIGN_IN, mail, null), Map.of(Keyword.CODE, code)));
        };
    }

    /** Looked at again now: a reminder of a visit that was called off or moved is the worst letter of all. */
    private boolean isTrue(Communication mail, LetterFacts now) {
        return mayReach(mail) && switch (mail.kind()) {
            case CONFIRMATION -> now.isBooked() && now.start().isAfter(time.now()) && now.firstToTell();
            case CHANGE -> now.isBooked() && now.start().isAfter(time.now()) && (mail.concerning() + " ").startsWith(now.start() + " ");
            case REMINDER -> now.isBooked() && now.start().isAfter(time.now()) && mail.concerning().startsWith(now.start() + " ") && !isSaidByAnother(mail, now);
            case CANCELLATION -> now.status().equals("CANCELLED");
            default -> false;
        };
    }

    /** Of several visits on one day only the first is texted about. */
    private boolean isSaidByAnother(Communication mail, LetterFacts now) {
        return mail.channel() == Channel.SMS
                && facts.isTextedBefore(mail.patientId(), LocalDate.ofInstant(now.start(), time.zone()).atStartOfDay(time.zone()).toInstant(), now.start());
    }

    /** A text needs a yes that still stands. */
    private boolean mayReach(Communication mail) {
        return mail.channel() == Channel.EMAIL || recipients.textable(mail.patientId()).isPresent();
    }

    private Letter aboutAVisit(Communication mail, LetterFacts now) {
        String language = facts.language(mail);
        Map<Keyword, String> values = new EnumMap<>(Keyword.class);
        values.putAll(Letters.when(new LetterFacts.When(now.start(), now.end()), language, time.zone()));
        if (mail.channel() == Channel.SMS) {
            return letters.write(Letters.text(mail.kind(), language), language, null, values);
        }
        LetterFacts told = mail.kind() == LetterKind.REMINDER || mail.kind() == LetterKind.CHANGE
                ? new LetterFacts(now.appointmentId(), now.status(), now.start(), now.end(), true, List.of(new LetterFacts.When(now.start(), now.end()))) : now;
        values.put(Keyword.VISITS, Letters.visits(told, language, time.zone()));
        String link = mail.kind() == LetterKind.CANCELLATION ? null : link(VisitLinkPurpose.VISIT, mail, now.end().plus(Duration.ofDays(1)));
        Letter letter = write(mail, link, values);
        return mail.kind() == LetterKind.REMINDER ? letter : calendar.fileForPatient(mail.appointmentId()).map(letter::with).orElse(letter);
    }

    /** What the letter would say if this visit were called off now; empty if there is no such visit. No link is made and nothing is kept. */
    Optional<Letter> ifCalledOff(UUID appointmentId, UUID patientId) {
        Communication mail = new Communication(null, LetterKind.CANCELLATION, Channel.EMAIL, null, patientId, appointmentId, null, "", "", null, "en", 0);
        return facts.of(appointmentId).map(now -> {
            String language = facts.language(mail);
            List<LetterFacts.When> others = now.together().stream().filter(when -> !when.start().equals(now.start())).toList();
            Map<Keyword, String> values = new EnumMap<>(Keyword.class);
            values.putAll(Letters.when(new LetterFacts.When(now.start(), now.end()), language, time.zone()));
            values.put(Keyword.VISITS, Letters.visits(new LetterFacts(appointmentId, "CANCELLED", now.start(), now.end(), true, others), language, time.zone()));
            return write(mail, null, values);
        });
    }

    private static LetterFacts.When at(Instant moment) {
        return new LetterFacts.When(moment, moment);
    }

    private Optional<Letter> offer(Communication mail, LetterFacts.When offer) {
        String language = facts.language(mail);
        Map<Keyword, String> values = new EnumMap<>(Keyword.class);
        values.putAll(Letters.when(offer, language, time.zone()));
        values.put(Keyword.UNTIL, Letters.hour(offer.end(), language, time.zone()));
        try {
            String secret = booking.armOffer(mail.patientId(), mail.aboutId());
            return Optional.of(write(mail, "/patient/earlier.xhtml?link=" + secret, values));
        } catch (OfferGone gone) {
            return Optional.empty();
        }
    }

    private String link(VisitLinkPurpose purpose, Communication mail, Instant until) {
        return "/patient/arrive.xhtml?link=" + visitLinks.mint(purpose, mail.patientId(), mail.appointmentId(), until);
    }

    private Letter write(Communication mail, String path, Map<Keyword, String> values) {
        String language = facts.language(mail);
        Map<Keyword, String> all = new EnumMap<>(Keyword.class);
        all.putAll(values);
        all.put(Keyword.PLACE, facts.place());
        LetterTemplate template = facts.template(mail.kind(), language).orElseGet(() -> Letters.shipped(mail.kind(), language));
        return letters.write(template, language, path, all);
    }
}
