package cx.ecou.platform.audit;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From where somebody came, as far as it is kept: the network and never the whole address. */
final class Origin {

    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";

    /** Nothing else: of another text Java would ask the name servers. A colon makes it an address, right or wrong. */
    private static final Pattern LITERAL =
            Pattern.compile("(" + BYTE + "\\.){3}" + BYTE + "|(?=[^%]*:)[0-9a-fA-F:.]{2,45}(%\\w+)?");

    private static final int IPV4_BITS = 24;
    private static final int IPV6_BITS = 48;

    private Origin() {}

    /** {@code 203.0.113.0/24} or {@code 2001:db8:7::/48}; null for what is no address. */
    static @Nullable String of(@Nullable String address) {
        if (address == null || !LITERAL.matcher(address).matches()) {
            return null;
        }
        try {
            InetAddress whole = InetAddress.getByName(address.replaceAll("%.*", ""));
            return whole instanceof Inet4Address
                    ? cut(whole.getAddress(), IPV4_BITS).getHostAddress() + "/" + IPV4_BITS
                    : ipv6(whole.getAddress()) + "/" + IPV6_BITS;
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static InetAddress cut(byte[] address, int bits) throws UnknownHostException {
        byte[] network = Arrays.copyOf(Arrays.copyOf(address, bits / Byte.SIZE), address.length);
        return InetAddress.getByAddress(network);
    }

    /** Three groups of four digits, without leading zeros; the rest is nothing. */
    private static String ipv6(byte[] address) {
        var text = new StringBuilder();
        for (int group = 0; group < IPV6_BITS / Short.SIZE; group++) {
            int value = (address[2 * group] & 0xff) << Byte.SIZE | address[2 * group + 1] & 0xff;
            text.append(Integer.toHexString(value)).append(':');
        }
        String network = text + ":";
        return network.equals("0:0:0::") ? "::" : network;
    }
}
