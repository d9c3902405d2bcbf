package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.param.TokenParam;
import clinic.anteroom.scheduling.finder.VisitType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Reference;

/** Kinds of visit as FHIR knows them: ids have no underscore there. */
final class VisitIds {

    private static final int LONGEST = 18;

    private VisitIds() {
    }

    /** {@code NEUROLOGY_FIRST} as {@code neurology-first}. */
    static String of(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The same, cut so that it fits into a longer id. */
    static String cut(String code) {
        String id = of(code);
        return id.length() > LONGEST ? id.substring(0, LONGEST) : id;
    }

    /** The kind of visit with this id, perhaps cut. */
    static Optional<VisitType> find(List<VisitType> offered, String id) {
        return offered.stream().filter(visit -> of(visit.code()).equals(id)).findFirst()
                .or(() -> offered.stream().filter(visit -> id.length() == LONGEST && of(visit.code()).startsWith(id)).findFirst());
    }

    /** Whether a token names it: its code or its id, in our system or in none. */
    static boolean fits(TokenParam token, String code) {
        boolean system = token.getSystem() == null || token.getSystem().isEmpty() || token.getSystem().equals(Codes.VISIT_TYPE);
        return system && token.getValue() != null && (token.getValue().equals(code) || token.getValue().equals(of(code)));
    }

    static CodeableConcept concept(String code, String name) {
        return Codes.concept(Codes.VISIT_TYPE, code, name);
    }

    static Reference reference(String code) {
        return new Reference("HealthcareService/" + of(code));
    }
}
