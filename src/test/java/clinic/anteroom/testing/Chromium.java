package clinic.anteroom.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Chromium to test with: an installed one, else one from the system's packages, else a sentence that says what to do. */
final class Chromium {

    private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

    private Chromium() {
    }

    static Path get() {
        return installed().or(Chromium::fromPackages).orElseThrow(() -> new IllegalStateException(
                "The browser tests need Chromium: install it (Debian: apt-get install chromium) or let ANTEROOM_CHROMIUM name its program."));
    }

    private static Optional<Path> installed() {
        return Stream.concat(Stream.ofNullable(System.getenv("ANTEROOM_CHROMIUM")), PLACES.stream())
                .map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static Optional<Path> fromPackages() {
        DebianPackages.install("chromium", "fonts-liberation");
        return installed();
    }
}
