package clinic.anteroom.intake.bench;

import clinic.anteroom.intake.Answer;
import clinic.anteroom.intake.AnswersChanged;
import clinic.anteroom.intake.Draft;
import clinic.anteroom.intake.DraftStarted;
import clinic.anteroom.intake.IntakeService;
import clinic.anteroom.intake.Page;
import clinic.anteroom.intake.Question;
import clinic.anteroom.intake.ResponseStatus;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.testing.Browser;
import clinic.anteroom.testing.ByHand;
import clinic.anteroom.triage.RuleSetRegister;
import clinic.anteroom.triage.TriageService;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Prints what filling in a form costs. Never a test: figures depend on the machine. The service runs as in the server, rules
 * and audit included, on a real PostgreSQL; the browser needs a running server, whose address is the one argument.
 */
public final class IntakeBench {

    private static final int ANSWERS = 30;
    private static final int SAVES = 400;
    private static final int CLIENTS = 16;
    private static final long SECONDS = 5;

    private final ByHand house = new ByHand(new ClinicTime(Clock.systemUTC(), ZoneId.of("America/Toronto")));
    private final IntakeService intake = house.get(IntakeService.class);

    private IntakeBench() {
        house.tell(AnswersChanged.class, changed -> house.get(TriageService.class).watch(changed.responseId(), changed.answers()));
        house.transaction(() -> house.get(RuleSetRegister.class));
    }

    /** Runs everything and prints the table. */
    public static void main(String[] arguments) throws Exception {
        IntakeBench bench = new IntakeBench();
        System.out.printf("%n%-58s %14s %16s%n", "what", "measured", "wanted");
        bench.saves();
        if (arguments.length > 0 && !arguments[0].isBlank()) {
            firstQuestion(arguments[0]);
        } else {
            System.out.println("first question in a cold browser: not measured, no -Dhome given");
        }
        System.exit(0);
    }

    private void saves() throws Exception {
        Form form = new Form();
        for (int i = 0; i < SAVES; i++) {
            form.saveAgain();
        }
        double[] took = new double[SAVES];
        for (int i = 0; i < SAVES; i++) {
            long begun = System.nanoTime();
            form.saveAgain();
            took[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(took);
        row("saving a page of a form with " + form.answers + " answers, median", "%.1f ms".formatted(took[SAVES / 2]), "< 8 ms");
        row("  the slowest of a hundred", "%.1f ms".formatted(took[SAVES * 99 / 100]), "");
        row("saves, " + CLIENTS + " clients at once", "%.0f / s".formatted(together()), "> 500 / s");
    }

    private double together() throws Exception {
        List<Form> forms = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            forms.add(new Form());
        }
        AtomicLong saved = new AtomicLong();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        long begun = System.nanoTime();
        long end = begun + SECONDS * 1_000_000_000L;
        List<Future<?>> all = new ArrayList<>();
        for (Form form : forms) {
            all.add(clients.submit((Callable<Void>) () -> {
                while (System.nanoTime() < end) {
                    form.saveAgain();
                    saved.incrementAndGet();
                }
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        clients.shutdown();
        return saved.get() / ((System.nanoTime() - begun) / 1e9);
    }

    /** A form on muscle twitching with thirty answers, none of them an emergency, of which one page after the other is saved again. */
    private final class Form {

        private final String key;
        private final Map<String, Map<String, Answer>> pages = new LinkedHashMap<>();
        private int answers;
        private int next;

        Form() {
            DraftStarted started = house.transaction(() -> intake.start("muscle-twitching"));
            key = started.key();
            Draft draft = house.transaction(() -> intake.find(key).orElseThrow());
            for (Page page = draft.firstPage(); page != null && answers < ANSWERS; page = draft.after(page.linkId()).orElse(null)) {
                Map<String, Answer> given = new LinkedHashMap<>();
                for (Question question : draft.answers().asked(page)) {
                    given.put(question.linkId(), harmless(question));
                }
                answers += given.size();
                pages.put(page.linkId(), given);
                draft = save(page.linkId(), given);
            }
        }

        void saveAgain() {
            List<String> all = List.copyOf(pages.keySet());
            String page = all.get(next++ % all.size());
            save(page, pages.get(page));
        }

        private Draft save(String page, Map<String, Answer> given) {
            Draft saved = house.transaction(() -> intake.answer(key, page, given));
            if (saved.status() != ResponseStatus.IN_PROGRESS) {
                throw new IllegalStateException(page + " meant an emergency");
            }
            return saved;
        }
    }

    private static Answer harmless(Question question) {
        return switch (question.type()) {
            case SINGLE, MULTI -> Answer.Choice.of(question.options().get(question.options().size() - 1).code());
            case TEXT -> new Answer.Words("It began slowly.");
            case NUMBER, SCALE -> new Answer.Amount(BigDecimal.valueOf(42).min(question.max() == null ? BigDecimal.valueOf(42) : question.max())
                    .max(question.min() == null ? BigDecimal.ZERO : question.min()));
            case DATE -> new Answer.Day(LocalDate.of(2026, 1, 5));
            case YES_NO -> new Answer.YesNo(false);
        };
    }

    private static void firstQuestion(String home) {
        int runs = 11;
        double[] took = new double[runs];
        double[] bytes = new double[runs];
        for (int i = 0; i < runs; i++) {
            try (BrowserContext phone = Browser.phone()) {
                com.microsoft.playwright.Page page = phone.newPage();
                CDPSession wire = phone.newCDPSession(page);
                wire.send("Network.enable");
                double[] sum = new double[1];
                wire.on("Network.loadingFinished", event -> sum[0] += event.get("encodedDataLength").getAsDouble());
                long begun = System.nanoTime();
                page.navigate(home + "patient/question.xhtml?begin=new&about=muscle-twitching");
                page.getByText("Save and go on").or(page.locator("input[type=submit]")).first().isEnabled();
                took[i] = (System.nanoTime() - begun) / 1e6;
                if (!page.title().startsWith("Before we start")) {
                    throw new IllegalStateException("Another page was shown: " + page.title());
                }
                page.waitForTimeout(300);
                bytes[i] = sum[0] / 1024;
            }
        }
        Arrays.sort(took);
        Arrays.sort(bytes);
        row("first question usable, cold browser, median", "%.0f ms".formatted(took[runs / 2]), "< 500 ms");
        row("  transferred", "%.0f KB".formatted(bytes[runs / 2]), "< 150 KB");
    }

    private static void row(String what, String measured, String wanted) {
        System.out.printf("%-58s %14s %16s%n", what, measured, wanted);
    }
}
