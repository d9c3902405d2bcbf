/**
 * What happens once, when the application is deployed: the database is brought to the schema this build needs.
 *
 * <p>Promises: pages and timers meet a migrated database or none; a node that finds a foreign schema does not start.
 *
 * <p>May know: {@code shared}.
 */
package clinic.anteroom.startup;
