package io.marquee.integration.webhook;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Tells public addresses from those of this machine, its network, and everything else that is no place for messages of ours
 * (the IANA registries of special-purpose addresses). A name is good only if all of its addresses are, and one of those that were
 * looked at is connected to: what the name says a moment later does not count.
 */
class OutwardAddresses {
    /** Networks as address/bits. */
    private static final List<String> INWARD = List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** The only addresses of version 6 that are given out so far, and what of them is special. */
    private static final String GIVEN_OUT = "2000::/3";

    private static final List<String> SPECIAL =
            List.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "2620:4f:8000::/48");

    /** One of the name's addresses. @throws IOException where there is none, or one of them is not public */
    InetAddress of(String host) throws IOException {
        InetAddress[] all = lookUp(host);
        for (InetAddress one : all) {
            if (!isPublic(one)) throw new IOException("The address of " + host + " is not a public one.");
        }
        return all[0];
    }

    InetAddress[] lookUp(String host) throws IOException {
        return InetAddress.getAllByName(host);
    }

    boolean isPublic(InetAddress address) {
        return isOutward(address);
    }

    static boolean isOutward(InetAddress address) {
        if (address instanceof Inet4Address) return INWARD.stream().noneMatch(network -> within(address, network));
        return within(address, GIVEN_OUT) && SPECIAL.stream().noneMatch(network -> within(address, network));
    }

    /** For what can be told without looking it up, when somebody types it. */
    static boolean mayBePublic(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        boolean literal = name.startsWith("[") || name.matches("[0-9.]+") || name.matches("0x[0-9a-f.x]+");
        if (literal) return literalIsOutward(name);
        return name.contains(".")
                && List.of(".localhost", ".local", ".internal", ".home.arpa", ".lan").stream()
                        .noneMatch(name::endsWith);
    }

    private static boolean literalIsOutward(String literal) {
        try {
            return isOutward(InetAddress.ofLiteral(literal.replaceAll("[\\[\\]]", "")));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean within(InetAddress address, String network) {
        String[] parts = network.split("/");
        byte[] of = InetAddress.ofLiteral(parts[0]).getAddress();
        byte[] is = address.getAddress();
        if (of.length != is.length) return false;
        int bits = Integer.parseInt(parts[1]);
        int whole = bits / 8;
        int mask = 0xff00 >> bits % 8 & 0xff;
        return Arrays.equals(of, 0, whole, is, 0, whole) && (mask == 0 || (of[whole] & mask) == (is[whole] & mask));
    }
}
