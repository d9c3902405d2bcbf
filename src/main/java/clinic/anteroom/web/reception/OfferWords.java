package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.finder.FreeTime;
import clinic.anteroom.scheduling.finder.Reason;
import clinic.anteroom.scheduling.finder.ResourceKind;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.scheduling.finder.WhyNotEarlier;
import clinic.anteroom.web.shell.Texts;
import jakarta.faces.context.FacesContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts what the finder says into the desk's words. */
final class OfferWords {

    private static final String REASON = "reception_booking.reason_";

    private final FacesContext faces;
    private final ZoneId zone;

    OfferWords(FacesContext faces, ZoneId zone) {
        this.faces = faces;
        this.zone = zone;
    }

    /** The times by day, in order. That one is in time is worth a word only beside one that is not. */
    List<OfferedDay> days(List<FreeTime> times) {
        boolean someAreLate = times.stream().anyMatch(FreeTime::late);
        Map<LocalDate, List<OfferedTime>> byDay = times.stream().map(time -> time(time, someAreLate)).collect(Collectors.groupingBy(
                time -> LocalDate.ofInstant(time.start(), zone), TreeMap::new, Collectors.toList()));
        return byDay.values().stream().map(day -> new OfferedDay(day.get(0).start(), day)).toList();
    }

    /** One sentence that says what the patient waits for. */
    String why(WhyNotEarlier why, Function<Instant, String> wall) {
        if (why.binding() == null) {
            return Texts.of(faces, "reception_booking.why_together");
        }
        Instant first = why.firstFree().stream().filter(part -> part.label().equals(why.binding()))
                .map(WhyNotEarlier.FirstFree::start).filter(Objects::nonNull).findFirst().orElse(null);
        return first == null ? Texts.of(faces, "reception_booking.why_never", why.binding())
                : Texts.of(faces, "reception_booking.why_part", why.binding(), wall.apply(first));
    }

    /** The length and what it is made of. */
    String length(VisitType visit) {
        String sum = visit.phases().stream().flatMap(phase -> Stream.concat(
                        Stream.of(phase.base().toMinutes() + " " + phase.name()),
                        phase.extras().stream().map(extra -> extra.length().toMinutes() + " " + Texts.of(faces, "reception_booking.longer_" + extra.factor()))))
                .collect(Collectors.joining(" + "));
        return Texts.of(faces, "reception_booking.length", visit.length().toMinutes(), sum);
    }

    private OfferedTime time(FreeTime time, boolean someAreLate) {
        return new OfferedTime(time.start(), time.end(),
                names(time, kind -> kind == ResourceKind.PRACTITIONER), names(time, kind -> kind != ResourceKind.PRACTITIONER),
                words(time, kind -> kind != Reason.Kind.TOO_LATE && (someAreLate || kind != Reason.Kind.IN_TIME)), words(time, kind -> kind == Reason.Kind.TOO_LATE));
    }

    private static String names(FreeTime time, Predicate<ResourceKind> wanted) {
        return time.casting().stream().filter(casted -> wanted.test(casted.kind()))
                .map(FreeTime.Casted::resourceName).collect(Collectors.joining(", "));
    }

    private List<String> words(FreeTime time, Predicate<Reason.Kind> wanted) {
        return time.reasons().stream().filter(reason -> wanted.test(reason.kind()))
                .map(reason -> Texts.of(faces, REASON + reason.kind(), reason.detail())).toList();
    }
}
