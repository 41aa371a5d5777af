package io.marquee.identity;

/**
 * How much work the hash of a password is, for us and for whoever guesses.
 *
 * @param memory in KiB
 */
record HashingCost(int memory, int iterations) {

    /** What Spring Security recommends for Argon2id. */
    static final HashingCost USUAL = new HashingCost(16_384, 2);
}
