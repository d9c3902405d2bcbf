package clinic.anteroom.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Against a daemon that speaks clamd's INSTREAM and remembers what it was shown. */
class VirusScannerTest {

    @Test
    void scannerIsOffWithoutAHost() {
        assertThat(new VirusScanner(Optional.empty(), 3310).isOn()).isFalse();
    }

    @Test
    void wholeFileIsShownInPieces() throws Exception {
        byte[] file = new byte[200_001];
        new Random(7).nextBytes(file);
        try (Daemon daemon = new Daemon("stream: OK")) {
            assertThat(daemon.scanner().isClean(file)).isTrue();
            assertThat(daemon.shown.get()).isEqualTo(file);
        }
    }

    @Test
    void whatIsFoundIsNotClean() throws Exception {
        try (Daemon daemon = new Daemon("stream: Eicar-Signature FOUND")) {
            assertThat(daemon.scanner().isClean(new byte[10])).isFalse();
        }
    }

    @Test
    @DisplayName("T13 what cannot be scanned is no answer")
    void whatCannotBeScannedIsNoAnswer() throws Exception {
        try (Daemon daemon = new Daemon("INSTREAM size limit exceeded. ERROR")) {
            assertThatThrownBy(() -> daemon.scanner().isClean(new byte[10])).isInstanceOf(IOException.class).hasMessageContaining("size limit");
        }
        try (Daemon daemon = new Daemon("")) {
            assertThatThrownBy(() -> daemon.scanner().isClean(new byte[10])).isInstanceOf(IOException.class);
        }
        VirusScanner nobodyThere;
        try (Daemon daemon = new Daemon("stream: OK")) {
            nobodyThere = daemon.scanner();
        }
        assertThatThrownBy(() -> nobodyThere.isClean(new byte[10])).isInstanceOf(IOException.class);
    }

    private static final class Daemon implements AutoCloseable {

        private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final CompletableFuture<byte[]> shown = new CompletableFuture<>();

        Daemon(String answer) throws IOException {
            Thread thread = new Thread(() -> serve(answer));
            thread.setDaemon(true);
            thread.start();
        }

        VirusScanner scanner() {
            return new VirusScanner(Optional.of("127.0.0.1"), door.getLocalPort());
        }

        private void serve(String answer) {
            try (Socket socket = door.accept(); DataInputStream in = new DataInputStream(socket.getInputStream())) {
                assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    file.write(in.readNBytes(length));
                }
                shown.complete(file.toByteArray());
                socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
            } catch (IOException | AssertionError e) {
                shown.completeExceptionally(e);
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
