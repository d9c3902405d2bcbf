package clinic.anteroom.web.shell;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Whose request it is, as far as an address tells. */
final class ClientAddress {

    // Only what is written as an address: a name would be looked up.
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}");
    private static final int HOUSE = 8;

    private ClientAddress() {
    }

    /**
     * The address to count by; of IPv6 the half that names a house, because each device there has millions of others.
     *
     * @param peer      who has sent the request to us; never null
     * @param forwarded what our proxy says of where it came from, the nearest last; null without a proxy. Believed only from
     *                  this machine or the clinic's own network
     * @return null for a request of this machine itself
     */
    static String of(String peer, String forwarded) {
        InetAddress near = parse(peer);
        boolean ours = near != null && (near.isLoopbackAddress() || near.isSiteLocalAddress());
        if (ours && forwarded != null && !forwarded.isBlank()) {
            String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
            InetAddress far = parse(last);
            return far == null ? "unreadable" : house(far);
        }
        return near == null ? "unreadable" : near.isLoopbackAddress() ? null : house(near);
    }

    private static String house(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(bytes.length > HOUSE ? Arrays.copyOf(bytes, HOUSE) : bytes);
    }

    private static InetAddress parse(String address) {
        try {
            return address != null && NUMERIC.matcher(address).matches() ? InetAddress.getByName(address) : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
