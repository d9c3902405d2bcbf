/**
 * The four faces and the shell they stand in. Folder, address, role and key prefix are one name:
 * {@code /doctor/review.xhtml} is served by {@code web.doctor.ReviewBacking} and worded by {@code doctor_review.*}.
 *
 * <p>May know: every feature, and nothing of notify, fhir or startup.
 */
package clinic.anteroom.web;
