/**
 * The first command of the README: a PostgreSQL of its own, then the server with the application on it, and an orderly
 * end. Not part of the WAR; a clinic's installation uses {@code deploy/} instead.
 *
 * <p>Words: the <em>data folder</em> holds the database and the log and is kept between runs.
 *
 * <p>Promises: says in one sentence what is wrong and what to do; never leaves a half-started part behind; the database
 * keeps what it acknowledged even when everything is killed.
 *
 * <p>May know: nothing of ours.
 */
package clinic.anteroom.launch;
