package io.marquee.platform.web.security;

import io.marquee.platform.tenancy.Actor;
import jakarta.servlet.http.HttpServletRequest;

/** Tells from its cookie or bearer token whom a request comes from; answered by the module that knows people. */
public interface ActorResolver {
    /** The cookie that carries a browser's session. */
    String SESSION_COOKIE = "marquee_session";

    /**
     * @return {@link Actor#ANONYMOUS} without a token and for a cookie that is no longer good
     * @throws io.marquee.kernel.Unauthenticated for a bearer token that is not (or no longer) good
     */
    Actor resolve(HttpServletRequest request);
}
