package io.marquee.platform.web.security;

import io.marquee.kernel.Refusal;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Binds whoever sent the request as the actor of all that happens in it. */
class ActorFilter extends OncePerRequestFilter {
    private final ActorResolver actors;
    private final CrossSiteWrites crossSite;

    ActorFilter(ActorResolver actors, CrossSiteWrites crossSite) {
        this.actors = actors;
        this.crossSite = crossSite;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Actor actor;
        try {
            if (crossSite.matches(request)) {
                throw new CrossSiteWrite();
            }
            actor = actors.resolve(request);
        } catch (Refusal refusal) {
            RefusedEarly.answer(refusal, request, response);
            return;
        }
        try {
            Acting.<Exception>request(actor, request.getRemoteAddr(), () -> chain.doFilter(request, response));
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /** Async and error dispatches act as the request that they belong to. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
