/**
 * Finds times at which everybody and everything a visit needs is free. Pure: no database, no clock, no container.
 *
 * <p>Words: a <em>visit type</em> is phases one after the other; a <em>part</em> is what somebody or something plays in
 * a phase; a <em>lane</em> is one seat of a resource; a <em>cast</em> is one lane for each part; a <em>plan</em> is a
 * visit type, a start and a cast.
 *
 * <p>Promises: what is not opened is closed; wall times that a clock change skips or repeats are never offered; every
 * search ends; the same input gives the same list, whatever the JVM's own zone is.
 *
 * <p>May know: {@code shared}.
 */
package clinic.anteroom.scheduling.finder;
