package clinic.anteroom.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/** A line to the test database that can be cut at the worst moment: when the commit has left and its answer has not come. */
public final class CutLine implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int COMMITTED_BY_THEN = 150;

    private final ServerSocket here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService pumps = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger toCut = new AtomicInteger();
    private final int port = ((PGSimpleDataSource) TestDatabase.dataSource()).getPortNumbers()[0];

    /** A line that holds until it is told otherwise. */
    public CutLine() throws IOException {
        pumps.execute(this::accept);
    }

    /** Address of the database at the end of this line; statements keep their text there, so that a commit is seen. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + here.getLocalPort() + "/postgres?stringtype=unspecified&prepareThreshold=0&options=-c%20timezone=UTC";
    }

    /** The next commits reach the database, and their answers do not come back. */
    public void cutAfterCommits(int times) {
        toCut.set(times);
    }

    /** How many of them are still to come. */
    public int left() {
        return toCut.get();
    }

    private void accept() {
        try {
            while (!here.isClosed()) {
                Socket client = here.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                pumps.execute(() -> pump(client, server, true));
                pumps.execute(() -> pump(server, client, false));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void pump(Socket from, Socket to, boolean towardsDatabase) {
        byte[] bytes = new byte[BUFFER];
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                boolean cut = towardsDatabase && new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains("COMMIT")
                        && toCut.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
                if (cut) {
                    from.close();
                }
                out.write(bytes, 0, length);
                out.flush();
                if (cut) {
                    Thread.sleep(COMMITTED_BY_THEN);
                    return;
                }
            }
        } catch (IOException broken) {
            // One side hung up; the other one is hung up with it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        here.close();
        pumps.shutdownNow();
    }
}
