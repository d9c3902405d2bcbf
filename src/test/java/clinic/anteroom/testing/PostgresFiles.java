package clinic.anteroom.testing;

import java.nio.file.Path;

/** Where the tests' PostgreSQL is unpacked: outside target, so that "clean" does not make the next run unpack it again. */
public final class PostgresFiles {

    /** The folder; never null. */
    public static final Path BINARIES = Path.of(System.getProperty("user.home"), ".cache", "anteroom-postgres");

    private PostgresFiles() {
    }
}
