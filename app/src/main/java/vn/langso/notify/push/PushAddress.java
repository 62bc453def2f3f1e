package vn.langso.notify.push;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which addresses the program may be made to call. A browser names its push service, so anybody with an account could name a machine of the
 * commune's own network instead: only known services over https, and never a private address.
 */
final class PushAddress {

    private static final int LONGEST = 1_000;

    private PushAddress() {}

    /** The address if it may be called by its name. */
    static Optional<URI> allowed(String endpoint, List<String> hosts) {
        if (endpoint.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(endpoint);
            boolean plain = "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && (uri.getPort() == -1 || uri.getPort() == 443)
                    && uri.getFragment() == null;
            return plain && isKnown(uri.getHost().toLowerCase(Locale.ROOT), hosts)
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /** False for machines that are not on the public network, whatever name led to them. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean sharedByCarrier = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        boolean uniqueLocal = address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc;
        return !(address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || sharedByCarrier
                || uniqueLocal);
    }

    private static boolean isKnown(String host, List<String> hosts) {
        return hosts.stream().anyMatch(known -> known.startsWith(".") ? host.endsWith(known) : host.equals(known));
    }
}
