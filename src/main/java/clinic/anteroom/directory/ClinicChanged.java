package clinic.anteroom.directory;

/** The clinic's name or numbers were set anew. */
record ClinicChanged() {
}
