/**
 * What the front desk looks at and writes beside the booking engine: the board of a day or week in one query, queues, notes,
 * reports.
 *
 * <p>Words: a <b>board</b> is columns of people, rooms and machines with the bars of visits on them; a <b>place</b> is where a
 * patient who is in the house waits or is seen; an <b>answer</b> is what a patient said when asked whether they come.
 *
 * <p>Promises: one query a screen, however many columns; opening hours come from the same {@code OpeningHours} that the finder
 * uses, so the board and a search never disagree; nothing here books, moves or cancels.
 */
package clinic.anteroom.scheduling.desk;
