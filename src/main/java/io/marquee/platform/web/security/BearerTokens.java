package io.marquee.platform.web.security;

import io.marquee.platform.tenancy.Actor;
import org.jspecify.annotations.Nullable;

/** A kind of bearer token that a module above people gives out. */
public interface BearerTokens {
    /** Whether a token claims to be of this kind: its prefix says so. */
    boolean looksLikeOne(String token);

    /** @return null where it is none of ours */
    @Nullable
    Actor actorOf(String token);
}
