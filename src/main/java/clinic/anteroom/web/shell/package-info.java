/**
 * What every page stands on: guards, headers, refusals worded, the clinic's time, signing in and out.
 *
 * <p>Promises: a page that names no face is not shown; a forbidden page answers like a missing one; what went wrong is
 * told without a class, a path or a version.
 *
 * <p>May know: {@code shared}, {@code access}.
 */
package clinic.anteroom.web.shell;
