package clinic.anteroom.web.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each address did something in the time just past. Kept in memory, forgotten after that time, and never larger
 * than a set number of addresses: the one that was quiet longest goes first.
 */
final class Window {

    private final int most;
    private final Duration length;
    private final int addresses;
    private final Map<String, Deque<Instant>> times = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param most      how often one address may
     * @param length    in what time
     * @param addresses how many addresses are remembered
     */
    Window(int most, Duration length, int addresses) {
        this.most = most;
        this.length = length;
        this.addresses = addresses;
    }

    /**
     * Takes one turn, if there is one left.
     *
     * @return how long to wait until there is a turn again; zero if this one was taken
     */
    synchronized Duration take(String address, Instant now) {
        Deque<Instant> taken = times.computeIfAbsent(address, key -> new ArrayDeque<>());
        while (!taken.isEmpty() && !taken.peekFirst().isAfter(now.minus(length))) {
            taken.removeFirst();
        }
        if (taken.size() >= most) {
            return Duration.between(now, taken.peekFirst().plus(length));
        }
        taken.addLast(now);
        if (times.size() > addresses) {
            times.remove(times.keySet().iterator().next());
        }
        return Duration.ZERO;
    }
}
