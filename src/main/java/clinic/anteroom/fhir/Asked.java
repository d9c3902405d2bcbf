package clinic.anteroom.fhir;

import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ParamPrefixEnum;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** Search parameters in the house's own types. What cannot be an id of ours fits nothing, like one that is unknown. */
final class Asked {

    /** An id that nobody has: for a parameter that is given but can fit nothing. */
    static final UUID NOBODY = new UUID(-1, -1);

    private Asked() {
    }

    static Optional<UUID> id(String text) {
        try {
            return text != null && text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The id a token names; null if it was not given. */
    static UUID id(TokenParam token) {
        return token == null ? null : id(token.getValue()).orElse(NOBODY);
    }

    /** The id a reference names, if it is of this type; null if it was not given. */
    static UUID id(ReferenceParam reference, String type) {
        if (reference == null) {
            return null;
        }
        boolean other = reference.hasResourceType() && !reference.getResourceType().equals(type);
        return other ? NOBODY : id(reference.getIdPart()).orElse(NOBODY);
    }

    /** The first moment that fits; null if there is no lower bound. */
    static Instant from(DateRangeParam range, ZoneId zone) {
        DateParam bound = range == null ? null : range.getLowerBound();
        if (bound == null) {
            return null;
        }
        boolean behind = bound.getPrefix() == ParamPrefixEnum.GREATERTHAN || bound.getPrefix() == ParamPrefixEnum.STARTS_AFTER;
        return behind ? Moments.after(bound.getValueAsString(), zone) : Moments.first(bound.getValueAsString(), zone);
    }

    /** The first moment that does not fit any more; null if there is no upper bound. */
    static Instant until(DateRangeParam range, ZoneId zone) {
        DateParam bound = range == null ? null : range.getUpperBound();
        if (bound == null) {
            return null;
        }
        boolean before = bound.getPrefix() == ParamPrefixEnum.LESSTHAN || bound.getPrefix() == ParamPrefixEnum.ENDS_BEFORE;
        return before ? Moments.first(bound.getValueAsString(), zone) : Moments.after(bound.getValueAsString(), zone);
    }
}
