package clinic.anteroom.scheduling;

/**
 * What makes sending a page twice do its thing once.
 *
 * @param key    minted with the page, 16 to 64 characters; never null
 * @param digest of what is asked, 64 hex digits; never null
 */
record BookingKey(String key, String digest) {
}
