package clinic.anteroom.triage.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What a condition compares an answer with. {@code toString} is how it stands in a trace. */
public sealed interface Constant {

    /** Option codes, in the order of the document; never empty. */
    record Codes(List<String> codes) implements Constant {

        @Override
        public String toString() {
            return String.join(",", codes);
        }
    }

    /** Yes or no. */
    record Said(boolean yes) implements Constant {

        @Override
        public String toString() {
            return String.valueOf(yes);
        }
    }

    /** A number; its unit may be null. */
    record Limit(BigDecimal value, String unit) implements Constant {

        @Override
        public String toString() {
            return value.toPlainString() + (unit == null ? "" : " " + unit);
        }
    }

    /** Two numbers, both inside; the unit may be null. */
    record Span(BigDecimal low, BigDecimal high, String unit) implements Constant {

        @Override
        public String toString() {
            return low.toPlainString() + ".." + high.toPlainString() + (unit == null ? "" : " " + unit);
        }
    }

    /** A day. */
    record On(LocalDate day) implements Constant {

        @Override
        public String toString() {
            return day.toString();
        }
    }

    /** A number of days, 0 or more. */
    record Days(int days) implements Constant {

        @Override
        public String toString() {
            return days + " d";
        }
    }
}
