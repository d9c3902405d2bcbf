package clinic.anteroom.testing;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One real Chromium for the whole run; each test opens windows of its own in it. */
public final class Browser {

    /** Where pictures of pages are put. */
    public static final Path PICTURES = Path.of("target", "screenshots");

    private static com.microsoft.playwright.Browser chromium;

    private Browser() {
    }

    /** A phone in somebody's hand: 390 by 844. */
    public static BrowserContext phone() {
        return window(390, 844, ColorScheme.LIGHT);
    }

    /** A staff screen: 1440 by 900. */
    public static BrowserContext desk() {
        return window(1440, 900, ColorScheme.LIGHT);
    }

    /** A phone in whose browser no script runs. */
    public static BrowserContext withoutScript() {
        return window(options(390, 844, ColorScheme.LIGHT).setJavaScriptEnabled(false));
    }

    /** A window of its own, with cookies of its own. */
    public static BrowserContext window(int width, int height, ColorScheme scheme) {
        return window(options(width, height, scheme));
    }

    /** A staff screen in a browser that heeds no content policy. */
    public static BrowserContext withoutPolicy() {
        return window(options(1440, 900, ColorScheme.LIGHT).setBypassCSP(true));
    }

    private static BrowserContext window(NewContextOptions options) {
        BrowserContext context = chromium().newContext(options);
        context.setDefaultTimeout(15_000);
        return context;
    }

    private static NewContextOptions options(int width, int height, ColorScheme scheme) {
        return new NewContextOptions().setViewportSize(width, height).setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-CA").setTimezoneId("America/Toronto");
    }

    /** A picture of the whole page. */
    public static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
    }

    /** Pictures of the whole page at 1440, 1024 and 390 pixels, light and dark; the window is put back afterwards. */
    public static void pictures(Page page, String name) {
        ViewportSize before = page.viewportSize();
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : List.of(1440, 1024, 390)) {
                page.setViewportSize(width, width == 390 ? 844 : 900);
                picture(page, name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
            }
        }
        page.setViewportSize(before.width, before.height);
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            chromium = playwright.chromium().launch(new LaunchOptions()
                    .setExecutablePath(Chromium.get())
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                            "--disable-background-networking", "--disable-component-update", "--disable-sync")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return chromium;
    }
}
