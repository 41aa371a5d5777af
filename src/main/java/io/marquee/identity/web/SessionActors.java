package io.marquee.identity.web;

import io.marquee.identity.Actors;
import io.marquee.identity.SessionTokens;
import io.marquee.identity.TokenBearers;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Unauthenticated;
import io.marquee.platform.api.ScopeGate;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.security.ActorResolver;
import io.marquee.platform.web.security.BearerTokens;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells who sends a request: a bearer token is good or refused, a cookie that ended makes a visitor. */
@Component
class SessionActors implements ActorResolver {
    private final Actors actors;
    private final Capabilities capabilities;
    private final TokenBearers tokens;
    private final ObjectProvider<BearerTokens> others;

    SessionActors(Actors actors, Capabilities capabilities, TokenBearers tokens, ObjectProvider<BearerTokens> others) {
        this.actors = actors;
        this.tokens = tokens;
        this.capabilities = capabilities;
        this.others = others;
    }

    @Override
    public Actor resolve(HttpServletRequest request) {
        String bearer = SessionTokens.bearer(request);
        // what Postmark or a phone's wallet proves itself by is judged there, and makes it nobody here
        if (bearer != null && bearer.isEmpty() && isOfOthers(request)) return Actor.ANONYMOUS;
        if (bearer != null) return TokenBearers.looksLikeOne(bearer) ? limited(bearer, request) : ofBearer(bearer);
        String cookie = SessionTokens.cookie(request);
        Actor.Person person = cookie == null ? null : actors.bySession(cookie);
        return person == null ? Actor.ANONYMOUS : person;
    }

    private static boolean isOfOthers(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/webhooks/") || path.startsWith("/wallet/");
    }

    private Actor limited(String token, HttpServletRequest request) {
        TokenBearers.Bearer bearer = tokens.open(token, request.getRemoteAddr());
        ScopeGate.limit(request, bearer.scopes());
        return bearer.person();
    }

    private Actor ofBearer(String token) {
        Actor actor = known(token);
        if (actor == null) {
            throw new Unauthenticated();
        }
        return actor;
    }

    private @Nullable Actor known(String token) {
        for (BearerTokens kind : others) {
            if (kind.looksLikeOne(token)) return kind.actorOf(token);
        }
        return capabilities.looksLikeOne(token) ? opened(token) : actors.bySession(token);
    }

    private @Nullable Actor opened(String token) {
        try {
            return capabilities.open(token);
        } catch (NotFound e) {
            return null;
        }
    }
}
