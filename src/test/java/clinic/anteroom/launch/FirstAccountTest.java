package clinic.anteroom.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The command for a clinic's first administrator. */
class FirstAccountTest {

    /** The demo accounts' hash was made by the platform itself, and their sign-in is walked through by many tests. */
    @Test
    void hashesAsThePlatformDoes() throws IOException {
        byte[] salt = "anteroom demo account, any salt.".getBytes(StandardCharsets.US_ASCII);
        assertThat(Files.readString(Path.of("db", "demo", "V002__demo_sign_ins.sql"))).contains(FirstAccount.hash("a quiet waiting room", salt, 2048));
    }
}
