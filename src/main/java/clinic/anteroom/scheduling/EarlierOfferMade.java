package clinic.anteroom.scheduling;

/** An earlier time is to be told to a patient. Fired inside the transaction: what leaves the house waits for {@code AFTER_SUCCESS}. */
public record EarlierOfferMade(EarlierOffer offer) {
}
