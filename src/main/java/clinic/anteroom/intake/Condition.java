package clinic.anteroom.intake;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Which answers to other questions a question needs (FHIR: enableWhen). True, false, or unknown while one is missing. */
public sealed interface Condition {

    /** Needs nothing: asked of everybody. */
    Condition ALWAYS = new AllOf(List.of());

    /** Link ids of the questions it looks at, perhaps repeated. */
    Stream<String> linkIds();

    /** Needs all of them; true if there are none. */
    record AllOf(List<Condition> parts) implements Condition {

        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<String> linkIds() {
            return parts.stream().flatMap(Condition::linkIds);
        }
    }

    /** Needs one of them; false if there are none. */
    record AnyOf(List<Condition> parts) implements Condition {

        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<String> linkIds() {
            return parts.stream().flatMap(Condition::linkIds);
        }
    }

    /** Needs this option picked. */
    record Picked(String linkId, String code) implements Condition {

        @Override
        public Stream<String> linkIds() {
            return Stream.of(linkId);
        }
    }

    /** Needs this yes or no. */
    record Said(String linkId, boolean yes) implements Condition {

        @Override
        public Stream<String> linkIds() {
            return Stream.of(linkId);
        }
    }

    /** Needs a number on the right side of a limit. */
    record Compared(String linkId, Comparison comparison, BigDecimal limit) implements Condition {

        @Override
        public Stream<String> linkIds() {
            return Stream.of(linkId);
        }
    }

    /** How a number is compared with a limit. */
    enum Comparison {
        LESS, LESS_OR_EQUAL, EQUAL, GREATER_OR_EQUAL, GREATER;

        /** Whether {@code value} stands so to {@code limit}; 58 and 58.0 are equal. */
        public boolean holds(BigDecimal value, BigDecimal limit) {
            int order = value.compareTo(limit);
            return switch (this) {
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
                case EQUAL -> order == 0;
                case GREATER_OR_EQUAL -> order >= 0;
                case GREATER -> order > 0;
            };
        }
    }
}
