package io.marquee.identity;

import io.marquee.kernel.PersonId;
import java.time.Instant;

/**
 * A session that was just opened.
 *
 * @param token the secret that acts as the person; told once and stored nowhere
 */
public record IssuedSession(PersonId person, String token, Instant expiresAt) {
    @Override
    public String toString() {
        return "IssuedSession[" + person + "]";
    }
}
