package clinic.anteroom.launch;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the server runs.
 *
 * @param war  the built application
 * @param boot folder with the server's boot files, {@code deploy/payara}
 */
record Application(Path war, Path boot) {

    Application {
        if (!Files.isRegularFile(war)) {
            throw new CannotStart("There is no " + war + "; build it with: mvn -q package -DskipTests");
        }
        if (!Files.isRegularFile(boot.resolve("preboot.txt"))) {
            throw new CannotStart("There is no " + boot.resolve("preboot.txt") + "; run the command in the project's own folder.");
        }
    }
}
