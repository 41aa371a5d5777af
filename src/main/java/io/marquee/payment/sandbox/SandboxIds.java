package io.marquee.payment.sandbox;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The sandbox's own ids. A charge's id opens its page: nobody can guess it. */
final class SandboxIds {
    private static final SecureRandom RANDOM = new SecureRandom();

    private SandboxIds() {}

    /** @param kind ch, re, dp or evt */
    static String next(String kind) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return kind + "_" + HexFormat.of().formatHex(bytes);
    }
}
