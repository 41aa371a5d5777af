package io.marquee.privacy;

import java.time.Instant;

/**
 * Somebody is to be written to about their data.
 *
 * @param cause one letter each
 * @param about what: {@code link}, {@code archive}, {@code erasure} or {@code put_off}
 * @param path where the link leads
 * @param until how long the link is good, or when the erasure comes, or is tried again
 */
public record PrivacyLetterDue(String cause, String about, String email, String locale, String path, Instant until) {}
