package io.marquee.waitingroom.web;

import io.marquee.event.EventView;
import io.marquee.waitingroom.WaitingRoom;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** A browser's place: one for each event, which all its tabs share and no script can read. */
final class PlaceCookies {
    private static final Duration LIFE = Duration.ofDays(2);

    private PlaceCookies() {}

    static void write(HttpServletRequest request, HttpServletResponse response, EventView event, String pass) {
        ResponseCookie cookie = ResponseCookie.from(WaitingRoom.cookie(event.id()), pass)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(LIFE)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
