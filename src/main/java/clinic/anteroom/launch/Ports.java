package clinic.anteroom.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Whether a port on loopback can be taken. */
final class Ports {

    private Ports() {
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
