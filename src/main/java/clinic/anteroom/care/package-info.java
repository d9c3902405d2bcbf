/**
 * The doctor decides: a flag is confirmed and becomes an order, or dismissed with a reason and stays on record.
 *
 * <p>Words: a <em>case</em> is one sent form with what the rules said of it; an <em>order</em> is a ServiceRequest that a
 * doctor signed; an <em>indication</em> is why, in the doctor's words.
 *
 * <p>Promises: nothing is ordered but by a doctor; one flag is decided once; every look at a case leaves a row in the
 * audit trail, or the case is not shown.
 *
 * <p>May know: shared, access, directory, intake, triage.
 */
package clinic.anteroom.care;
