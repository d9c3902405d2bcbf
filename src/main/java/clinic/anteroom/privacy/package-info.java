/**
 * What the privacy officer answers for: who looked at a record, what is locked for whom, what may be handed out and when it ends.
 *
 * <p>Words: the <em>trail</em> is every row of who saw or changed what; a <em>look</em> is what one request of one person touched;
 * a <em>lock</em> keeps part of a record, or all of it, from somebody whom its patient named; to <em>break the glass</em> is to look behind a
 * lock for a while, with a reason that the officer reads.
 *
 * <p>Promises: reading the trail is in the trail; a lock holds wherever rows are read, because the database itself leaves them out.
 *
 * <p>May know: {@code shared} to {@code myvisit}.
 */
package clinic.anteroom.privacy;
