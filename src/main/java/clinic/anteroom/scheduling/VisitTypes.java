package clinic.anteroom.scheduling;

import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.VisitType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The kinds of visit the clinic offers now. */
@ApplicationScoped
class VisitTypes {

    @Inject
    Catalogues catalogues;

    /** All that are offered, by code. */
    List<VisitType> all() {
        return catalogues.now().visitTypes();
    }

    /** The kind of visit with this code, if it is offered. */
    Optional<VisitType> find(String code) {
        return catalogues.now().find(code);
    }

    /** The kind of visit with this code; refuses one that is not offered. */
    VisitType get(String code) {
        return catalogues.now().get(code);
    }

    /** The kind of visit with this code, as long as this patient needs it; refuses one that is not offered. */
    VisitType get(String code, VisitNeeds needs) {
        Catalogue catalogue = catalogues.now();
        return catalogue.forNeeds(catalogue.get(code), needs);
    }

    /** The kind of visit, as long as this patient needs it. */
    VisitType forNeeds(VisitType visit, VisitNeeds needs) {
        return catalogues.now().forNeeds(visit, needs);
    }

    /** Who may book it and when; refuses one that is not offered. */
    BookingPolicy policy(String code) {
        return catalogues.now().policy(code);
    }
}
