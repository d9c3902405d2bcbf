package clinic.anteroom.directory;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How to reach somebody and what helps them at a visit, as they told it.
 *
 * @param contactBy   null if either way is fine
 * @param times       when it suits; empty if any time does
 * @param interpreter language of the interpreter, ISO 639 in two or three small letters; null if none is needed
 * @param needs       never null
 * @param words       anything else, 1 to 300 characters; null if nothing
 */
public record AccessNeeds(ContactBy contactBy, Set<GoodTime> times, String interpreter, Set<Need> needs, String words) {

    /** Nothing was told. */
    public static final AccessNeeds NONE = new AccessNeeds(null, Set.of(), null, Set.of(), null);

    /** Most letters of {@link #words}. */
    public static final int LONGEST = 300;

    public AccessNeeds {
        times = times.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(times));
        needs = needs.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(needs));
    }

    /** From the columns of a row; the counterpart of {@link #codesOf}. */
    public static AccessNeeds of(String contactBy, String times, String interpreter, String needs, String words) {
        return new AccessNeeds(contactBy == null ? null : ContactBy.valueOf(contactBy), set(times, GoodTime::valueOf), interpreter,
                set(needs, Need::valueOf), words);
    }

    /** Several codes in one column, in the order of their list. */
    public static String codesOf(Collection<? extends Enum<?>> codes) {
        return codes.stream().sorted((one, other) -> Integer.compare(one.ordinal(), other.ordinal())).map(Enum::name).collect(Collectors.joining(" "));
    }

    /** Whether anything was told. */
    public boolean any() {
        return !equals(NONE);
    }

    private static <T> Set<T> set(String codes, Function<String, T> parse) {
        return codes.isEmpty() ? Set.of() : Stream.of(codes.split(" ")).map(parse).collect(Collectors.toSet());
    }
}
