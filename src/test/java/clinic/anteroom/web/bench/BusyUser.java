package clinic.anteroom.web.bench;

import clinic.anteroom.testing.PlainBrowser;
import clinic.anteroom.testing.PlainBrowser.Answer;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** Somebody who does one thing after the other, with a pause for reading in between. */
abstract class BusyUser implements Runnable {

    private static final int SHORTEST_PAUSE = 2_000;
    private static final int LONGEST_PAUSE = 5_000;

    protected final BenchClinic clinic;
    protected final Stopwatch watch;
    protected final Random chance;
    protected PlainBrowser browser;
    private final BooleanSupplier goesOn;

    BusyUser(BenchClinic clinic, Stopwatch watch, BooleanSupplier goesOn, int number) {
        this.clinic = clinic;
        this.watch = watch;
        this.goesOn = goesOn;
        this.chance = new Random(number);
        this.browser = clinic.browser();
    }

    /** One round of this user's work. */
    abstract void work();

    @Override
    public void run() {
        try {
            Thread.sleep(chance.nextInt(LONGEST_PAUSE));
            while (goesOn.getAsBoolean()) {
                try {
                    work();
                } catch (Counted known) {
                    // The table has it; the next round begins anew.
                } catch (IllegalStateException e) {
                    watch.error(getClass().getSimpleName(), e.getMessage());
                }
                pause();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads what is shown. */
    protected void pause() throws InterruptedException {
        Thread.sleep(SHORTEST_PAUSE + chance.nextInt(LONGEST_PAUSE - SHORTEST_PAUSE));
    }

    /** The same for a step within a round; an interrupted one ends the round. */
    protected void read() {
        try {
            pause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Counted();
        }
    }

    protected String see(String action, String path) {
        Answer answer = watch.ask(action, () -> browser.get(path));
        if (answer.status() >= 300) {
            if (answer.status() < 400) {
                watch.error(action, "sent to " + answer.location());
            }
            throw new Counted();
        }
        return answer.body();
    }

    /** Presses a button and gives what is answered; a redirect is for the caller to follow. */
    protected Answer press(String action, PageForm form, String button) {
        return watch.ask(action, () -> browser.post(form.action().replaceFirst("^/", ""), form.pressing(button)));
    }

    /** What ends a round and is in the table already. */
    private static final class Counted extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** Where a redirect leads, as a path. */
    protected static String path(Answer redirect) {
        return redirect.location().replaceFirst("^https?://[^/]*/", "").replaceFirst("^/", "").replaceFirst("#.*", "");
    }
}
