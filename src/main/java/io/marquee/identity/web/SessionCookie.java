package io.marquee.identity.web;

import io.marquee.identity.Client;
import io.marquee.identity.IssuedSession;
import io.marquee.identity.SessionTokens;
import io.marquee.identity.Sessions;
import io.marquee.platform.config.Settings;
import io.marquee.platform.web.security.ActorResolver;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Puts a browser's session into its cookie and takes it out again. */
@Component
class SessionCookie {
    private final Sessions sessions;
    private final Clock clock;
    private final boolean secure;

    SessionCookie(Sessions sessions, Clock clock, Settings settings) {
        this.sessions = sessions;
        this.clock = clock;
        this.secure = "https".equals(settings.baseUrl().getScheme());
    }

    /** The session that the browser had before ends: whoever planted or knew its token has nothing of the new one. */
    void start(IssuedSession session, HttpServletRequest request, HttpServletResponse response) {
        endFormer(request);
        write(response, session.token(), Duration.between(clock.instant(), session.expiresAt()));
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        endFormer(request);
        write(response, "", Duration.ZERO);
    }

    static Client client(HttpServletRequest request) {
        return new Client(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
    }

    private void endFormer(HttpServletRequest request) {
        String former = SessionTokens.cookie(request);
        if (former != null) {
            sessions.end(former);
        }
    }

    /** Lax: a link in a mail opens the page as the person; what another site posts comes without the cookie. */
    private void write(HttpServletResponse response, String value, Duration life) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(ActorResolver.SESSION_COOKIE, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .maxAge(life)
                        .build()
                        .toString());
    }
}
