package clinic.anteroom.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the environment tells the launcher, and what it is told back when a value cannot be used. */
class LaunchSettingsTest {

    @Test
    @DisplayName("without anything said the server starts with little memory and the quick compiler")
    void usualOptions() {
        assertThat(LaunchSettings.from(Map.of()).serverOptions()).containsExactly("-Xmx640m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    }

    @Test
    @DisplayName("options that are given replace the usual ones")
    void ownOptions() {
        assertThat(LaunchSettings.from(Map.of("ANTEROOM_SERVER_OPTIONS", "  -Xmx1g   -XX:+UseParallelGC ")).serverOptions()).containsExactly("-Xmx1g", "-XX:+UseParallelGC");
        assertThat(LaunchSettings.from(Map.of("ANTEROOM_SERVER_OPTIONS", " ")).serverOptions()).isEmpty();
    }

    @Test
    @DisplayName("what is no option or no port is named")
    void refused() {
        assertThatThrownBy(() -> LaunchSettings.from(Map.of("ANTEROOM_SERVER_OPTIONS", "-Xmx1g 512m"))).hasMessageContaining("\"512m\"");
        assertThatThrownBy(() -> LaunchSettings.from(Map.of("ANTEROOM_HTTP_PORT", "70000"))).hasMessageContaining("70000");
        assertThatThrownBy(() -> LaunchSettings.from(Map.of("ANTEROOM_EMBEDDED_DB_PORT", "db"))).hasMessageContaining("\"db\"");
    }
}
