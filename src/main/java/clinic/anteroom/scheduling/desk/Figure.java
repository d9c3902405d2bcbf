package clinic.anteroom.scheduling.desk;

/**
 * A number of a number.
 *
 * @param name  what it is about; never null
 * @param part  zero or more
 * @param whole zero or more
 */
public record Figure(String name, long part, long whole) {

    /** The part in percent of the whole, 0 for nothing of nothing. */
    public long percent() {
        return whole == 0 ? 0 : Math.round(part * 100.0 / whole);
    }
}
