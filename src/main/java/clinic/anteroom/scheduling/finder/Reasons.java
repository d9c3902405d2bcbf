package clinic.anteroom.scheduling.finder;

import clinic.anteroom.scheduling.finder.Reason.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in at most three points why each time is offered. */
final class Reasons {

    private static final int AT_MOST = 3;

    private final Search search;
    private LocalDate lastDay;

    Reasons(Search search) {
        this.search = search;
    }

    /** The reasons for the next plan; plans come earliest first. */
    List<Reason> next(Plan plan) {
        List<Reason> reasons = new ArrayList<>();
        LocalDate day = LocalDate.ofInstant(plan.start(), search.zone());
        if (search.latest() != null && plan.start().isAfter(search.latest())) {
            reasons.add(new Reason(Kind.TOO_LATE, null));
        }
        if (lastDay == null) {
            reasons.add(new Reason(Kind.FIRST_OF_ALL, null));
        } else if (day.isAfter(lastDay)) {
            reasons.add(new Reason(Kind.FIRST_THAT_DAY, null));
        }
        knownPerson(plan).ifPresent(name -> reasons.add(new Reason(Kind.KNOWN_PERSON, name)));
        if (search.daysHere().contains(day)) {
            reasons.add(new Reason(Kind.HERE_THAT_DAY, null));
        }
        if (search.latest() != null && !plan.start().isAfter(search.latest())) {
            reasons.add(new Reason(Kind.IN_TIME, null));
        }
        lastDay = day;
        return reasons.subList(0, Math.min(AT_MOST, reasons.size()));
    }

    private Optional<String> knownPerson(Plan plan) {
        return plan.visit().parts().stream()
                .map(part -> plan.cast().get(part.key()).resourceId())
                .filter(search.known()::contains)
                .map(id -> search.availability().get(id))
                .filter(resource -> resource.kind() == ResourceKind.PRACTITIONER)
                .map(Resource::name)
                .findFirst();
    }
}
